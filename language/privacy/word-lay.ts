import { wordsOf, wordTag } from '../text/words.ts'

/** How the words of one clause lie: by place, from the clause's begin. */
export type Lay = {
  /** where the word over each place begins and ends */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly words: readonly string[]
  /** number of the word over each place */
  readonly at: Int32Array
}

export function layOf(clause: string): Lay {
  const words = wordsOf(clause)
  const n = clause.length
  const lay = { from: new Int32Array(n + 1), to: new Int32Array(n + 1), at: new Int32Array(n + 1), words }
  let begin = 0
  for (let w = 0; w < words.length; w++) {
    const end = begin + (words[w]?.length ?? 0)
    for (let i = begin; i < end && i < n; i++) {
      lay.from[i] = begin
      lay.to[i] = end
      lay.at[i] = w
    }
    begin = end
  }
  lay.from[n] = lay.to[n] = n
  lay.at[n] = words.length
  return lay
}

/** A word's part of speech as one of few numbers: the segmenter's guesses are 1, what it has as names of people 2. */
export function tagClass(word: string): number {
  const tag = wordTag(word)
  const first = tag.charCodeAt(0)
  if (tag === 'x') return 1
  if (tag.startsWith('nr')) return 2
  if (tag.startsWith('ns')) return 3
  if (first === 110 && tag.length > 1) return 4
  return first - 90
}

/** 3 a dictionary's word lies over the place, 2 a guess does, 0 a word ends there. */
export function cutAt(lay: Lay, at: number): number {
  const from = lay.from[at] ?? at
  if (from >= at) return 0
  return tagClass(lay.words[lay.at[at] ?? 0] ?? '') <= 2 ? 2 : 3
}

/** How the words lie under the stretch: 0 across, 1 several, 2 one guessed, 3 one of names, 4 one word. */
export function lieOf(lay: Lay, from: number, to: number): number {
  if ((lay.from[from] ?? -1) !== from || (lay.from[to] ?? to) !== to) return 0
  if ((lay.to[from] ?? -1) !== to) return 1
  const tag = tagClass(lay.words[lay.at[from] ?? 0] ?? '')
  return tag === 1 ? 2 : tag === 2 ? 3 : 4
}

/** The part of speech of the one word that the given name would be, or of the word that begins with it. */
export function innerTag(lay: Lay, from: number, to: number): number {
  if ((lay.from[from] ?? -1) !== from || (lay.to[from] ?? 0) < to) return 0
  return 1 + tagClass(lay.words[lay.at[from] ?? 0] ?? '')
}

/** The part of speech of a word of one character. */
export const singleTag = (lay: Lay, at: number): number =>
  lay.from[at] === at && lay.to[at] === at + 1 ? 1 + tagClass(lay.words[lay.at[at] ?? 0] ?? '') : 0

/** The word that ends before a place, and the one that begins there or lies over it; nothing at the clause's ends. */
export const wordBefore = (lay: Lay, at: number): string => (at > 0 ? (lay.words[lay.at[at - 1] ?? 0] ?? '') : '')
export const wordFrom = (lay: Lay, at: number): string =>
  at < lay.from.length - 1 ? (lay.words[lay.at[at] ?? 0] ?? '') : ''
