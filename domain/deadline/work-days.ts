import type { Day } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import { DAY_MS, dayNumberOf, weekdayOf } from './civil-time.ts'

/** Why a day works or rests; `name` is that of the holiday, or of the holiday a make-up day pays for. */
export type DayReason =
  | { kind: 'working-day' }
  | { kind: 'weekend' }
  | { kind: 'holiday'; name: string }
  | { kind: 'make-up-day'; name: string }

/** `known` is false in a year without a published holiday table: the answer is then the plain weekday's. */
type WorkDay = { works: boolean; reason: DayReason; known: boolean }

export const isYearKnown = (calendar: WorkCalendar, year: number): boolean =>
  calendar.ignoresHolidays === true || calendar.years.includes(year)

/** A make-up day beats a holiday, a holiday beats the weekday. `weekday` is passed by whoever walks days by number. */
export function isWorkingDay(calendar: WorkCalendar, day: Day, weekday = weekdayOf(dayNumberOf(day))): boolean {
  if (calendar.makeUpDays.has(day)) return true
  return calendar.workingWeekdays.has(weekday) && !calendar.holidays.has(day)
}

export function workDayOf(calendar: WorkCalendar, day: Day): WorkDay {
  return {
    works: isWorkingDay(calendar, day),
    reason: reasonOf(calendar, day),
    known: isYearKnown(calendar, Number(day.slice(0, 4))),
  }
}

function reasonOf(calendar: WorkCalendar, day: Day): DayReason {
  const makeUp = calendar.makeUpDays.get(day)
  if (makeUp !== undefined) return { kind: 'make-up-day', name: makeUp }
  const holiday = calendar.holidays.get(day)
  if (holiday !== undefined) return { kind: 'holiday', name: holiday }
  return { kind: calendar.workingWeekdays.has(weekdayOf(dayNumberOf(day))) ? 'working-day' : 'weekend' }
}

/** Years of the days `first` to `last` (day numbers, both included) for which the calendar has no holiday table. */
export function unknownYears(calendar: WorkCalendar, first: number, last: number): number[] {
  const years: number[] = []
  const lastYear = yearOf(last)
  for (let year = yearOf(first); year <= lastYear; year += 1) if (!isYearKnown(calendar, year)) years.push(year)
  return years
}

const yearOf = (dayNumber: number): number => new Date(dayNumber * DAY_MS).getUTCFullYear()
