import { expect, test } from 'vitest'
import type { Instant } from '../ids.ts'
import { dueGroupEnds, dueGroupOf } from './due-group.ts'

/** Shanghai wall time. */
const at = (text: string): Instant => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString() as Instant
const now = at('2026-11-25 10:42:30')

test.each([
  ['2026-11-25 10:42:29', 'overdue'],
  ['2026-11-20 23:59:00', 'overdue'],
  ['2026-11-25 10:42:30', 'today'],
  ['2026-11-25 23:59:59', 'today'],
  ['2026-11-26 00:00:00', 'today'],
  ['2026-11-26 00:00:01', 'tomorrow'],
  ['2026-11-27 00:00:00', 'tomorrow'],
  ['2026-11-27 00:01:00', 'later'],
] as const)('what is due at %s is %s', (due, group) => {
  expect(dueGroupOf(at(due), now)).toBe(group)
})

test('without a limit it can wait', () => {
  expect(dueGroupOf(null, now)).toBe('later')
})

test('the day is Shanghai’s: at 23:30 in UTC it is tomorrow already', () => {
  const lateInUtc = '2026-11-25T23:30:00.000Z' as Instant
  expect(dueGroupEnds(lateInUtc)).toEqual({ today: at('2026-11-27 00:00:00'), tomorrow: at('2026-11-28 00:00:00') })
  expect(dueGroupOf(at('2026-11-26 23:00:00'), lateInUtc)).toBe('today')
})
