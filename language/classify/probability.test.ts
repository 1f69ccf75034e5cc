import { expect, test } from 'vitest'
import { type Judged, probabilitiesOf, sharpnessFor } from './probability.ts'
import { randomFrom } from './random.ts'

test('softmax: equal scores share, one ahead by ln 3 has three quarters, and large scores do not overflow', () => {
  expect([...probabilitiesOf(Float64Array.of(1, 1), 4)]).toEqual([0.5, 0.5])
  expect(probabilitiesOf(Float64Array.of(Math.log(3), 0), 1)[0]).toBeCloseTo(0.75, 12)
  expect([...probabilitiesOf(Float64Array.of(1e6, 0), 50)]).toEqual([1, 0])
})

test('the sharpness that made the labels is found again', () => {
  const random = randomFrom(3)
  const judged: Judged[] = Array.from({ length: 4000 }, () => {
    const scores = Float64Array.from({ length: 3 }, () => random() * 2 - 1)
    const shares = probabilitiesOf(scores, 5)
    const dice = random()
    const right = dice < (shares[0] ?? 0) ? 0 : dice < (shares[0] ?? 0) + (shares[1] ?? 0) ? 1 : 2
    return { scores, right }
  })
  expect(sharpnessFor(judged)).toBeGreaterThan(4.5)
  expect(sharpnessFor(judged)).toBeLessThan(5.5)
})

test('scores that always tell are as sharp as allowed, scores that say nothing as blunt', () => {
  const telling: Judged[] = [{ scores: Float64Array.of(1, 0), right: 0 }]
  const misleading: Judged[] = [{ scores: Float64Array.of(1, 0), right: 1 }]
  expect(sharpnessFor(telling)).toBeGreaterThan(20)
  expect(sharpnessFor(misleading)).toBeCloseTo(0.1, 3)
  expect(sharpnessFor([])).toBe(4)
})
