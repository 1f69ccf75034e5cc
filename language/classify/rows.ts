import type { Bag } from './bag.ts'
import { STEPS } from './vocabulary.ts'

/** Sparse vectors one after the other: vector i lies at `starts[i]` … `starts[i + 1]` of columns and values. */
export type Rows = { starts: Float64Array; columns: Int32Array; values: Float32Array }

const LOGS = Float32Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))
/** A feature's weight in its text before the length is made 1: (1 + ln count) × how telling it is. */
const termWeight = (count: number, rarity: number): number => ((LOGS[count] ?? 0) * rarity) / STEPS

/** What makes a bag a vector: the row of each bucket, how rare each row is, and how much a title counts. */
export type Weighing = { rowOf: Int32Array; rarity: Uint8Array; titleWeight: number }

/**
 * Calls `put` with every known feature of a bag and its value. The whole text's values have length 1 together, the
 * title's `titleWeight`, and all of them length 1 again. Tells whether any feature is known.
 */
export function weighBag(bag: Bag, weighing: Weighing, put: (row: number, value: number) => void): boolean {
  const { buckets, counts, titleFrom } = bag
  const { rowOf, rarity, titleWeight } = weighing
  const rows = new Int32Array(buckets.length)
  const values = new Float64Array(buckets.length)
  for (let i = 0; i < rows.length; i++) {
    const row = rowOf[buckets[i] ?? 0] ?? -1
    rows[i] = row
    if (row >= 0) values[i] = termWeight(counts[i] ?? 0, rarity[row] ?? 0)
  }
  const whole = lengthOf(values, 0, titleFrom)
  const title = lengthOf(values, titleFrom, values.length)
  const total = Math.hypot(Math.sign(whole), titleWeight * Math.sign(title))
  for (let i = 0; i < rows.length; i++) {
    const factor = i < titleFrom ? 1 / (whole * total) : titleWeight / (title * total)
    const row = rows[i] ?? -1
    if (row >= 0) put(row, (values[i] ?? 0) * factor)
  }
  return total > 0
}

function lengthOf(values: Float64Array, from: number, to: number): number {
  let squares = 0
  for (let i = from; i < to; i++) squares += (values[i] ?? 0) ** 2
  return Math.sqrt(squares)
}

/** The texts as vectors of length 1 over the vocabulary's rows. A text without a known feature is an empty vector. */
export function rowsOf(bags: readonly Bag[], weighing: Weighing): Rows {
  const starts = new Float64Array(bags.length + 1)
  for (const [i, { buckets }] of bags.entries()) {
    let known = 0
    for (const bucket of buckets) if ((weighing.rowOf[bucket] ?? -1) >= 0) known += 1
    starts[i + 1] = (starts[i] ?? 0) + known
  }
  const total = starts[bags.length] ?? 0
  const rows: Rows = { starts, columns: new Int32Array(total), values: new Float32Array(total) }
  let at = 0
  const put = (row: number, value: number): void => {
    rows.columns[at] = row
    rows.values[at] = value
    at += 1
  }
  for (const bag of bags) weighBag(bag, weighing, put)
  return rows
}
