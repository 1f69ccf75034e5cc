import { expect, test } from 'vitest'
import { classOf, classWords } from './shares.ts'

const breaks = [10, 20, 40, 80] as const

test.each([
  [0, 1],
  [9, 1],
  [10, 2],
  [39, 3],
  [40, 4],
  [80, 5],
  [10_000, 5],
])('%i falls into class %i', (value, expected) => {
  expect(classOf(value, breaks)).toBe(expected)
})

test('the legend names every class once and without a gap', () => {
  expect(classWords(breaks)).toEqual(['0–9', '10–19', '20–39', '40–79', '≥ 80'])
  expect(classWords([1, 2, 3, 4])).toEqual(['0', '1', '2', '3', '≥ 4'])
})
