import type { Limit } from './limit.ts'
import type { DayReason } from './work-days.ts'

/**
 * How one language tells the arithmetic of a due time. Days arrive as text (`02-13`, with the year where it is not that
 * of the start), moments as `02-13 17:00`, weekdays as 1 Monday … 7 Sunday.
 */
export type Phrases = {
  opening: (from: string, limit: Limit) => string
  natural: (from: string, limit: Limit, at: string) => string
  range: (first: string, last: string) => string
  startDay: string
  weekend: (days: string, kind: 'saturday-sunday' | 'other') => string
  holiday: (days: string, names: readonly string[]) => string
  exceptWeekends: (days: string) => string
  /** ordinals `first` to `last` of the counted days */
  counted: (days: string, first: number, last: number) => string
  afterHours: (day: string) => string
  worked: (day: string, stretches: readonly string[], minutes: number) => string
  /** a make-up day says which weekday it is and what it pays for */
  makeUp: (day: string, weekday: number, reason: DayReason & { kind: 'make-up-day' }) => string
  clauses: (clauses: readonly string[], end: string) => string
  setOtherwise: (at: string) => string
  provisional: (years: readonly number[]) => string
}
