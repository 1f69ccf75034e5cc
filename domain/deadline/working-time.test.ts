import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instant, instantOf, msOf } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import * as brute from './minute-clock.fixture.ts'
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())
const office: WorkCalendar = {
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
}

test.each([
  ['a limit that fills the morning ends at noon', '2026-03-02T08:30', 210, '2026-03-02T12:00'],
  ['one minute more ends after the break', '2026-03-02T08:30', 211, '2026-03-02T14:31'],
  ['from the break', '2026-03-02T13:00', 60, '2026-03-02T15:30'],
  ['over the weekend', '2026-03-06T17:00', 120, '2026-03-09T09:30'],
  ['seconds are kept', '2026-03-02T08:30:20', 0.5, '2026-03-02T08:30:50'],
  ['nothing to add', '2026-03-07T03:00', 0, '2026-03-07T03:00'],
])('%s', (_, from, minutes, due) => {
  expect(addWorkingMinutes(office, at(from), minutes)).toBe(at(due))
})

test('a calendar that never opens is an error and no endless walk', () => {
  expect(() => addWorkingMinutes({ ...office, workingWeekdays: new Set() }, at('2026-03-02T08:30'), 1)).toThrow(
    'does not open within 400 days after 2026-03-02',
  )
})

test('minutes between agree with the minute clock', () => {
  fc.assert(
    fc.property(brute.anyCalendar, brute.minuteInWindow, brute.minuteInWindow, (calendar, from, to) => {
      const measured = workingMinutesBetween(calendar, brute.instantAtMinute(from), brute.instantAtMinute(to))
      expect(measured).toBe(brute.bruteBetween(brute.bruteMinutes(calendar), from, to))
    }),
    { numRuns: 40 },
  )
})

test('adding minutes agrees with the minute clock', () => {
  fc.assert(
    fc.property(brute.anyCalendar, brute.minuteInWindow, fc.nat(5000), (calendar, from, wish) => {
      const open = brute.bruteMinutes(calendar)
      const minutes = wish % (brute.bruteBetween(open, from, brute.windowMinutes) + 1)
      const expected = brute.bruteAdd(open, from, minutes)
      expect(expected).not.toBeNull()
      expect(addWorkingMinutes(calendar, brute.instantAtMinute(from), minutes)).toBe(
        brute.instantAtMinute(expected ?? Number.NaN),
      )
    }),
    { numRuns: 40 },
  )
})

test('time adds up over any moment between, to the millisecond', () => {
  const ms = fc.nat(brute.windowMinutes * 60_000).map((n) => instantOf(brute.windowStart + n))
  fc.assert(
    fc.property(brute.anyCalendar, fc.tuple(ms, ms, ms), (calendar, moments) => {
      const [a, b, c] = moments.toSorted((x, y) => msOf(x) - msOf(y)) as [Instant, Instant, Instant]
      const parts = workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, c)
      expect(parts).toBeCloseTo(workingMinutesBetween(calendar, a, c), 6)
    }),
  )
})
