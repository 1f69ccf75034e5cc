import { FREE_LEFT } from './addressed-name.ts'
import { BUSINESS_AFTER, NO_KIN_AFTER, SHORT_HONORIFIC } from './name-cues.ts'
import { type Ground, isHan } from './name-ground.ts'
import { isOrdinaryAt } from './ordinary-words.ts'

/** What goes on after a short form of address or 小李. */
const GOES_ON =
  /^(?:$|[^\u4e00-\u9fff]|[说称的家来打在是让叫给和跟也就去表反回告联他她把被对向又才要不没很已将曾却还于从])/
/** Little words that would be family names: 小钱, 老段, 小史. */
const NOT_LITTLE = new Set('钱孔段雷童陶路顾史鲁鞠柴史余章涂')
const KIN = '哥姐叔姨伯婶嫂爷奶总董婆嬢妹舅姑'

/** Where the form of address stands behind a family name: also of 王二叔, 李三姐. */
function honorificAt({ text, family }: Ground, at: number): number {
  const to = at + family(at)
  return /[大二三四五六七八小]/.test(text[to] ?? '') && KIN.includes(text[to + 1] ?? ' ') ? to + 1 : to
}

/** 王总, 李工, 张姐: a family name of one character with a form of address of one. */
export function isShortlyAddressed(ground: Ground, at: number): boolean {
  const { text } = ground
  const to = honorificAt(ground, at)
  const honorific = text[to] ?? ' '
  const isFree = FREE_LEFT.test(text.slice(Math.max(0, at - 4), at))
  if (!SHORT_HONORIFIC.includes(honorific) || ground.familyWeight(at) < (isFree ? 1 : 2)) return false
  if (isOrdinaryAt(text, at)) return false
  if (ground.isCut(at) || ground.isCut(to + 1)) return false
  const after = text.slice(to + 1, to + 12)
  if (KIN.includes(honorific)) return !NO_KIN_AFTER.test(honorific + after) && !BUSINESS_AFTER.test(after)
  return !'高金石田白木'.includes(text[at] ?? '') && ground.familyWeight(at) > 1 && (isFree || GOES_ON.test(after))
}

/** Names of the second rank that are things after 小 or 老. */
const THINGS = new Set('米谷沙银麦蓝宫苗衣燕楚桑鹿')

/** 老王, 小李, 大刘 */
export function isFamiliar(ground: Ground, at: number): boolean {
  const { text } = ground
  const before = text[at - 1] ?? ''
  const c = text[at] ?? ''
  const weight = ground.familyWeight(at)
  if (!'老小大'.includes(before) || before === '' || weight < 2 || NOT_LITTLE.has(c) || THINGS.has(c)) return false
  const to = at + ground.family(at)
  const isOne = ground.lie(at - 1, to) === 'word'
  if (isOrdinaryAt(text, at) || (ground.isCut(at) && !isOne) || BUSINESS_AFTER.test(text.slice(to, to + 12)))
    return false
  if (GOES_ON.test(text.slice(to, to + 2))) return before !== '大' || weight > 2
  return weight > 2 && before !== '大' && !ground.isCut(to) && !ground.isInWord(at - 1)
}

/** What stands for the rest of a name. */
const UNSAID = /(?:某某|某[\u4e00-\u9fff]?|[xX×*＊○〇]{1,3})/y
const NOT_UNSAID =
  /^某(?:些|个|种|天|日|次|处|地|年|月|时|位|项|条|家|小|公|单|街|路|店|医|学|银|品|平|保|楼|栋|方|村|镇|市|区|县)/

/** How long the unsaid rest of a name is: 张某, 李某刚, 陈××; 0 where it is no name's. */
export function unsaidLength(ground: Ground, at: number, isGiven: (c: string) => boolean): number {
  const { text } = ground
  const weight = ground.familyWeight(at)
  const from = at + ground.family(at)
  UNSAID.lastIndex = from
  const unsaid = UNSAID.exec(text)?.[0] ?? ''
  if (unsaid === '某某') return weight > 1 || !isHan(text[at - 1]) ? 2 : 0
  if (unsaid === '' || weight < 2 || NOT_UNSAID.test(text.slice(from, from + 3))) return 0
  if (!unsaid.startsWith('某')) return /[A-Za-z0-9]/.test(text[from + unsaid.length] ?? '') ? 0 : unsaid.length
  return unsaid.length === 2 && isGiven(unsaid[1] ?? '') ? 2 : 1
}
