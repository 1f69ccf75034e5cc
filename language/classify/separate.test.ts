import { expect, test } from 'vitest'
import type { Rows } from './rows.ts'
import { separate } from './separate.ts'

/** Four texts of one feature each; values 1. */
const rows: Rows = {
  starts: Float64Array.of(0, 1, 2, 3, 4),
  columns: Int32Array.of(0, 1, 0, 1),
  values: Float32Array.of(1, 1, 1, 1),
}
const importance = Float32Array.of(1, 1, 1, 1)

test('two features, two sides: the solution of the dual, worked out by hand', () => {
  const sides = Int8Array.of(1, -1, 1, -1)
  const { weights, bias } = separate(rows, { sides, importance }, 2, { cost: 1, precision: 1e-9, rounds: 1000 })
  // By symmetry the bias is 0 and w = (w, −w) with w = 2a, where the slope 2a − 1 + a/2 is 0: a = 0.4.
  expect(weights[0]).toBeCloseTo(0.8, 5)
  expect(weights[1]).toBeCloseTo(-0.8, 5)
  expect(bias).toBeCloseTo(0, 5)
})

test('contradicting texts end in between, and the passes end', () => {
  const sides = Int8Array.of(1, 1, -1, -1)
  const { weights } = separate(rows, { sides, importance }, 2, { cost: 1, precision: 1e-9, rounds: 1000 })
  expect(weights[0]).toBeCloseTo(0, 5)
  expect(weights[1]).toBeCloseTo(0, 5)
})

test('a text that counts more is followed more', () => {
  const sides = Int8Array.of(1, 1, -1, -1)
  const options = { cost: 1, precision: 1e-9, rounds: 1000 }
  const followed = Float32Array.of(4, 4, 1, 1)
  const { weights } = separate(rows, { sides, importance: followed }, 2, options)
  expect(weights[0]).toBeGreaterThan(0)
  expect(weights[1]).toBeGreaterThan(0)
})
