import {
  type AppellantType,
  Channel,
  type Confidential,
  type Kind,
  type RequestType,
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
