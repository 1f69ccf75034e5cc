import { type Bag, bagReader } from './bag.ts'
import type { FeatureOptions, Text } from './features.ts'

/** Sparse vectors one after the other: vector i lies at `starts[i]` … `starts[i + 1]` of columns and values. */
export type Rows = { starts: Float64Array; columns: Int32Array; values: Float32Array }

/** The features a model knows: their buckets in rising order and how telling each is. */
export type Vocabulary = { buckets: Int32Array; rarity: Uint8Array }

/** Rarities are kept as one byte, 1/16 apart (0 … 15.9), in training as in use, so that both see the same vectors. */
const RARITY_STEPS = 16
const rarityOf = (documents: number, withIt: number): number =>
  Math.min(255, Math.round(RARITY_STEPS * (1 + Math.log((1 + documents) / (1 + withIt)))))

const LOGS = Float32Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))
/** A feature's weight in its text before the length is made 1: (1 + ln count) × rarity. */
export const termWeight = (count: number, rarity: number): number => ((LOGS[count] ?? 0) * rarity) / RARITY_STEPS

/** The bags of all texts, one after the other. */
export function bagsOf(texts: readonly Text[], options: FeatureOptions): Bag[] {
  const read = bagReader(options)
  return texts.map((text) => {
    const { buckets, counts } = read(text)
    return { buckets: buckets.slice(), counts }
  })
}

/** All features that stand in at least `fewest` of the texts. */
export function vocabularyOf(bags: readonly Bag[], bits: number, fewest: number): Vocabulary {
  const withIt = new Uint32Array(2 ** bits)
  for (const { buckets } of bags) for (const bucket of buckets) withIt[bucket] = (withIt[bucket] ?? 0) + 1
  const kept: number[] = []
  for (let bucket = 0; bucket < withIt.length; bucket++) if ((withIt[bucket] ?? 0) >= fewest) kept.push(bucket)
  return {
    buckets: Int32Array.from(kept),
    rarity: Uint8Array.from(kept, (bucket) => rarityOf(bags.length, withIt[bucket] ?? 0)),
  }
}

/** For every bucket the row of the vocabulary it has, −1 where it has none. */
export function rowOfBucket({ buckets }: Vocabulary, bits: number): Int32Array {
  const rowOf = new Int32Array(2 ** bits).fill(-1)
  for (let row = 0; row < buckets.length; row++) rowOf[buckets[row] ?? 0] = row
  return rowOf
}

/** The texts as vectors of length 1 over the vocabulary's rows. A text without a known feature is an empty vector. */
export function rowsOf(bags: readonly Bag[], vocabulary: Vocabulary, bits: number): Rows {
  const rowOf = rowOfBucket(vocabulary, bits)
  const starts = new Float64Array(bags.length + 1)
  for (const [i, { buckets }] of bags.entries()) {
    let known = 0
    for (const bucket of buckets) if ((rowOf[bucket] ?? -1) >= 0) known += 1
    starts[i + 1] = (starts[i] ?? 0) + known
  }
  const total = starts[bags.length] ?? 0
  const rows: Rows = { starts, columns: new Int32Array(total), values: new Float32Array(total) }
  for (const [i, bag] of bags.entries()) fillRow(rows, starts[i] ?? 0, bag, { rowOf, rarity: vocabulary.rarity })
  return rows
}

type Known = { rowOf: Int32Array; rarity: Uint8Array }

function fillRow(rows: Rows, start: number, { buckets, counts }: Bag, { rowOf, rarity }: Known): void {
  let end = start
  let squares = 0
  for (let i = 0; i < buckets.length; i++) {
    const row = rowOf[buckets[i] ?? 0] ?? -1
    if (row < 0) continue
    const value = termWeight(counts[i] ?? 0, rarity[row] ?? 0)
    squares += value * value
    rows.columns[end] = row
    rows.values[end] = value
    end += 1
  }
  const length = Math.sqrt(squares)
  for (let i = start; i < end; i++) rows.values[i] = (rows.values[i] ?? 0) / length
}
