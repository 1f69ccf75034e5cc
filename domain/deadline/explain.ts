import { type Day, type Instant, msOf } from '../ids.ts'
import type { Span, WorkCalendar } from './calendar.ts'
import { dayNumberAt, dayTextOf, MINUTE_MS, startOfDay } from './civil-time.ts'
import { dueAt } from './due.ts'
import type { Limit } from './limit.ts'
import { type DayReason, unknownYears, workDayOf } from './work-days.ts'
import { stretchesOf } from './working-time.ts'

/**
 * One civil day of the walk. `stretches` (minutes from local midnight) are the open times used by a limit in working
 * hours, empty for a limit in working days.
 */
export type ExplainedDay = {
  day: Day
  counts: boolean
  reason: DayReason | { kind: 'start-day' }
  stretches: readonly Span[]
}

/**
 * The arithmetic behind a due time, as plain data for a screen, a log or a court. `steps` is empty for natural time.
 * `computed` is what the limit alone gives; it differs from `due` where somebody set another date, by an extension say.
 */
export type Explanation = {
  limit: Limit
  from: Instant
  computed: Instant
  due: Instant
  steps: readonly ExplainedDay[]
  provisional: boolean
  unknownYears: readonly number[]
  calendarVersion: string
}

/** Throws as `dueAt` does. */
export function explainDue(calendar: WorkCalendar, limit: Limit, from: Instant, due: Instant): Explanation {
  const { at: computed, provisional, calendarVersion } = dueAt(calendar, limit, from)
  const base = { limit, from, computed, due, provisional, calendarVersion }
  if (limit.unit === 'minute' || limit.unit === 'hour') return { ...base, steps: [], unknownYears: [] }
  const first = dayNumberAt(msOf(from))
  const last = dayNumberAt(msOf(computed) - 1)
  const steps: ExplainedDay[] = []
  for (let day = first; day <= last; day += 1) steps.push(explainDay(calendar, limit, base, day))
  const firstLookedAt = limit.unit === 'working-day' ? first + 1 : first
  return { ...base, steps, unknownYears: unknownYears(calendar, firstLookedAt, last) }
}

type Walk = { from: Instant; computed: Instant }

function explainDay(calendar: WorkCalendar, limit: Limit, walk: Walk, dayNumber: number): ExplainedDay {
  const day = dayTextOf(dayNumber)
  const { works, reason } = workDayOf(calendar, day)
  if (limit.unit === 'working-hour') {
    const stretches = works ? usedStretches(calendar, dayNumber, walk) : []
    return { day, counts: stretches.length > 0, reason, stretches }
  }
  if (dayNumber === dayNumberAt(msOf(walk.from))) {
    return { day, counts: false, reason: { kind: 'start-day' }, stretches: [] }
  }
  return { day, counts: works, reason, stretches: [] }
}

function usedStretches(calendar: WorkCalendar, dayNumber: number, walk: Walk): Span[] {
  const midnight = startOfDay(dayNumber)
  const end = msOf(walk.computed)
  return stretchesOf(calendar, dayNumber, msOf(walk.from))
    .filter((open) => open.from < end)
    .map((open) => ({
      from: (open.from - midnight) / MINUTE_MS,
      to: (Math.min(open.to, end) - midnight) / MINUTE_MS,
    }))
}
