/** Letters, digits and Han characters; everything else is a gap between them. */
const WORD = /[\p{Script=Han}\p{L}\p{N}]+/gu

/** Stands for any gap: a letter of no text. */
const GAP = 1

const pair = (first: number, second: number): number => (first << 16) | second

/**
 * Where letters meet punctuation, blanks or a line's end: (letter, gap) and (gap, letter), as numbers like those of
 * `pairsOf`. With them 「。我」 is found as it stands, though it holds one letter only. Expects a normalised text.
 */
export function jointsOf(text: string): number[] {
  const joints = new Set<number>()
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index > 0) joints.add(pair(GAP, word.charCodeAt(0)))
    if (index + word.length < text.length) joints.add(pair(word.charCodeAt(word.length - 1), GAP))
  }
  return [...joints]
}

const PRIVATE_USE = 0xe000
const PRIVATE_PLACES = 6400

/**
 * Neighbouring characters of a title, in numbers of their own: the first character folded into the private-use block, so
 * that two strangers may share a number (the text is looked at last) but never with a pair of the body.
 */
export function titleKeysOf(text: string): number[] {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0)
  const keys = points
    .slice(1)
    .map((second, i) => pair(PRIVATE_USE + ((points[i] ?? 0) % PRIVATE_PLACES), second % 0x10000))
  return [...new Set(keys)]
}
