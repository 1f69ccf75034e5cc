import { type Found, featuresIn, isSingle } from './category-features.ts'

/** What is read of a request: more would cost time and say nothing new. */
export const READ_TITLE = 200
export const READ_CONTENT = 2000
/** A title says the matter in a dozen words; each of its words counts as often in the content. */
const TITLE_COUNTS = 2

/** A feature and how much of the text it is; lengths of all texts are alike (Euclid's norm 1). */
export type Vector = ReadonlyMap<number, number>

/** The part of a request that is read, with every feature where it stands. */
export type ReadText = Record<'title' | 'content', { text: string; found: readonly Found[] }>

export function readText(title: string, content: string): ReadText {
  const [shortTitle, shortContent] = [title.slice(0, READ_TITLE), content.slice(0, READ_CONTENT)]
  return {
    title: { text: shortTitle, found: featuresIn(shortTitle) },
    content: { text: shortContent, found: featuresIn(shortContent) },
  }
}

/** How often each feature stands in a text. */
export function countsOf({ title, content }: ReadText): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { id } of title.found) counts.set(id, (counts.get(id) ?? 0) + TITLE_COUNTS)
  for (const { id } of content.found) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/**
 * How telling a feature is: ln(1 + all / those that have it). Single characters count a quarter more: many name the
 * thing by themselves (狗 树 桥 灯), whatever word they stand in.
 */
export const rarityOf = (id: number, having: number, all: number): number =>
  Math.log(1 + all / having) * (isSingle(id) ? 1.25 : 1)

/** Said twice is little more than said once; what few texts say tells more: (1 + ln count) · rarity. */
export function vectorOf(counts: ReadonlyMap<number, number>, rarityOf: (id: number) => number): Map<number, number> {
  const vector = new Map<number, number>()
  let square = 0
  for (const [id, count] of counts) {
    const value = (1 + Math.log(count)) * rarityOf(id)
    if (value === 0) continue
    vector.set(id, value)
    square += value * value
  }
  const norm = Math.sqrt(square)
  for (const [id, value] of vector) vector.set(id, value / norm)
  return vector
}
