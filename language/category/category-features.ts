import { simplify } from '../search/traditional.ts'
import type { Span } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'

/** One feature at one place of the text it was found in. */
export type Found = Span & { id: number }

/** Letters, digits and Han characters; everything else separates. */
const RUN = /[\p{Script=Han}\p{L}\p{N}]+/gu
const CHARACTERS = 0x1b56c4e9
const WORDS = 0x2f0b4c47

/**
 * Full-width narrowed, letters lowered, digits made alike, traditional characters simplified, one character for one:
 * places stay those of the text.
 */
export function flattened(text: string): string {
  const plain = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const lower = plain.toLowerCase()
  return simplify((lower.length === text.length ? lower : plain).replace(/[0-9]/g, '0'))
}

/**
 * FNV-1a over the characters, started differently for words so that they never meet a stretch of characters. The lowest
 * bit says whether it is a single character.
 */
function idOf(text: string, from: number, to: number, start: number): number {
  let hash = start
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (((hash ^ (hash >>> 15)) & ~1) | (to - from === 1 ? 1 : 0)) >>> 0
}

export const isSingle = (id: number): boolean => (id & 1) === 1

/**
 * Words, single characters and pairs of them, each with its place, in the order of the text. Stretches of three were
 * measured and left out: twice the time and nothing better on short sentences.
 */
export function featuresIn(text: string): Found[] {
  const flat = flattened(text)
  const found: Found[] = []
  for (const run of flat.matchAll(RUN)) {
    const [end, start] = [run.index + run[0].length, run.index]
    for (let from = start; from < end; from++) {
      found.push({ id: idOf(flat, from, from + 1, CHARACTERS), from, to: from + 1 })
      if (from + 2 <= end) found.push({ id: idOf(flat, from, from + 2, CHARACTERS), from, to: from + 2 })
    }
    let from = start
    for (const word of wordsOf(run[0])) {
      const to = from + word.length
      if (word.length > 1) found.push({ id: idOf(flat, from, to, WORDS), from, to })
      from = to
    }
  }
  return found
}
