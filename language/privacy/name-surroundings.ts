import { MARK } from './blanked.ts'
import { isHan } from './clauses.ts'
import type { Candidate } from './name-candidates.ts'
import { BUSINESS_AFTER, PLACE_AFTER, PLACE_END, PLACE_WITHIN } from './name-cues.ts'

const PERSON_AFTER =
  /^(?:[，,。；、：:（(]?\s?(?:[男女](?:$|[^\u4e00-\u9fff性])|\uFFFF|身份证|手机|电话|联系电话|住址|年龄|今年|\d{2}岁|户籍|汉族))/
const SAYS =
  /^(?:又|再次|也|已|于|昨|今|前来|曾)?(?:来电|来信|来访|反映|表示|投诉|举报|告诉|告知|打电话|致电|咨询|求助|催办|补充|称|说|认为|要求|回复)/
const OWNS =
  /^(?:的|名下|家)(?:身份证|电话|手机|联系|儿子|女儿|孩子|母亲|父亲|妻子|丈夫|老公|老婆|家|名字|房|车|工资|账|里|中|住|漏|狗|低保|父|母|名下)?/
const GROUP =
  /^(?:夫妇|夫妻|一家|父子|母女|母子|父女|姐妹|兄弟|等人|等\d|等[一二三四五六七八九十]|两人|二人|两家|三人|同志|本人|签字|签名|签收)/

const AFTER = [PERSON_AFTER, SAYS, OWNS, GROUP]

/** What goes on behind: 0 a Han character, 1 the end, 2 punctuation, 3 a digit or letter, 4… a person goes on. */
export function afterOf(text: string, to: number): number {
  const right = text.slice(to, to + 8)
  const said = AFTER.findIndex((pattern) => pattern.test(right))
  if (said >= 0) return 4 + said
  const c = right[0]
  if (c === undefined) return 1
  if (isHan(c)) return 0
  if (/[0-9A-Za-z]/.test(c)) return 3
  return c === MARK ? 8 : c === ' ' ? 9 : 2
}

/** 1 Han, 2 a digit, 3 a letter, 4 what is masked, 5 a blank, 6 a colon, 7 、, 8 a bracket, 9 another sign. */
export function sortOf(c: number): number {
  if (c >= 0x4e00 && c <= 0x9fff) return 1
  if (c >= 48 && c <= 57) return 2
  if ((c | 32) >= 97 && (c | 32) <= 122) return 3
  if (c === 0xffff) return 4
  if (c === 32 || c === 10) return 5
  if (c === 58 || c === 0xff1a) return 6
  if (c === 0x3001) return 7
  return c === 40 || c === 0xff08 || c === 0x201c ? 8 : 9
}

/** What shops and businesses end in, a few words on. */
const SHOPLIKE =
  /^[\u4e00-\u9fff]{0,6}?(?:店|馆|铺|坊|堂|轩|阁|斋|记|鱼庄|山庄|厂|吧|屋|诊所|公司|工作室|超市|商行|服务部|门市|班(?![主长])|摊位?|家政|装修|装饰|搬家|开锁|维修|汽修|火锅|烧烤|面|粉|饼|饭|粥|汤|鸡|鸭|鱼|虾|肉|包子|馒头|豆腐|牌|辣酱|酱|茶|酒|药)(?=$|[^\u4e00-\u9fff]|[的在把被油占卖里门半夜噪排用不没有是收拒每违无堆外售招霸乱关涉欠])/

/** Whether a place, a street or a shop goes on behind, as bits. */
export function placeOf(text: string, { to: end, family, kind, from, honorific }: Candidate): number {
  const to = end + honorific.length
  const right = text.slice(to, to + 12)
  if (honorific.id > 0)
    return 16 + Number(BUSINESS_AFTER.test(right)) + 2 * Number(SHOPLIKE.test(right)) + 4 * Number(honorific.length > 1)
  return (
    32 * Number(SHOPLIKE.test(right)) +
    Number(PLACE_AFTER.test(right)) +
    2 * Number(BUSINESS_AFTER.test(right)) +
    4 * Number(kind === 'whole' && PLACE_END.test(text.slice(from, to))) +
    8 * Number(PLACE_WITHIN.test(text.slice(from + family, from + family + 4)))
  )
}
