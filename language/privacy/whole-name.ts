import { AFTER_NAME, BEFORE_NAME, PLACE_AFTER, PLACE_END, PLACE_WITHIN, WITH_NAME } from './name-cues.ts'
import { type Ground, isHan, type Lie } from './name-ground.ts'
import { isOrdinaryAt } from './ordinary-words.ts'
import { OF_GRAMMAR } from './surnames.ts'

const HAN = /^[\u4e00-\u9fff]+$/
const SAID_NAME = new RegExp(`(?:${BEFORE_NAME})(?:名为|名叫|姓名|叫做|叫|是|为)?[：:\\s"“「（(]{0,2}$`)
const SURE_NAME =
  /(?:户名|开户人|收款人|付款人|借款人|担保人|签收人|真名|大名|曾用名|名字为|姓名为|我叫|名叫|叫做|名字叫|名字是|姓名|联系人|联络人|收件人|收货人|寄件人|当事人|经办人|承办人|申请人|投诉人|举报人|反映人|来电人|诉求人|报案人|法人代表|法定代表人|署名|落款|签名|户主|业主姓名|患者|监护人|我名)(?:名为|名叫|姓名|叫做|叫|是|为)?[：:\s"“「（(]{0,2}$/
/** 审核：, 回访人, 核查人员: what a form or a sentence says before the one who did it. */
const LABELLED = /(?:[：:]|[\u4e00-\u9fff](?:人|人员|队员|专员|者|民警|干部|家属))\s?$/
const COUNTED = /[0-9〇零一二三四五六七八九十百千万多几][名个位]?$/

/** What speaks for a name: said to be one (6), by what somebody is (3), by what stands around (1 or 0). */
function groundsBefore(left: string, isListed: boolean): number {
  if (isListed) return 6
  if (SAID_NAME.test(left)) return SURE_NAME.test(left) ? 6 : 3
  if (LABELLED.test(left)) return 3
  if (WITH_NAME.test(left)) return 2
  return left === '' || !isHan(left.at(-1)) ? 1 : 0
}

const FUNCTION =
  /^[的是在把被和与跟也都就要不没又还很已从对向给让将于打回处拖欠养核吵沟约干跑上出进走住搬修装找收退骗写签买卖受工]/

/** A person goes on after the name (2), or at least no other word does (1). */
function groundsAfter(right: string): number {
  if (AFTER_NAME.test(right)) return 2
  return !isHan(right[0]) || FUNCTION.test(right) ? 1 : 0
}

/** The segmenter's own guess speaks for a name. */
const WORDS = { guess: 2, parts: 1, word: 0, none: 0 }

/** What the segmenter takes for a name where one is due counts, whatever its characters. */
const guessed = (lie: Lie, weight: number, before: number, after: number): number =>
  lie === 'guess' && weight > 1 && (before >= 3 || after === 2) ? 3 : 0

/** How much speaks for a name from here to there; 0 where something forbids it. */
function scoreOf(ground: Ground, from: number, to: number, before: number): number {
  const { text } = ground
  const family = ground.family(from)
  const weight = ground.familyWeight(from)
  const right = text.slice(to, to + 8)
  const after = groundsAfter(right)
  if (!HAN.test(text.slice(from, to)) || to > text.length || (after < 2 && ground.isCut(to))) return 0
  const lie = ground.lie(from, to)
  const givens = Math.max(ground.givens(from + family, to), guessed(lie, weight, before, after))
  if (weight === 1 && before < 3 && (givens < 5 || lie === null || lie === 'word')) return 0
  if (
    before === 6
      ? givens + after === 0
      : givens === 0 ||
        PLACE_AFTER.test(right) ||
        PLACE_END.test(text.slice(from, to)) ||
        (lie === 'word' && after + weight < 5)
  )
    return 0
  // 郭磊 between other words: a frequent family name, a clear given one, and the segmenter's guess.
  const isPlain = to - from === family + 1 && weight + givens === 6 && lie === 'guess'
  return weight + givens + before + after + WORDS[lie ?? 'none'] + Number(isPlain)
}

const ENOUGH = 9

/**
 * Where the whole name ends that begins here, by all that speaks for it together; null where too little does.
 * `isListed`: a name stands right before, parted by 、 or 和.
 */
export function wholeNameTo(ground: Ground, from: number, isListed: boolean): number | null {
  const { text } = ground
  const family = ground.family(from)
  const left = text.slice(Math.max(0, from - 10), from)
  if (family === 0 || !isHan(text[from + family]) || COUNTED.test(left)) return null
  const before = groundsBefore(left, isListed)
  if (before < 6 && (isOrdinaryAt(text, from) || PLACE_WITHIN.test(text.slice(from + family, from + family + 4))))
    return null
  if (before < 3 && ground.isCut(from)) return null
  if (before < 6 && OF_GRAMMAR.has(text[from] ?? '')) return null
  const long = scoreOf(ground, from, from + family + 2, before)
  const short = scoreOf(ground, from, from + family + 1, before)
  if (long >= ENOUGH && short <= long + 2) return from + family + 2
  return short >= ENOUGH ? from + family + 1 : null
}
