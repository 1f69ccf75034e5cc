import type { Day } from '../ids.ts'

/** One stretch of work within a day, minutes from local midnight: 8:30–12:00 is { from: 510, to: 720 }. */
export type Span = { from: number; to: number }

/**
 * When a unit works. A day works if it is a make-up day, or a weekday of `workingWeekdays` that is no holiday.
 * Years outside `years` have no published holidays: arithmetic that reaches them is provisional, never guessed silently.
 */
export type WorkCalendar = {
  code: string
  name: string
  /** hash or number of the holiday table it was built from; kept on every due time */
  version: string
  years: readonly number[]
  /** 1 Monday … 7 Sunday */
  workingWeekdays: ReadonlySet<number>
  spans: readonly Span[]
  holidays: ReadonlyMap<Day, string>
  makeUpDays: ReadonlyMap<Day, string>
  /** a limit in working days ends at 24:00 of its last day, or when the last span closes */
  dayEnds: 'midnight' | 'closing'
  /** Set for a desk that keeps no public holidays (24 h, water supply): then no year is unknown to it. */
  ignoresHolidays?: true
}
