import { rarityIn } from './rarities.ts'
import { TermRow } from './term-row.ts'
import type { WordTable } from './word-table.ts'

/** Terms in ascending order, each with its weight, and how long they are together. */
export type Vector = { terms: Uint32Array; weights: Float32Array; length: number }

/** Puts the terms of a text into a row. */
export type Gather = (row: TermRow) => void

/** Always the same one: what is put there is counted at once. */
const row = new TermRow()

/** Each term of the text once, in ascending order. */
export function termsOf(gather: Gather): number[] {
  gather(row)
  const terms: number[] = []
  row.count((term) => terms.push(term))
  return terms
}

/** Weights (1 + ln n) · rarity. Terms and weights lie in one buffer: of small buffers asking for them costs most. */
export function vectorOf(gather: Gather, table: WordTable): Vector {
  gather(row)
  const buffer = new ArrayBuffer(row.size * 8)
  const [terms, weights] = [new Uint32Array(buffer, 0, row.size), new Float32Array(buffer, row.size * 4, row.size)]
  const rarity = rarityIn(table)
  let square = 0
  const size = row.count((term, times, n) => {
    const weight = (times === 1 ? 1 : 1 + Math.log(times)) * rarity(term)
    terms[n] = term
    weights[n] = weight
    square += weight * weight
  })
  return { terms: terms.subarray(0, size), weights: weights.subarray(0, size), length: Math.sqrt(square) }
}

/** 0 to 1; a text without terms is like nothing. */
export function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0
  let [sum, i, j] = [0, 0, 0]
  while (i < a.terms.length && j < b.terms.length) {
    const [left, right] = [a.terms[i] ?? 0, b.terms[j] ?? 0]
    if (left === right) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return sum / (a.length * b.length)
}
