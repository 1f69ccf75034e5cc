import { DAY_MS, dayNumberAt, dayTextOf, startOfDay } from '../deadline/civil-time.ts'
import { type Day, type Instant, instantOf, msOf } from '../ids.ts'

/** A civil day up to a moment of it, and to its last moment; both ends belong to it. */
export type DaySpan = { day: Day; from: Instant; until: Instant; end: Instant }

/** The day `daysBack` before the one of `now`, up to the same time of day. */
export function daySpan(now: Instant, daysBack: number): DaySpan {
  const number = dayNumberAt(msOf(now)) - daysBack
  const from = startOfDay(number)
  return {
    day: dayTextOf(number),
    from: instantOf(from),
    until: instantOf(msOf(now) - daysBack * DAY_MS),
    end: instantOf(from + DAY_MS - 1),
  }
}
