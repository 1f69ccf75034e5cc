import { type Needle, needleOf } from './needle.ts'

/** What was typed: words that must all occur, each as it stands; `exact`: in quotation marks, not to be read otherwise. */
export type Question = { words: readonly Word[] }
export type Word = Needle & { exact: boolean }

/** More words than that only cost time; people paste whole sentences. */
const WORDS_AT_MOST = 8

/** Straight, curly and Chinese quotation marks; an opening one without its end is a character like any other. */
const PARTS = /"([^"]+)"|“([^”]+)”|「([^」]+)」|(\S+)/gu

/**
 * Reads what was typed. Null: nothing in it can be looked for, since it has no two characters side by side of which one
 * is a letter, digit or Han character. Two single characters (「吵 我」) are looked for as they stand, with their gap.
 */
export function questionOf(typed: string): Question | null {
  const words: Word[] = []
  for (const [, straight, curly, corner, bare] of typed.matchAll(PARTS)) {
    const quoted = straight ?? curly ?? corner
    const needle = needleOf(quoted ?? bare ?? '')
    if (needle.text !== '' && !words.some(({ text }) => text === needle.text))
      words.push({ ...needle, exact: quoted !== undefined })
  }
  const some = words.slice(0, WORDS_AT_MOST)
  if (some.some(({ pairs }) => pairs.length > 0)) return { words: some }
  const whole = needleOf(typed)
  return whole.pairs.length > 0 ? { words: [{ ...whole, exact: true }] } : null
}
