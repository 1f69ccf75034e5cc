import { sentencesOf } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'

/** Beyond this a text is read no further: a request has 2,000 characters, an hour's call about 15,000. */
const READ = 20_000
/** What tells less than a third of what the best sentence tells is left out, though there be room. */
const WORTH = 0.33
const GREETING = /^(?:尊敬的|敬爱的|您好|你好|各位|感谢|谢谢|此致|敬礼|望回复|期待回复)/u
const WISH = /希望|请求|要求|请(?:尽快|帮|问|有关)|能否|能不能|可否|建议|什么时候|何时|怎么办/u

type Sentence = Span & { text: string; words: ReadonlySet<string>; at: number }

const contentWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 1 && /\p{Script=Han}/u.test(word)))

/** A word counts by how many sentences say it; a sentence by its words, its place at the head, and what it asks for. */
function weightOf(sentence: Sentence, said: ReadonlyMap<string, number>, taken: ReadonlySet<string>): number {
  if (GREETING.test(sentence.text) && sentence.words.size < 4) return 0
  const fresh = [...sentence.words].filter((word) => !taken.has(word))
  const points = fresh.reduce((sum, word) => sum + 1 + Math.log(said.get(word) ?? 1), 0)
  const dense = points / Math.sqrt(sentence.words.size + 4)
  return dense * (sentence.at === 0 ? 1.3 : 1) * (WISH.test(sentence.text) ? 1.35 : 1)
}

/**
 * The sentences that say most of a text within `maxChars` characters, in the text's order and in its own words, each
 * with its place: extraction by word weights, greedily, with what was said already counting nothing (after maximal
 * marginal relevance, Carbonell & Goldstein 1998). Empty for a text without a sentence; a first sentence that is too
 * long alone comes cut.
 */
export function summarise(text: string, maxChars = 120): (Span & { text: string })[] {
  const sentences = sentencesOf(text.slice(0, READ)).map((one, at) => ({ ...one, at, words: contentWords(one.text) }))
  const said = new Map<string, number>()
  for (const { words } of sentences) for (const word of words) said.set(word, (said.get(word) ?? 0) + 1)
  const taken = new Set<string>()
  const chosen: Sentence[] = []
  let [left, room, first] = [sentences.slice(0, 400), maxChars, 0]
  while (left.length > 0 && room > 0) {
    const [best] = left
      .map((one) => ({ one, weight: weightOf(one, said, taken) }))
      .toSorted((a, b) => b.weight - a.weight)
    if (best === undefined || best.weight < first * WORTH) break
    first = Math.max(first, best.weight)
    left = left.filter((one) => one !== best.one)
    if (best.one.text.length > room && chosen.length > 0) continue
    chosen.push(best.one)
    room -= best.one.text.length
    for (const word of best.one.words) taken.add(word)
  }
  return chosen
    .toSorted((a, b) => a.from - b.from)
    .map(({ text: whole, from, to }) => fitting(whole, from, to, maxChars))
}

/** Cut at a comma where there is one in the second half, never through a character. */
function fitting(whole: string, from: number, to: number, max: number): Span & { text: string } {
  if (whole.length <= max) return { text: whole, from, to }
  const short = whole.slice(0, max)
  const comma = Math.max(short.lastIndexOf('，'), short.lastIndexOf(','))
  const text = comma > max / 2 ? short.slice(0, comma) : short.isWellFormed() ? short : short.slice(0, -1)
  return { text, from, to: from + text.length }
}
