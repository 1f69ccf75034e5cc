import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, instantOf, msOf } from '../ids.ts'
import { dueAt } from './due.ts'
import type { Limit } from './limit.ts'
import * as brute from './minute-clock.fixture.ts'
import { momentAtShare, usedShare } from './share.ts'

const at = (text: string) => new Date(`${text}+08:00`).toISOString() as Instant
const office = {
  code: 'office',
  name: 'office',
  version: '1',
  years: [2026],
  workingWeekdays: new Set([1, 2, 3, 4, 5]),
  spans: [
    { from: 510, to: 720 },
    { from: 870, to: 1080 },
  ],
  holidays: new Map(),
  makeUpDays: new Map(),
  dayEnds: 'midnight',
} as const
const days3: Limit = { amount: 3, unit: 'working-day' }
const hours24: Limit = { amount: 24, unit: 'hour' }

test.each([
  ['nothing before the start', days3, '2026-03-06T16:00', 0],
  ['Friday leaves 1 of 22 hours behind', days3, '2026-03-07T12:00', 1 / 22],
  ['the weekend uses nothing', days3, '2026-03-09T08:30', 1 / 22],
  ['all used when the office closes on the last day', days3, '2026-03-11T18:00', 1],
  ['late: beyond one', days3, '2026-03-12T10:42', 1.1],
  ['hours run through the weekend', hours24, '2026-03-07T11:00', 0.75],
])('%s', (_, limit, now, share) => {
  const from = at('2026-03-06T17:00')
  expect(usedShare(office, limit, from, dueAt(office, limit, from).at, at(now))).toBeCloseTo(share, 9)
})

test('a clock without any working time of its own is used up when it is due', () => {
  const [from, due] = [at('2026-03-07T10:00'), at('2026-03-08T10:00')]
  expect(usedShare(office, days3, from, due, at('2026-03-08T09:59'))).toBe(0)
  expect(usedShare(office, days3, from, due, due)).toBe(1)
  expect(momentAtShare(office, days3, from, due, 0.5)).toBe(due)
})

test('the moment of a share is the first that reaches it', () => {
  const limit = fc.record({
    unit: fc.constantFrom('minute' as const, 'hour' as const, 'working-hour' as const, 'working-day' as const),
    amount: fc.integer({ min: 1, max: 5 }),
  })
  const share = fc.integer({ min: 1, max: 120 }).map((percent) => percent / 100)
  fc.assert(
    fc.property(brute.anyCalendar, limit, brute.minuteInWindow, share, (any, limitOf, start, part) => {
      const from = brute.instantAtMinute(start)
      const due = dueAt(any, limitOf, from).at
      const moment = momentAtShare(any, limitOf, from, due, part)
      expect(usedShare(any, limitOf, from, due, moment)).toBeGreaterThanOrEqual(part)
      expect(usedShare(any, limitOf, from, due, instantOf(msOf(moment) - 1))).toBeLessThan(part)
    }),
  )
})

test('shares of working time agree with the minute clock within a minute', () => {
  const start = fc.integer({ min: 0, max: 1440 })
  fc.assert(
    fc.property(brute.anyCalendar, start, fc.integer({ min: 1, max: 100 }), (any, from, percent) => {
      const open = brute.bruteMinutes(any)
      const whole = brute.bruteBetween(open, from, brute.windowMinutes)
      fc.pre(whole > 0)
      const expected = brute.bruteAdd(open, from, Math.ceil((whole * percent) / 100)) ?? Number.NaN
      const [begin, end] = [brute.instantAtMinute(from), brute.instantAtMinute(brute.windowMinutes)]
      const moment = momentAtShare(any, { amount: 9, unit: 'working-hour' }, begin, end, percent / 100)
      expect(Math.abs(msOf(moment) - msOf(brute.instantAtMinute(expected)))).toBeLessThan(60_000)
    }),
    { numRuns: 40 },
  )
})
