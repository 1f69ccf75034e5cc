import { normalise } from '../text/normalise.ts'
import { wordsOf } from '../text/words.ts'

/** One request as it is compared: what stands in the title is what the matter is about. */
export type MatterText = { title: string; content: string }

/** Of the content that many characters are read: what comes later is history, feelings and thanks (600 measured best). */
const READ_CHARACTERS = 600
const TITLE_CHARACTERS = 120

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u
const RUN = /[\p{L}\p{N}]+/gu
/** A single Han character says too little; two of them, or a number, say something. */
const isTerm = (word: string): boolean =>
  WORD.test(word) && (word.length > 1 || (!HAN.test(word) && /\p{N}/u.test(word)))

/** FNV-1a over UTF-16 units, finished so that neighbouring texts lie far apart: an unsigned 32-bit number. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The parts that count, normalised and bounded: 100 k characters cost as much as 600. */
export const readPart = ({ title, content }: MatterText): MatterText => ({
  title: normalise(title.slice(0, TITLE_CHARACTERS)).trim(),
  content: normalise(content.slice(0, READ_CHARACTERS)).trim(),
})

export type Counts = Map<number, number>

const count = (counts: Counts, term: number, times: number): void => {
  counts.set(term, (counts.get(term) ?? 0) + times)
}

/** How often each word is said, those of the title twice. The text is as `readPart` gives it. */
export function wordCounts({ title, content }: MatterText): Counts {
  const counts: Counts = new Map()
  for (const word of wordsOf(title)) if (isTerm(word)) count(counts, hashOf(word), 2)
  for (const word of wordsOf(content)) if (isTerm(word)) count(counts, hashOf(word), 1)
  return counts
}

/** Words and grams live in one table; the seed keeps 小区 the word and 小区 the pair of characters apart. */
const GRAM_SEED = 0x5bd1e995

/** As `hashOf` of the stretch, without cutting it out: a text has a thousand of them. */
function gramHash(run: string, at: number, size: number): number {
  let hash = 0x811c9dc5 ^ GRAM_SEED
  for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ run.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Stretches of `from` to `to` characters that no punctuation cuts, counted `times` each. */
export function addGrams(counts: Counts, part: string, from: number, to: number, times: number): Counts {
  for (const [run] of part.matchAll(RUN))
    for (let size = from; size <= to; size++)
      for (let at = 0; at + size <= run.length; at++) count(counts, gramHash(run, at, size), times)
  return counts
}

/** Pairs and triples of characters of the whole, those of the title twice: other words for the same, typing errors. */
export const textGrams = ({ title, content }: MatterText): Counts =>
  addGrams(addGrams(new Map(), title, 2, 3, 2), content, 2, 3, 1)

/** Single characters and pairs of the title alone. */
export const titleGrams = ({ title }: MatterText): Counts => addGrams(new Map(), title, 1, 2, 1)
