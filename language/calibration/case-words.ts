import { wordsOf } from '../text/words.ts'

const LONGEST = 6
const MOST = 120
const WORD = /^[\p{Script=Han}\p{L}][\p{Script=Han}\p{L}\p{N}]*$/u
/** What is in every second request says nothing about one: helpers of the sentence, and how people ask. */
const EMPTY = new Set(
  '我们 你们 他们 自己 希望 尽快 处理 解决 反映 已经 没有 不能 可以 什么 怎么 为什么 这个 那个 一个 现在 一直 多次 请问 帮忙 麻烦 无果 影响 大家 生活 很久 知道 需要 进行 相关 部门 问题 情况'.split(
    ' ',
  ),
)

const counts = (word: string): boolean => word.length >= 2 && word.length <= LONGEST && WORD.test(word)

/**
 * Words of a request that a rule could ask for: two to six characters, each once, also two neighbours taken together, since a
 * segmenter does not know every new thing (小 + 黄车). Bounded, in the order of the text.
 */
export function caseWords(text: string): string[] {
  const parts = wordsOf(text.slice(0, 600))
  const found = new Set<string>()
  for (const [i, part] of parts.entries()) {
    if (counts(part) && !EMPTY.has(part)) found.add(part)
    const next = parts[i + 1]
    if (next === undefined || EMPTY.has(part) || EMPTY.has(next)) continue
    const both = part + next
    if (WORD.test(part) && WORD.test(next) && counts(both)) found.add(both)
    if (found.size >= MOST) break
  }
  return [...found]
}
