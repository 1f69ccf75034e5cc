import { expect, test } from 'vitest'
import {
  isDisputed,
  mayEndConsultation,
  nextRoundState,
  RoundAct,
  RoundState,
  roundTransitions,
} from './round-state.ts'
import { unknownWords } from './unknown-words.ts'

test('only what was consulted on can be published, and only what was published rolled back', () => {
  const into = (state: RoundState) =>
    RoundState.options.filter((from) => Object.values(roundTransitions[from]).includes(state) && from !== state)
  expect(into('published')).toEqual(['deciding'])
  expect(into('deciding')).toEqual(['consulting'])
  expect(into('rolled-back')).toEqual(['published', 'concluded'])
})

test('an ended round takes no act', () => {
  for (const state of ['rolled-back', 'abandoned'] as const)
    expect(RoundAct.options.map((act) => nextRoundState(state, act)).filter((next) => next !== null)).toEqual([])
})

test('silence ends with its day, and an objection stands until it is settled', () => {
  expect(mayEndConsultation('2026-03-08', '2026-03-09', 2)).toBe(false)
  expect(mayEndConsultation('2026-03-09', '2026-03-09', 2)).toBe(true)
  expect(mayEndConsultation('2026-03-08', '2026-03-09', 0)).toBe(true)
  expect(isDisputed('accepted', [{ unit: 'a', agrees: false }])).toBe(true)
  expect(isDisputed('kept', [{ unit: 'a', agrees: false }])).toBe(false)
})

test('a word is new when it is said far more often than before and the tree does not know it', () => {
  const said = (word: string, n: number) => Array.from({ length: n }, () => ({ scene: 'B0101', words: [word] }))
  const requests = [...said('共享轮椅', 8), ...said('井盖', 9), ...said('路灯', 7)]
  const found = unknownWords(requests, new Map([['路灯', 6]]), (word) => word === '井盖', 10)
  expect(found).toEqual([{ word: '共享轮椅', now: 8, before: 0, scenes: [['B0101', 8]] }])
})
