import { between, chance, pick, type Random, wholeBetween } from '../random.ts'
import { agencies, companies, items, jobs, nameParts, shops } from './names.ts'

export type SlotValue = (random: Random, at: number) => string

/** Slots that name a place of the city, with the gazetteer's word for its kind. */
export const placeKinds: Readonly<Record<string, string>> = {
  estate: 'estate',
  road: 'road',
  school: 'school',
  middle: 'middle-school',
  kinder: 'kindergarten',
  hospital: 'hospital',
  clinic: 'clinic',
  mall: 'mall',
  market: 'market',
  park: 'park',
  bus: 'bus-stop',
  parking: 'parking',
  site: 'construction-site',
  factory: 'factory',
  elderly: 'elderly-home',
  food: 'restaurant-street',
  hamlet: 'hamlet',
  pond: 'pond',
  farm: 'farm',
}

const DAY = 86_400_000
const dateOf = (ms: number) => new Date(ms + 8 * 3_600_000)
const daysAgo = (random: Random, at: number, most: number) => dateOf(at - wholeBetween(random, 1, most) * DAY)
const oneOf =
  (...words: readonly string[]): SlotValue =>
  (random) =>
    pick(random, words)

export const valueSlots: Readonly<Record<string, SlotValue>> = {
  spot: oneOf(
    '东门',
    '西门',
    '南门',
    '北门',
    '东侧',
    '西侧',
    '南侧',
    '北口',
    '十字路口',
    '公交站旁',
    '中段',
    '拐弯处',
    '桥下',
    '加油站对面',
    '菜场对面',
  ),
  bldg: (random) =>
    pick(random, [
      `${wholeBetween(random, 1, 36)}号楼`,
      `${wholeBetween(random, 1, 28)}栋${wholeBetween(random, 1, 4)}单元`,
      `${wholeBetween(random, 1, 20)}幢`,
    ]),
  since: (random, at) => {
    const past = daysAgo(random, at, 40)
    const day = `${past.getUTCMonth() + 1}月${past.getUTCDate()}日`
    return pick(random, [
      `${day}以来`,
      `自${day}开始`,
      '最近一周',
      '这半个月',
      '最近一个多月',
      '从上周开始',
      '连续好几天',
      '近期',
    ])
  },
  span: oneOf(
    '三天',
    '五天',
    '一个星期',
    '十来天',
    '半个多月',
    '二十多天',
    '一个多月',
    '两个月',
    '三个月',
    '快半年',
    '大半年',
  ),
  told: oneOf(
    '跟物业和社区都反映过没有结果',
    '之前反映过两次',
    '打过三次电话没人来',
    '提醒过好几回都没用',
    '前后反映了四次',
    '找过几次都说在处理',
  ),
  date: (random, at) => {
    const past = daysAgo(random, at, 20)
    return pick(random, [
      `${past.getUTCMonth() + 1}月${past.getUTCDate()}日`,
      `${past.getUTCMonth() + 1}月${past.getUTCDate()}号`,
      '昨天',
      '前天',
      '上周末',
    ])
  },
  month: (random, at) => `${dateOf(at - wholeBetween(random, 20, 200) * DAY).getUTCMonth() + 1}月`,
  time: (random) =>
    pick(random, [
      '早上六点多',
      '早上七点半',
      '上午九点',
      '上午十点左右',
      '中午十二点',
      '下午两点',
      '下午三点半',
      '傍晚五点多',
      '晚上七点',
      '晚上八点多',
    ]),
  hour: oneOf('晚上十点半', '晚上十一点', '夜里十二点', '凌晨一点', '凌晨两点', '半夜'),
  money: (random) =>
    chance(random, 0.5) ? `${wholeBetween(random, 3, 98) * 10}元` : `${wholeBetween(random, 10, 69) * 100}元`,
  big: (random) =>
    pick(random, [`${between(random, 1, 9).toFixed(1)}万元`, `${wholeBetween(random, 80, 480) * 100}元`]),
  fee: (random) => `${wholeBetween(random, 6, 68) * 10}元`,
  property: (random) => `${pick(random, nameParts)}物业公司`,
  price: (random) => `${between(random, 0.8, 3.6).toFixed(1)}元`,
  n: (random) => String(wholeBetween(random, 2, 9)),
  many: (random) =>
    pick(random, ['二十多户', '三十多户', '一百多户', '六十几户', '好几栋楼的住户', '近两百户', '十几户']),
  ppl: (random) => pick(random, ['十二名工友', '一家八口', '二十多人', '七个人', '同村六个人', '三十来人']),
  age: (random) => pick(random, ['七十多岁', '八十三岁', '六十八岁', '快九十岁', '七十五岁', '八十多岁', '六十九岁']),
  shop: (random) => pick(random, shops),
  company: (random) => pick(random, companies),
  agency: (random) => pick(random, agencies),
  job: (random) => pick(random, jobs),
  item: (random) => pick(random, items),
  line: (random) => `${wholeBetween(random, 1, 88)}路公交`,
  tail: (random) => `${wholeBetween(random, 100, 999)}${pick(random, [...'ABCDEFGHJK'])}`,
  name: oneOf('张女士', '李先生', '王阿姨', '刘师傅', '陈先生', '赵女士', '周大爷', '孙女士', '吴先生', '何女士'),
  phone: (random) => fictitiousPhone(random),
}

/** A range kept for examples: it looks like a number, and masking can be seen, but it is nobody's. */
export const fictitiousPhone = (random: Random): string =>
  `1380000${String(wholeBetween(random, 0, 9999)).padStart(4, '0')}`
