/** What a rule asks besides its scene; cells as the table spells them. */
export type ConditionRule = {
  category: string
  /** the end of its id: r-B0601-estate */
  name: string
  lead: string
  co?: readonly string[]
  priority?: number
  placeType?: string
  ownership?: string
  respondentType?: string
  timeOfDay?: string
  season?: string
  keywords?: readonly string[]
  tags?: readonly string[]
  handling?: 'grid' | 'crew'
  profile?: string
  ground: string
}

const OWNED = {
  ownership: 'enterprise',
  lead: '@owner',
  co: ['municipal-works'],
  ground: '盖面标识的权属单位处置，市政协调',
} as const
const OWNERLESS = {
  ownership: 'unknown',
  lead: 'municipal-works',
  co: ['water-group', 'power-supply', 'communications', 'gas-group'],
  ground: '权属不明的由市政先行处置、后追责',
} as const
const TREE_ESTATE = {
  placeType: 'residential-area',
  lead: '@town',
  co: ['housing'],
  ground: '小区内树木由物业负责，属地督促、住建指导',
} as const
const TREE_RIVER = { placeType: 'river', lead: 'water-affairs', co: ['parks'], ground: '河岸绿化归水务' } as const
const UNLICENSED = ['无照', '无证经营', '没有营业执照', '没有执照']

/**
 * The boundary disputes of the field (domain.md §5.7), where place, owner, respondent, hour, season or word decides: the
 * usual ruling written as a rule, so that the first dispatch is the last.
 */
export const conditionRules: readonly ConditionRule[] = [
  // Manhole covers: the mark on the cover decides.
  { category: 'E0201', name: 'owned', ...OWNED },
  { category: 'E0201', name: 'ownerless', ...OWNERLESS },
  { category: 'E0202', name: 'owned', ...OWNED },
  { category: 'E0202', name: 'ownerless', ...OWNERLESS },
  {
    category: 'E0202',
    name: 'estate',
    ownership: 'community',
    lead: '@town',
    co: ['housing'],
    ground: '小区共有的井盖由物业维修，属地督促',
  },
  {
    category: 'E0603',
    name: 'owned',
    ownership: 'enterprise',
    lead: '@owner',
    co: ['power-supply'],
    ground: '线缆按权属单位处置',
  },
  {
    category: 'E0603',
    name: 'ownerless',
    ownership: 'unknown',
    lead: '@industry',
    co: ['communications'],
    ground: '线路权属不明的由行业主管先断电围护',
  },
  // Trees: public green, estate or river bank.
  { category: 'B0601', name: 'estate', ...TREE_ESTATE },
  { category: 'B0601', name: 'river', ...TREE_RIVER },
  { category: 'B0602', name: 'estate', ...TREE_ESTATE },
  { category: 'B0602', name: 'river', ...TREE_RIVER },
  {
    category: 'B0603',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['housing', 'law-enforcement'],
    ground: '小区内毁绿由属地和物业先行制止，执法查处',
  },
  // Night noise: building with or without a permit, bars, dancing.
  {
    category: 'J0101',
    name: 'unlicensed',
    priority: 1,
    keywords: ['无证', '没有许可', '没有夜间施工证', '未办证', '擅自施工'],
    lead: 'law-enforcement',
    co: ['environment', 'housing'],
    ground: '无证夜间施工由综合执法查处',
  },
  {
    category: 'J0101',
    name: 'night',
    timeOfDay: '22:00~06:00',
    lead: 'environment',
    co: ['housing', 'law-enforcement', 'police'],
    ground: '夜间当场来电的由环境、住建联合处置，公安配合',
  },
  {
    category: 'J0103',
    name: 'examination',
    season: '06-01~06-20',
    lead: 'environment',
    co: ['housing', 'law-enforcement', 'education'],
    ground: '高考中考期间环境、住建联合巡查',
  },
  {
    category: 'J0201',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['police'],
    ground: '小区内先由属地和物业劝阻，屡劝不改由公安处理',
  },
  {
    category: 'J0204',
    name: 'night',
    timeOfDay: '22:00~06:00',
    lead: 'police',
    co: ['culture', '@town'],
    ground: '夜间经营噪声公安当场处置，文旅核查经营许可',
  },
  // Illegal parking: carriageway, pavement, estate.
  {
    category: 'F0101',
    name: 'pavement',
    placeType: 'road',
    keywords: ['人行道', '盲道'],
    lead: 'law-enforcement',
    co: ['traffic-police'],
    ground: '人行道违停按市里划分归综合执法',
  },
  {
    category: 'F0101',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['housing', 'traffic-police'],
    ground: '小区内停车由物业和街道管理',
  },
  {
    category: 'F0503',
    name: 'road',
    placeType: 'road',
    lead: 'law-enforcement',
    co: ['city-management'],
    ground: '公共道路私装地锁由综合执法拆除',
  },
  // Leakage: warranty, common parts, neighbours.
  {
    category: 'D0501',
    name: 'warranty',
    priority: 1,
    respondentType: 'developer',
    lead: 'housing',
    co: ['@town'],
    ground: '保修期内由开发商维修，住建督促',
  },
  {
    category: 'D0501',
    name: 'common',
    ownership: 'community',
    lead: 'housing',
    co: ['@town'],
    ground: '公共部位走维修资金，住建指导、属地组织',
  },
  {
    category: 'D0501',
    name: 'neighbour',
    ownership: 'private',
    lead: '@town',
    co: ['justice'],
    ground: '户内渗漏属邻里纠纷，属地先行调解',
  },
  // Prepaid cards: by trade; unlicensed ones are the market's.
  {
    category: 'C0201',
    name: 'unlicensed',
    priority: 1,
    keywords: UNLICENSED,
    lead: 'market',
    co: ['commerce'],
    ground: '无照经营由市场监管查处',
  },
  {
    category: 'C0201',
    name: 'sport',
    keywords: ['健身', '游泳', '瑜伽', '球馆'],
    lead: 'culture',
    co: ['market', 'commerce'],
    ground: '体育健身业态归文旅体育',
  },
  {
    category: 'C0202',
    name: 'sport',
    keywords: ['健身', '游泳', '瑜伽', '球馆'],
    lead: 'culture',
    co: ['market', 'police'],
    ground: '体育健身业态归文旅体育，涉嫌诈骗的移交公安',
  },
  {
    category: 'C0201',
    name: 'training',
    keywords: ['培训班', '早教', '托管班', '兴趣班'],
    lead: 'education',
    co: ['market'],
    ground: '培训业态归教育',
  },
  // Fumes: the licence is the market's.
  {
    category: 'J0401',
    name: 'unlicensed',
    priority: 1,
    keywords: UNLICENSED,
    lead: 'market',
    co: ['law-enforcement'],
    ground: '证照与选址归市场监管',
  },
  // Lifts: people first, then the money.
  {
    category: 'C0601',
    name: 'trapped',
    keywords: ['被困', '困在', '困人', '困了', '关在', '出不来'],
    lead: 'fire',
    co: ['market', 'housing'],
    profile: 'U1',
    ground: '困人由消防和维保先救援，市场监管查安全',
  },
  {
    category: 'C0602',
    name: 'money',
    keywords: ['维修资金', '维修基金', '没钱', '不肯出钱'],
    lead: 'housing',
    co: ['market', '@town'],
    ground: '维修资金归住建和物业',
  },
  // Electric bicycles, parcels, rubbish.
  {
    category: 'K0203',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['fire', 'housing'],
    ground: '日常由街道和物业管，消防指导',
  },
  {
    category: 'C0803',
    name: 'road',
    placeType: 'road',
    lead: 'law-enforcement',
    co: ['postal'],
    ground: '占道堆放归综合执法',
  },
  {
    category: 'C0803',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['postal'],
    ground: '小区内堆放由属地和物业协调',
  },
  {
    category: 'B0303',
    name: 'estate',
    placeType: 'residential-area',
    lead: '@town',
    co: ['housing'],
    ground: '小区内由物业清运，属地督促',
  },
  {
    category: 'B0303',
    name: 'road',
    placeType: 'road',
    lead: 'law-enforcement',
    co: ['sanitation-group'],
    ground: '倾倒在外的由综合执法查处、环卫清运',
  },
  // Hotels and platforms, after the minutes of ten units.
  {
    category: 'C0804',
    name: 'travel',
    keywords: ['酒店', '民宿', '旅行社', '景区门票'],
    lead: 'culture',
    co: ['market'],
    ground: '住宿旅游服务由文旅牵头（十单位会商纪要）',
  },
  // Steel plates over road works.
  {
    category: 'B0804',
    name: 'plates',
    placeType: 'road',
    keywords: ['钢板'],
    lead: 'municipal-works',
    co: ['transport', 'traffic-police'],
    ground: '建设单位承担，市政牵头督促加垫',
  },
  // Stray dogs, rivers, short lets.
  {
    category: 'B0703',
    name: 'village',
    placeType: 'village',
    lead: 'agriculture',
    co: ['police', '@town'],
    ground: '农村流浪犬由农业农村牵头防疫收容',
  },
  {
    category: 'J0502',
    name: 'town',
    tags: ['镇街河段'],
    lead: '@town',
    co: ['water-affairs'],
    ground: '镇街级河长责任段由属地打捞，水务督导',
  },
  {
    category: 'J0502',
    name: 'park',
    placeType: 'park',
    lead: 'parks',
    co: ['water-affairs'],
    priority: 1,
    ground: '公园水面由园林保洁',
  },
  {
    category: 'D0803',
    name: 'short-let',
    placeType: 'residential-area',
    keywords: ['短租', '日租', '民宿'],
    lead: '@town',
    co: ['police', 'culture'],
    ground: '联合处置，街道先上门',
  },
  // Snow on the main roads.
  {
    category: 'K0702',
    name: 'winter-road',
    placeType: 'road',
    season: '12-01~02-29',
    lead: 'city-management',
    co: ['municipal-works', '@town'],
    ground: '冬季主干道除雪由城管组织',
  },
]
