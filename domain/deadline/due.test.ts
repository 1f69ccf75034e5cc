import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Instant } from '../ids.ts'
import { buildCalendars } from './calendar-file.ts'
import { dueAt } from './due.ts'
import type { Limit } from './limit.ts'
import * as brute from './minute-clock.fixture.ts'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())
const office = { name: 'x', weekdays: '1-5', spans: '08:30-12:00;14:30-18:00', holidays: 'observed' }
const calendars = buildCalendars(
  [
    { ...office, code: 'midnight', dayEnds: 'midnight' },
    { ...office, code: 'closing', dayEnds: 'closing' },
    { ...office, code: 'always', weekdays: '1-7', spans: '00:00-24:00', dayEnds: 'midnight', holidays: 'ignored' },
  ],
  [{ date: '2026-01-01', kind: 'holiday', name: '元旦', notice: 'n' }],
)

function calendar(code: string) {
  const found = calendars.get(code)
  if (found === undefined) throw new Error(code)
  return found
}

const hour = (amount: number): Limit => ({ amount, unit: 'hour' })
const workingHour = (amount: number): Limit => ({ amount, unit: 'working-hour' })
const workingDay = (amount: number): Limit => ({ amount, unit: 'working-day' })

test.each([
  ['pothole, contact: 24 natural hours over the weekend', 'midnight', hour(24), '2026-03-06T17:00', '2026-03-07T17:00'],
  ['pothole, closing: 3 working days', 'midnight', workingDay(3), '2026-03-06T17:00', '2026-03-12T00:00'],
  ['the same, ending when the office closes', 'closing', workingDay(3), '2026-03-06T17:00', '2026-03-11T18:00'],
  ['received on a Sunday', 'midnight', workingDay(1), '2026-03-08T10:00', '2026-03-10T00:00'],
  ['four working hours over the night', 'midnight', workingHour(4), '2026-03-02T16:00', '2026-03-03T10:30'],
  ['minutes', 'midnight', { amount: 30, unit: 'minute' } as const, '2026-03-07T23:45', '2026-03-08T00:15'],
  ['working hours of a desk that never closes', 'always', workingHour(24), '2026-03-07T10:00', '2026-03-08T10:00'],
])('%s', (_, code, limit, from, due) => {
  expect(dueAt(calendar(code), limit, at(from)).at).toBe(at(due))
})

test('24:00 is the instant at which the next day begins', () => {
  expect(dueAt(calendar('midnight'), workingDay(1), at('2026-02-24T09:00')).at).toBe('2026-02-25T16:00:00.000Z')
})

test.each([
  ['the last day counted is within the table', 'midnight', workingDay(1), '2026-12-30T10:00', false],
  ['a day of an unknown year was counted', 'midnight', workingDay(1), '2026-12-31T10:00', true],
  ['working hours that end with the year', 'midnight', workingHour(1), '2026-12-31T17:00', false],
  ['working hours beyond it', 'midnight', workingHour(1.5), '2026-12-31T17:00', true],
  ['natural hours need no table', 'midnight', hour(24), '2026-12-31T17:00', false],
  ['nor does who keeps no holidays', 'always', workingDay(2), '2026-12-31T17:00', false],
])('provisional: %s', (_, code, limit, from, provisional) => {
  expect(dueAt(calendar(code), limit, at(from)).provisional).toBe(provisional)
})

test('working days agree with a walk day by day', () => {
  fc.assert(
    fc.property(brute.anyCalendar, brute.minuteInWindow, fc.integer({ min: 1, max: 20 }), (any, from, amount) => {
      let day = Math.floor(from / 1440)
      for (let left = amount; left > 0; ) if (brute.bruteDayWorks(any, ++day * 1440)) left -= 1
      const closing = any.spans.at(-1)?.to ?? Number.NaN
      const expected = day * 1440 + (any.dayEnds === 'midnight' ? 1440 : closing)
      expect(dueAt(any, workingDay(amount), brute.instantAtMinute(from)).at).toBe(brute.instantAtMinute(expected))
    }),
  )
})

test('a later start or a longer limit is never due earlier', () => {
  const unit = fc.constantFrom('minute', 'hour', 'working-hour', 'working-day')
  const later = fc.tuple(brute.minuteInWindow, fc.nat(3000), fc.integer({ min: 1, max: 12 }), fc.nat(3))
  fc.assert(
    fc.property(brute.anyCalendar, unit, later, (any, unitOf, [from, delay, amount, more]) => {
      const due = dueAt(any, { amount, unit: unitOf }, brute.instantAtMinute(from)).at
      const longer = { amount: amount + more, unit: unitOf }
      expect(dueAt(any, longer, brute.instantAtMinute(from + delay)).at >= due).toBe(true)
    }),
  )
})
