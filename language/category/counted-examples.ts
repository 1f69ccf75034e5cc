import type { Lesson } from './learn-weights.ts'
import { countsOf, rarityOf, readText, vectorOf } from './text-vector.ts'
import type { Example } from './training-examples.ts'

export type Counted = Example & { counts: ReadonlyMap<number, number> }

export const countedExamples = (examples: readonly Example[]): Counted[] =>
  examples.map((example) => ({ ...example, counts: countsOf(readText(example.title, example.content)) }))

/** The features that are learned: their ids in rising order, the column of each, and how telling it is. */
export type Columns = { ids: Uint32Array; of: ReadonlyMap<number, number>; rarity: Float32Array }

/** Weights of all classes for so many features take 80 MB while learning; what the fewest texts have is left out. */
const MOST = 60_000

export function columnsOf(examples: readonly Counted[]): Columns {
  const having = new Map<number, number>()
  for (const { counts } of examples) for (const id of counts.keys()) having.set(id, (having.get(id) ?? 0) + 1)
  const kept = [...having].sort(([a, many], [b, more]) => more - many || a - b).slice(0, MOST)
  const ids = Uint32Array.from(kept, ([id]) => id).sort()
  const rarity = Float32Array.from(ids, (id) => rarityOf(id, having.get(id) ?? 1, examples.length))
  return { ids, of: new Map(Array.from(ids, (id, column) => [id, column])), rarity }
}

export function lessonOf(examples: readonly Counted[], columns: Columns): Lesson {
  const vectors = examples.map(({ counts }) => vectorOf(counts, (id) => columns.rarity[columns.of.get(id) ?? -1] ?? 0))
  const starts = new Uint32Array(examples.length + 1)
  for (const [i, vector] of vectors.entries()) starts[i + 1] = (starts[i] ?? 0) + vector.size
  const size = starts[examples.length] ?? 0
  const lesson = { columns: new Uint32Array(size), values: new Float32Array(size) }
  let at = 0
  for (const vector of vectors)
    for (const [id, value] of vector) {
      lesson.columns[at] = columns.of.get(id) ?? 0
      lesson.values[at] = value
      at += 1
    }
  return {
    starts,
    ...lesson,
    kinds: Uint16Array.from(examples, ({ kind }) => kind),
    importance: Float32Array.from(examples, ({ weight }) => weight),
  }
}
