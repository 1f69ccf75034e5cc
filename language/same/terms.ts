import { normalise } from '../text/normalise.ts'
import { wordsOf } from '../text/words.ts'
import type { TermRow } from './term-row.ts'
import type { Gather } from './vector.ts'

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

function addWords(row: TermRow, part: string, times: number): void {
  for (const word of wordsOf(part)) if (isTerm(word)) for (let n = 0; n < times; n++) row.add(hashOf(word))
}

/** The words of a text, those of the title twice. The text is as `readPart` gives it, here and below. */
export const words =
  ({ title, content }: MatterText): Gather =>
  (row) => {
    addWords(row, title, 2)
    addWords(row, content, 1)
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

/** Stretches of `from` to `to` characters that no punctuation cuts. */
function addGrams(row: TermRow, part: string, from: number, to: number): void {
  for (const [run] of part.matchAll(RUN))
    for (let size = from; size <= to; size++)
      for (let at = 0; at + size <= run.length; at++) row.add(gramHash(run, at, size))
}

/** Stretches of two to `longest` characters of the whole, those of the title twice: other words for the same, typing errors. */
export const textGrams =
  ({ title, content }: MatterText, longest: 2 | 3): Gather =>
  (row) => {
    addGrams(row, title, 2, longest)
    addGrams(row, title, 2, longest)
    addGrams(row, content, 2, longest)
  }

/** Single characters and pairs of the title alone. */
export const titleGrams =
  ({ title }: MatterText): Gather =>
  (row) =>
    addGrams(row, title, 1, 2)
