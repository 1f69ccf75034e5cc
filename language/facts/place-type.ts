import { type Cue, type CueAnswer, type CueModel, type CueSpan, type CueText, weighCues } from './cues.ts'

const PLACE_TYPES = [
  'residential-area',
  'road',
  'river',
  'site',
  'shop',
  'market',
  'school',
  'park',
  'village',
] as const
type PlaceTypeWord = (typeof PLACE_TYPES)[number]
type Answer = PlaceTypeWord | 'unsaid'

/** Weights set by hand: what a place is called says most, what stands or happens there less. Unsaid wins below about two points. */
const MODEL: CueModel<Answer> = {
  answers: [...PLACE_TYPES, 'unsaid'],
  prior: {
    'residential-area': 0,
    road: 0,
    river: 0,
    site: 0,
    shop: 0,
    market: 0,
    school: 0,
    park: 0,
    village: 0,
    unsaid: 1.3,
  },
  temperature: 0.5,
  cues: [
    {
      words: /(?:小区|院子|家属院|院)(?:内|里|里面|内部)|(?:小区|家属院)(?:的|中)?(?=路灯|绿化|电梯|树|道路|车位|门禁)/,
      for: { 'residential-area': 2.6 },
    },
    {
      words: /楼道|单元(?:门|楼)|楼栋|电梯(?!城|公司)|地下(?:室|车库)|消防通道|楼顶|天台|外墙|屋面|业主群/,
      for: { 'residential-area': 1.4 },
    },
    { words: /\d+(?:栋|幢|号楼|单元)|物业|业委会|业主/, for: { 'residential-area': 1.1 } },
    {
      words:
        /(?:市政|公共|城市)(?:道路|路面)|人行道|非机动车道|机动车道|盲道|路边|马路(?:上|边)|车行道|辅道|路口|斑马线|公路|主干道|桥(?:上|面|下)|隧道|街(?:上|边|面)/,
      for: { road: 2.2 },
    },
    {
      words: /(?:小区|学校|市场|公园|医院|商场)(?:门口|门外|外面|外|旁边?|对面|北门|南门|东门|西门)/,
      for: { road: 1.6 },
    },
    { words: /路(?=\d+号|与|和.{1,6}(?:路|街)|段|上|面)|大街|大道|街道(?!办|工)|高架|立交/, for: { road: 1 } },
    {
      words: /河(?:道|里|面|边|堤|岸|床|水|中)|湖(?:面|边|里)|水库|沟渠|排洪沟|堤(?:坝|防|上)|江(?:边|面|里)|池塘|水塘/,
      for: { river: 2.4 },
    },
    { words: /工地|施工(?:现场|围挡|方|区)|在建|塔吊|渣土车|搅拌站|打桩|浇筑/, for: { site: 2.2 } },
    {
      words:
        /门店|店(?:里|内|铺|家|面)|商铺|超市|饭店|餐馆|餐厅|酒店|宾馆|网吧|健身房|理发|奶茶|烧烤店|ktv|足浴|商场|药店/,
      for: { shop: 2 },
    },
    { words: /农贸市场|菜市场|批发市场|集贸|夜市|早市|市场(?:里|内|摊位|上)|摊位费/, for: { market: 2.6 } },
    {
      words: /(?:学校|校园|幼儿园|小学|中学|教室|宿舍|食堂|操场)(?:里|内|的|食堂|宿舍|门口)?|校(?:园|内|方)/,
      for: { school: 2 },
    },
    { words: /公园(?:里|内|的)?|绿地|绿化带|广场(?:上|里|内)|绿道|草坪|游园/, for: { park: 2 } },
    { words: /村(?:里|内|口|民|委会|道|组|庄|委)|农田|田里|乡下|自然村|宅基地|耕地/, for: { village: 2.2 } },
  ],
}

/** What the gazetteer calls a kind of place, and what lies there. */
const OF_KIND: Readonly<Record<string, PlaceTypeWord>> = {
  estate: 'residential-area',
  road: 'road',
  pond: 'river',
  'construction-site': 'site',
  mall: 'shop',
  'restaurant-street': 'shop',
  market: 'market',
  school: 'school',
  'middle-school': 'school',
  kindergarten: 'school',
  park: 'park',
  hamlet: 'village',
  'village-committee': 'village',
}
/** 小区南门外 is the street. */
const OUTSIDE =
  /^(?:[东南西北]?(?:大门|门|侧|边)?(?:口|外|外面)|旁边?|附近|对面|周边|门前|北侧|南侧|东侧|西侧|斜对面|后面|前面)/

type KnownPlace = { kind: string; span: CueSpan; after: string }

function ofPlace({ kind, span, after }: KnownPlace): { cue: Cue<Answer>; span: CueSpan; factor: number } | null {
  const type = OF_KIND[kind]
  if (type === undefined) return null
  if (OUTSIDE.test(after)) return { cue: { words: /$/u, for: { road: 1.2, [type]: 0.2 } }, span, factor: 1 }
  return { cue: { words: /$/u, for: { [type]: type === 'road' ? 1.6 : 2 } }, span, factor: 1 }
}

/** 地点类型 as the words say it, the likeliest first; nothing where they say none. */
export function weighPlaceTypes(texts: readonly CueText[], place: KnownPlace | null): CueAnswer<PlaceTypeWord>[] {
  const known = place === null ? null : ofPlace(place)
  return weighCues(MODEL, texts, known === null ? [] : [known]).flatMap(({ value, ...answer }) =>
    value === 'unsaid' || answer.words.length === 0 ? [] : [{ value, ...answer }],
  )
}
