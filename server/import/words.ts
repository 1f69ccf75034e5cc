import {
  type AppellantType,
  Channel,
  type Confidential,
  type Kind,
  type Ownership,
  type PlaceType,
  type RequestType,
  type RespondentType,
  type Urgency,
} from '#domain/city/vocabulary.ts'
import type { Field } from './fields.ts'

type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>

const requestType: Words<RequestType> = {
  consult: ['咨询', '咨询类'],
  help: ['求助', '求助类', '诉求', '求决'],
  complaint: ['投诉', '投诉类'],
  report: ['举报', '举报类', '投诉举报'],
  suggestion: ['建议', '建议类', '意见建议'],
  praise: ['表扬', '表扬类', '感谢', '表扬感谢'],
  other: ['其他', '其它', '其他类'],
}
const channel: Words<Channel> = {
  phone: ['电话', '12345电话', '热线', '来电'],
  'voice-bot': ['语音机器人', '智能语音'],
  sms: ['短信'],
  wechat: ['微信', '公众号', '微信公众号', '微信微博'],
  'mini-program': ['小程序', '微信小程序'],
  app: ['应用', '手机应用', '客户端', '移动端'],
  web: ['网站', '门户网站', '网页', '网络'],
  mail: ['邮件', '来信', '信件', '邮箱'],
  'leader-box': ['领导信箱', '市长信箱', '书记信箱', '区长信箱'],
  'grid-report': ['网格上报', '网格'],
  'transfer-110': ['110转办', '110', '110接警', '110非警务'],
  upstream: ['上级派发', '上级转办', '市级派单', '市12345', '市派'],
  media: ['媒体', '人民网', '人民网留言', '留言板'],
  'walk-in': ['来访', '窗口', '现场'],
  callback: ['回访', '回访转单'],
}
const urgency: Words<Urgency> = { normal: ['一般', '普通'], urgent: ['紧急', '急'], critical: ['特急', '特别紧急'] }
const kind: Words<Kind> = { general: ['一般', '简单', '普通'], complex: ['复杂'], urgent: ['紧急'] }
/** Who only says "yes, confidential" gets the strictest reading. */
const confidential: Words<Confidential> = {
  none: ['不保密', '否', '公开', 'no', '0'],
  name: ['姓名保密', '保密姓名'],
  contact: ['联系方式保密', '电话保密', '保密联系方式'],
  all: ['全部保密', '保密', '是', 'yes', '1'],
}
const appellantType: Words<AppellantType> = {
  person: ['个人', '自然人', '市民', '群众'],
  enterprise: ['企业', '市场主体', '公司'],
  organisation: ['组织', '社会组织', '单位', '机关'],
}
const placeType: Words<PlaceType> = {
  'residential-area': ['小区内', '小区', '住宅小区'],
  road: ['市政道路', '道路', '公共道路', '马路'],
  river: ['河道', '河湖'],
  site: ['工地', '施工工地'],
  shop: ['商铺', '门店', '商场'],
  market: ['市场', '农贸市场'],
  school: ['学校', '校园'],
  park: ['公园绿地', '公园', '绿地'],
  village: ['村庄', '农村', '村内'],
  other: ['其他', '其它'],
}
const ownership: Words<Ownership> = {
  municipal: ['市政', '公有', '国有'],
  community: ['小区共有', '业主共有'],
  village: ['村集体', '集体'],
  private: ['私人', '私有', '个人'],
  enterprise: ['企业自管', '企业'],
  unknown: ['不明', '权属不明', '未知'],
}
const respondentType: Words<RespondentType> = {
  'property-company': ['物业公司', '物业'],
  developer: ['开发商', '房地产企业'],
  builder: ['施工单位', '施工方'],
  shop: ['商户', '商家', '个体工商户'],
  platform: ['平台企业', '平台', '电商平台'],
  employer: ['用人单位'],
  school: ['学校', '培训机构'],
  hospital: ['医院', '医疗机构'],
  'public-enterprise': ['公用企业', '公共服务企业'],
  unit: ['机关单位', '政府部门', '机关'],
  person: ['个人', '自然人'],
  other: ['其他', '其它'],
}
const gender: Words<'male' | 'female' | 'unknown'> = {
  male: ['男', '先生', '男士', '男性'],
  female: ['女', '女士', '小姐', '女性'],
  unknown: ['未知', '不详', '保密'],
}
const flag: Words<'yes' | 'no'> = { yes: ['是', '有', '1', 'true', 'y', '√'], no: ['否', '无', '0', 'false', 'n', '×'] }

/** Fields whose cells hold one of a few words: the word people write, and the value it means. */
const tables: Partial<Record<Field, Words<string>>> = {
  requestType,
  channel,
  urgency,
  kind,
  confidential,
  appellantType,
  placeType,
  ownership,
  respondentType,
  gender,
  anonymous: flag,
  hazard: flag,
  replyWanted: flag,
}
const FLAGS: readonly Field[] = ['anonymous', 'hazard', 'replyWanted']

type Meaning = { values: ReadonlyMap<string, string | boolean>; expected: string }

const meanings = new Map<Field, Meaning>(
  (Object.entries(tables) as [Field, Words<string>][]).map(([field, table]) => {
    const rows = Object.entries(table)
    const meant = (value: string) => (FLAGS.includes(field) ? value === 'yes' : value)
    const values = new Map(rows.flatMap(([value, words]) => [value, ...words].map((w) => [w, meant(value)] as const)))
    const expected = rows.map(([value, words]) => `${words[0]}/${value}`).join(', ')
    return [field, { values, expected: `one of 应为其中之一: ${expected}` }]
  }),
)

/** The words of a field, or undefined where its cells are free text. */
export const meaningOf = (field: Field): Meaning | undefined => meanings.get(field)

/** The channel a word such as `上级派发` or `upstream` means. */
export const channelOf = (word: string): Channel | null =>
  Channel.safeParse(meanings.get('channel')?.values.get(word.trim().toLowerCase())).data ?? null
