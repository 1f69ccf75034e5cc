import { type Instant, instantOf, msOf } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import { dayNumberAt, dayTextOf, MINUTE_MS, startOfDay, weekdayOf } from './civil-time.ts'
import { isWorkingDay } from './work-days.ts'

/** Longer than any closure: a calendar that stays shut for so long is a mistake, and walking on would never end. */
const LONGEST_CLOSURE_DAYS = 400

/** One stretch of open time in epoch ms, `from` before `to`. */
type Stretch = { from: number; to: number }

/** Does the day with this number (`dayNumberAt`) work? */
const worksOn = (calendar: WorkCalendar, dayNumber: number): boolean =>
  isWorkingDay(calendar, dayTextOf(dayNumber), weekdayOf(dayNumber))

/** The open stretches of one working day that lie after `from` (epoch ms). */
export function stretchesOf(calendar: WorkCalendar, dayNumber: number, from: number): Stretch[] {
  const midnight = startOfDay(dayNumber)
  return calendar.spans
    .map((span) => ({
      from: Math.max(from, midnight + span.from * MINUTE_MS),
      to: midnight + span.to * MINUTE_MS,
    }))
    .filter((stretch) => stretch.from < stretch.to)
}

/** Working ms in [from, to), both epoch ms; 0 when `to` is not after `from`. */
export function workingMsBetween(calendar: WorkCalendar, from: number, to: number): number {
  let worked = 0
  for (let day = dayNumberAt(from); startOfDay(day) < to; day += 1) {
    if (!worksOn(calendar, day)) continue
    for (const open of stretchesOf(calendar, day, from)) worked += Math.max(0, Math.min(open.to, to) - open.from)
  }
  return worked
}

/**
 * The first moment (epoch ms) with `amount` working ms behind it since `from`, so a limit that fills the morning ends
 * at noon and not when the afternoon opens. Throws for a calendar that does not open within 400 days.
 */
export function addWorkingMs(calendar: WorkCalendar, from: number, amount: number): number {
  if (amount <= 0) return from
  let left = amount
  let lastOpen = dayNumberAt(from)
  for (let day = lastOpen; day - lastOpen <= LONGEST_CLOSURE_DAYS; day += 1) {
    if (!worksOn(calendar, day)) continue
    for (const open of stretchesOf(calendar, day, from)) {
      if (open.to - open.from >= left) return open.from + left
      left -= open.to - open.from
      lastOpen = day
    }
  }
  throw new Error(`calendar ${calendar.code} does not open within 400 days after ${dayTextOf(lastOpen)}`)
}

/**
 * The number of the `count`-th working day after the day `start`, which is not counted itself (Civil Code art. 201).
 * Throws for a calendar without a working day within 400 days.
 */
export function nthWorkingDayAfter(calendar: WorkCalendar, start: number, count: number): number {
  let left = count
  let lastOpen = start
  for (let day = start + 1; day - lastOpen <= LONGEST_CLOSURE_DAYS; day += 1) {
    if (!worksOn(calendar, day)) continue
    left -= 1
    lastOpen = day
    if (left <= 0) return day
  }
  throw new Error(`calendar ${calendar.code} has no working day within 400 days after ${dayTextOf(lastOpen)}`)
}

/** Working minutes between two instants, to the millisecond (so 0.5 is half a minute); 0 when `to` is not after `from`. */
export const workingMinutesBetween = (calendar: WorkCalendar, from: Instant, to: Instant): number =>
  workingMsBetween(calendar, msOf(from), msOf(to)) / MINUTE_MS

/** The first instant with that many working minutes behind it since `from`; `from` itself for 0. */
export const addWorkingMinutes = (calendar: WorkCalendar, from: Instant, minutes: number): Instant =>
  instantOf(addWorkingMs(calendar, msOf(from), Math.ceil(minutes * MINUTE_MS)))
