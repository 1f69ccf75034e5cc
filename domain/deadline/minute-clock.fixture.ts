import fc from 'fast-check'
import type { Day, Instant } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'

/** Test material: an independent clock that asks every single minute, written from the definition alone. */
export const windowStart = Date.parse('2026-02-08T16:00:00Z')
export const windowMinutes = 8 * 1440

export const instantAtMinute = (minute: number): Instant =>
  new Date(windowStart + minute * 60_000).toISOString() as Instant

/** Civil day and weekday (1 Monday … 7 Sunday) in Shanghai of a minute counted from the window's start. */
function localOf(minute: number) {
  const local = new Date(windowStart + minute * 60_000 + 8 * 3_600_000)
  const clock = local.getUTCHours() * 60 + local.getUTCMinutes()
  return { day: local.toISOString().slice(0, 10) as Day, weekday: local.getUTCDay() || 7, clock }
}

export function bruteDayWorks(calendar: WorkCalendar, minute: number): boolean {
  const { day, weekday } = localOf(minute)
  return calendar.makeUpDays.has(day) || (calendar.workingWeekdays.has(weekday) && !calendar.holidays.has(day))
}

/** `open[i]`: is minute i of the window working time? */
export function bruteMinutes(calendar: WorkCalendar): boolean[] {
  return Array.from({ length: windowMinutes }, (_, minute) => {
    const { clock } = localOf(minute)
    return bruteDayWorks(calendar, minute) && calendar.spans.some((span) => span.from <= clock && clock < span.to)
  })
}

export const bruteBetween = (open: readonly boolean[], from: number, to: number): number =>
  open.slice(from, Math.max(from, to)).filter((isOpen) => isOpen).length

/** The first minute with `minutes` open ones behind it since `from`; null beyond the window. */
export function bruteAdd(open: readonly boolean[], from: number, minutes: number): number | null {
  let left = minutes
  for (let minute = from; minute <= windowMinutes; minute += 1) {
    if (left === 0) return minute
    if (open[minute]) left -= 1
  }
  return null
}

export const minuteInWindow = fc.integer({ min: 0, max: windowMinutes - 1 })

const dayInWindow = fc.integer({ min: 0, max: 7 }).map((n) => localOf(n * 1440).day)

const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }).map((cuts) => {
  const sorted = cuts.toSorted((a, b) => a - b)
  return sorted.flatMap((to, i) => (i % 2 === 1 ? [{ from: sorted[i - 1] ?? 0, to }] : []))
})

export const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
  code: fc.constant('any'),
  name: fc.constant('any'),
  version: fc.constant('1'),
  years: fc.constant([2026]),
  workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => new Set(days)),
  spans,
  holidays: fc.uniqueArray(dayInWindow, { maxLength: 3 }).map((days) => new Map(days.map((day) => [day, 'holiday']))),
  makeUpDays: fc.uniqueArray(dayInWindow, { maxLength: 2 }).map((days) => new Map(days.map((day) => [day, 'make-up']))),
  dayEnds: fc.constantFrom('midnight', 'closing'),
})
