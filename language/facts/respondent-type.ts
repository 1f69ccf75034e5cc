import { type CueAnswer, type CueModel, type CueSpan, type CueText, weighCues } from './cues.ts'
import type { RespondentSort } from './respondent-words.ts'

const RESPONDENT_TYPES = [
  'property-company',
  'developer',
  'builder',
  'shop',
  'platform',
  'employer',
  'school',
  'hospital',
  'public-enterprise',
  'unit',
  'person',
] as const
type RespondentTypeWord = (typeof RESPONDENT_TYPES)[number]
type Answer = RespondentTypeWord | 'unsaid'

/** Weights set by hand: who is complained of, by what they are called and what they are said to do. */
const MODEL: CueModel<Answer> = {
  answers: [...RESPONDENT_TYPES, 'unsaid'],
  prior: {
    'property-company': 0,
    developer: 0,
    builder: 0,
    shop: 0,
    platform: 0,
    employer: 0,
    school: 0,
    hospital: 0,
    'public-enterprise': 0,
    unit: 0,
    person: 0,
    unsaid: 1.4,
  },
  temperature: 0.5,
  cues: [
    { words: /物业(?:公司|费|服务|管理)?|保安|维修基金/, for: { 'property-company': 2.2 } },
    { words: /开发商|售楼(?:部|处)|置业|楼盘|交房|期房|烂尾/, for: { developer: 2.4 } },
    { words: /施工(?:单位|方|队|现场)?|工地|承建|项目部|包工头|塔吊|打桩|浇筑|搅拌车/, for: { builder: 2 } },
    {
      words:
        /店(?:家|铺|主|里|员|老板)|商家|商户|商贩|摊贩|餐馆|饭店|超市|烧烤|健身房|美容|理发|酒店|宾馆|网吧|ktv|奶茶|洗浴|足浴/,
      for: { shop: 2 },
    },
    { words: /平台|网购|app|外卖|直播间|网店|淘宝|拼多多|京东|抖音|美团|滴滴|网约车|携程/, for: { platform: 2.2 } },
    {
      words:
        /拖欠(?:工资|薪)|欠薪|工资(?:没发|不发|未发)|用人单位|公司.{0,6}(?:辞退|开除|社保|加班|合同)|劳动合同|老板.{0,4}(?:不给|拖欠|跑)/,
      for: { employer: 2.4 },
    },
    { words: /学校|幼儿园|小学|中学|老师|班主任|培训机构|驾校|教培|校方|培训班/, for: { school: 1.9 } },
    { words: /医院|诊所|医生|护士|卫生院|门诊|病房/, for: { hospital: 2 } },
    {
      words:
        /(?:供电|电力|国网|自来水|水务|供水|燃气|供热|热力|公交|地铁|通信)(?:公司|集团|局|部门)|(?:移动|联通|电信)(?:公司|营业厅|宽带|基站|套餐)?(?=.{0,6}(?:收费|扣|信号|宽带|套餐|基站))/,
      for: { 'public-enterprise': 2.2 },
    },
    {
      words:
        /(?:街道|社区|村委|居委|派出所|交警|城管|法院|政府|局|办事大厅|政务)(?:办|会|工作人员|窗口|的人|大厅)?.{0,8}(?:态度|推诿|不作为|不管|不给|不受理|踢皮球|敷衍)/,
      for: { unit: 2.6 },
    },
    {
      words:
        /邻居|楼上(?:住户|的|邻居)?|楼下(?:住户|邻居)|隔壁(?:家|邻居|老)?|有人|某人|房东|租客|住户|一(?:男子|女子)/,
      for: { person: 1.7 },
    },
  ],
}

/** What the finder of names calls a sort of respondent; a vehicle is nobody. */
const OF_SORT: Readonly<Record<RespondentSort, Partial<Record<Answer, number>>>> = {
  property: { 'property-company': 2.4 },
  project: { builder: 1.6 },
  shop: { shop: 1.8 },
  school: { school: 2 },
  hospital: { hospital: 2 },
  office: { unit: 0.6 },
  company: { employer: 0.4, shop: 0.3 },
  vehicle: {},
}

/** 被反映对象类型 as the words say it, the likeliest first; nothing where they say none. */
export function weighRespondentTypes(
  texts: readonly CueText[],
  named: { sort: RespondentSort; span: CueSpan } | null,
): CueAnswer<RespondentTypeWord>[] {
  const extra = named === null ? [] : [{ cue: { words: /$/u, for: OF_SORT[named.sort] }, span: named.span, factor: 1 }]
  return weighCues(MODEL, texts, extra).flatMap(({ value, ...answer }) =>
    value === 'unsaid' || answer.words.length === 0 ? [] : [{ value, ...answer }],
  )
}
