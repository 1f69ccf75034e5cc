import { type Instant, instantOf, msOf } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import { dayNumberAt, MINUTE_MS, startOfDay } from './civil-time.ts'
import type { Limit } from './limit.ts'
import { unknownYears } from './work-days.ts'
import { addWorkingMs, nthWorkingDayAfter } from './working-time.ts'

/**
 * When a limit ends; what was done by then is in time. Midnight has two names and one instant: "02-25 24:00" is
 * 02-26 00:00 in Shanghai, `2026-02-25T16:00:00.000Z`, and texts write it as 24:00 of the day before.
 * `provisional`: a day that was counted lies in a year without a holiday table; weekdays stood in for it.
 */
type Due = { at: Instant; provisional: boolean; calendarVersion: string }

/**
 * Minutes and hours run day and night (a contact due 24 h after Friday 17:00 is due Saturday 17:00); working hours and
 * days run by the calendar. Throws for a calendar that does not open within 400 days.
 */
export function dueAt(calendar: WorkCalendar, limit: Limit, from: Instant): Due {
  const start = msOf(from)
  switch (limit.unit) {
    case 'minute':
      return { at: instantOf(start + limit.amount * MINUTE_MS), provisional: false, calendarVersion: calendar.version }
    case 'hour':
      return {
        at: instantOf(start + limit.amount * 60 * MINUTE_MS),
        provisional: false,
        calendarVersion: calendar.version,
      }
    case 'working-hour':
      return counted(calendar, addWorkingMs(calendar, start, limit.amount * 60 * MINUTE_MS), dayNumberAt(start))
    case 'working-day': {
      const startDay = dayNumberAt(start)
      const end = endOfDay(calendar, nthWorkingDayAfter(calendar, startDay, limit.amount))
      return counted(calendar, end, startDay + 1)
    }
  }
}

function endOfDay(calendar: WorkCalendar, dayNumber: number): number {
  if (calendar.dayEnds === 'midnight') return startOfDay(dayNumber + 1)
  return startOfDay(dayNumber) + Math.max(...calendar.spans.map((span) => span.to)) * MINUTE_MS
}

/** The last day looked at is that of the last moment within the limit: 24:00 belongs to the day it ends. */
function counted(calendar: WorkCalendar, end: number, firstDay: number): Due {
  return {
    at: instantOf(end),
    provisional: unknownYears(calendar, firstDay, dayNumberAt(end - 1)).length > 0,
    calendarVersion: calendar.version,
  }
}
