import { normalise } from './normalise.ts'

/** Letters, digits and Han characters; everything else separates. */
const WORD = /[\p{Script=Han}\p{L}\p{N}]+/gu

/**
 * Every two neighbouring characters as one number (first × 65536 + second, as a signed 32-bit integer): no two pairs
 * share a number, so an index of them finds any stretch of two characters or more, with a last look at the text.
 */
export function pairsOf(text: string): number[] {
  const pairs = new Set<number>()
  for (const [word] of normalise(text).matchAll(WORD))
    for (let i = 0; i + 1 < word.length; i++) pairs.add((word.charCodeAt(i) << 16) | word.charCodeAt(i + 1))
  return [...pairs]
}
