import { expect, test } from 'vitest'
import { bytes, points, rate } from './rate.ts'

test.each([
  ['many', 386, 388, '386 / 388 · 99.5 %'],
  ['thousands', 1104, 12_204, '1,104 / 12,204 · 9.0 %'],
  ['too few for a percentage', 3, 4, '3 / 4'],
  ['none', 0, 0, '0 / 0'],
])('a rate travels as its counts: %s', (_, right, of, words) => {
  expect(rate(right, of)).toBe(words)
})

test('a difference has its sign, nothing has none', () => {
  expect([points(0.93, 0.918), points(0.9, 0.904), points(0.5, 0.5)]).toEqual(['+1.2', '−0.4', '±0'])
})

test('sizes as people say them', () => {
  expect([bytes(380_416), bytes(1_400_000)]).toEqual(['372 kB', '1.3 MB'])
})
