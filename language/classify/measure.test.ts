import { describe, expect, test } from 'vitest'
import {
  type Answer,
  accuracyAtCoverage,
  calibrationErrorOf,
  confusionsOf,
  figuresPerLabel,
  macroF1Of,
  measure,
  thresholdFor,
} from './measure.ts'
import { NEVER } from './probability.ts'

/** right label, first label with its probability, second label. */
const answer = (right: string, first: string, probability: number, second: string): Answer => ({
  right,
  said: [
    { label: first, probability },
    { label: second, probability: 1 - probability },
  ],
})

const answers = [
  answer('a', 'a', 0.95, 'b'),
  answer('a', 'b', 0.55, 'a'),
  answer('b', 'b', 0.85, 'a'),
  answer('c', 'b', 0.65, 'a'),
]

describe('counted by hand', () => {
  test('accuracy, top 2, coverage', () => {
    expect(measure(answers)).toMatchObject({ texts: 4, accuracy: 0.5, top2: 0.75, top3: 0.75, accuracyAt80: 2 / 3 })
    expect(accuracyAtCoverage(answers, 0.5)).toBe(1)
  })
  test('F1 per label and its mean: a 2·1/(2+1), b 2·1/(1+3), c 0', () => {
    expect(figuresPerLabel(answers)).toEqual([
      { label: 'a', right: 2, said: 1, both: 1, f1: 2 / 3 },
      { label: 'b', right: 1, said: 3, both: 1, f1: 0.5 },
      { label: 'c', right: 1, said: 0, both: 0, f1: 0 },
    ])
    expect(macroF1Of(answers)).toBeCloseTo((2 / 3 + 0.5) / 3, 12)
  })
  test('calibration error: (.05 + .55 + .15 + .65) / 4', () => {
    expect(calibrationErrorOf(answers)).toBeCloseTo(0.35, 12)
    expect(calibrationErrorOf(answers, 1)).toBeCloseTo(Math.abs(0.95 + 0.55 + 0.85 + 0.65 - 2) / 4, 12)
  })
  test('the threshold for a precision covers as much as it may', () => {
    expect(thresholdFor(answers, 1)).toEqual({ probability: 0.85, coverage: 0.5 })
    expect(thresholdFor(answers, 0.5)).toEqual({ probability: 0.55, coverage: 1 })
    expect(thresholdFor([answer('a', 'b', 0.9, 'a')], 0.9)).toEqual({ probability: NEVER, coverage: 0 })
  })
  test('equal probabilities are taken or left together', () => {
    const equal = [answer('a', 'a', 0.9, 'b'), answer('a', 'b', 0.9, 'a')]
    expect(thresholdFor(equal, 0.9).coverage).toBe(0)
  })
  test('confusions, most frequent first', () => {
    expect(confusionsOf([...answers, answer('c', 'b', 0.5, 'c')])).toEqual([
      { right: 'c', said: 'b', times: 2 },
      { right: 'a', said: 'b', times: 1 },
    ])
  })
})

test('no answers give zeros', () => {
  expect(measure([])).toMatchObject({ texts: 0, accuracy: 0, macroF1: 0, calibrationError: 0, accuracyAt80: 0 })
})
