import { type Instant, instantOf, msOf } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import type { Limit } from './limit.ts'
import { addWorkingMs, workingMsBetween } from './working-time.ts'

/**
 * How much of a clock is used, 0 at `from` and beyond 1 when late, in the clock's own time: natural time for limits in
 * minutes and hours, the calendar's working time for working hours and working days.
 *
 * A limit in working days that ends at 24:00 has no working time left once the office closes on its last day: the share
 * is 1 from then on, though the deadline is still ahead. So lateness is asked of the due time, never of the share.
 */
export function usedShare(calendar: WorkCalendar, limit: Limit, from: Instant, due: Instant, now: Instant): number {
  const whole = elapsedMs(calendar, limit, from, due)
  if (whole === 0) return msOf(now) >= msOf(due) ? 1 : 0
  return elapsedMs(calendar, limit, from, now) / whole
}

/** The first moment, to the millisecond, at which `usedShare` has reached `share` (0.9 is 90 %): when to remind. */
export function momentAtShare(
  calendar: WorkCalendar,
  limit: Limit,
  from: Instant,
  due: Instant,
  share: number,
): Instant {
  const whole = elapsedMs(calendar, limit, from, due)
  if (share <= 0) return from
  if (whole === 0) return due
  // the product is rounded and may miss the first ms by one in either direction, so the division decides
  let used = Math.ceil(share * whole) - 1
  while (used / whole < share) used += 1
  return instantOf(isNatural(limit) ? msOf(from) + used : addWorkingMs(calendar, msOf(from), used))
}

const isNatural = (limit: Limit): boolean => limit.unit === 'minute' || limit.unit === 'hour'

/** Ms of the clock's own time from `from` to `to`; 0 when `to` is not after `from`. */
function elapsedMs(calendar: WorkCalendar, limit: Limit, from: Instant, to: Instant): number {
  return isNatural(limit) ? Math.max(0, msOf(to) - msOf(from)) : workingMsBetween(calendar, msOf(from), msOf(to))
}
