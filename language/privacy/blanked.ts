import type { Span } from '../text/span.ts'

/** Stands for one thing that is personal and known, however long it or its mask is. */
export const MARK = '\uffff'

/** A text in which each known stretch is one mark, and the way from its places back to those of the text. */
export type Blanked = { text: string; back(at: number): number }

/**
 * A number and its mask, a name and 〔姓名〕 look the same to what is searched next: so a masked text is read as the
 * text it came from, and nothing new is found in it. `known`: in order, none overlapping.
 */
export function blanked(text: string, known: readonly Span[]): Blanked {
  if (known.length === 0) return { text, back: (at) => at }
  const parts: string[] = []
  /** Where in the blanked text each mark ends, and how much longer the text is up to there. */
  const ends: number[] = []
  const more: number[] = []
  let [at, length, gone] = [0, 0, 0]
  for (const { from, to } of known) {
    parts.push(text.slice(at, from), MARK)
    length += from - at + 1
    gone += to - from - 1
    ends.push(length)
    more.push(gone)
    at = to
  }
  parts.push(text.slice(at))
  return {
    text: parts.join(''),
    back(place) {
      let [low, high] = [0, ends.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ends[middle] ?? 0) <= place) low = middle + 1
        else high = middle
      }
      return place + (more[low - 1] ?? 0)
    },
  }
}
