import { clauseWords } from './clause-words.ts'
import { givenWeight } from './given-names.ts'
import { COMPOUND_NAMES, surnameWeight } from './surnames.ts'

export const isHan = (c: string | undefined): boolean => c !== undefined && c >= '\u4e00' && c <= '\u9fff'

/** A dictionary's word, not one that the segmenter guessed or takes for a name itself. */
const isWord = (tag: string): boolean => tag !== 'x' && !tag.startsWith('nr')

/** How the words of the text lie under a stretch: one word of the dictionary, one guessed, several, or across. */
export type Lie = 'word' | 'guess' | 'parts' | null

/** What can be asked about places of one text, wherever a name might stand. */
export type Ground = {
  readonly text: string
  /** length of the family name at a place: 2 for 欧阳, 1, or 0 */
  family(at: number): number
  familyWeight(at: number): number
  /** how much the characters speak for a given name; 0 where one of them is in none */
  givens(from: number, to: number): number
  lie(from: number, to: number): Lie
  /** a word of the dictionary lies across the place: then no name begins or ends there */
  isCut(at: number): boolean
  /** any word, also a guessed one, lies across it: 门卫, 出租车, 甲方 */
  isInWord(at: number): boolean
}

export function groundOf(text: string): Ground {
  const words = clauseWords(text)
  const family = (at: number) =>
    COMPOUND_NAMES.has(text.slice(at, at + 2)) ? 2 : surnameWeight(text[at] ?? '') > 0 ? 1 : 0
  const across = (at: number): string | null => {
    const { at: starts, ends } = words(at)
    if (starts.has(at) || ends.has(at)) return null
    for (let back = 1; back <= 4; back++) {
      const word = starts.get(at - back)
      if (word !== undefined) return word.to > at ? word.tag : null
    }
    return null
  }
  const lie = (from: number, to: number): Lie => {
    const { at: starts, ends } = words(from)
    const word = starts.get(from)
    if (word === undefined || !ends.has(to)) return null
    if (word.to !== to) return 'parts'
    return isWord(word.tag) ? 'word' : 'guess'
  }
  const listed = (from: number, to: number): number => {
    let sum = 0
    for (let i = from; i < to; i++) {
      const weight = givenWeight(text[i])
      if (weight === 0) return 0
      sum += weight
    }
    return sum
  }
  /** The segmenter took it for a name and one of its characters is known for it; the other may be rare. */
  const guessed = (from: number, to: number): number =>
    to - from === 2 && surnameWeight(text[from - 1] ?? '') > 1 && lie(from - 1, to) === 'guess'
      ? Math.max(givenWeight(text[from]), givenWeight(text[to - 1]))
      : 0
  return {
    text,
    family,
    familyWeight: (at) => (family(at) === 2 ? 4 : surnameWeight(text[at] ?? '')),
    givens: (from, to) => listed(from, to) || guessed(from, to),
    lie,
    isCut: (at) => isWord(across(at) ?? 'x'),
    isInWord: (at) => isHan(text[at - 1]) && across(at) !== null,
  }
}
