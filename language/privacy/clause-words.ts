import { taggedWordsOf } from '../text/words.ts'

/** A clause's words by the place where they begin, and where words end. */
export type ClauseWords = {
  at: ReadonlyMap<number, { to: number; tag: string }>
  ends: ReadonlySet<number>
}

const PARTS = /[^\n。；;！!？?]{1,160}/g

/**
 * Words of a text by their places, a clause segmented when it is first asked for and once: most texts name nobody, and
 * then nothing is segmented. Clauses are cut at 160 characters, so that no answer costs more than its clause.
 */
export function clauseWords(text: string): (at: number) => ClauseWords {
  let parts: { from: number; to: number }[] | null = null
  const known = new Map<number, ClauseWords>()
  return (place) => {
    parts ??= [...text.matchAll(PARTS)].map(({ 0: part, index }) => ({ from: index, to: index + part.length }))
    let [low, high] = [0, parts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((parts[middle]?.from ?? 0) <= place) low = middle
      else high = middle - 1
    }
    const part = parts[low] ?? { from: 0, to: 0 }
    const there = known.get(part.from)
    if (there !== undefined) return there
    const at = new Map<number, { to: number; tag: string }>()
    const ends = new Set<number>()
    let from = part.from
    for (const { word, tag } of taggedWordsOf(text.slice(part.from, part.to))) {
      at.set(from, { to: from + word.length, tag })
      from += word.length
      ends.add(from)
    }
    const words = { at, ends }
    known.set(part.from, words)
    return words
  }
}
