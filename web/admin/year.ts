import type { WorkCalendar } from '#domain/deadline/calendar.ts'
import { dayNumberOf, dayTextOf, weekdayOf } from '#domain/deadline/civil-time.ts'
import { isYearKnown, workDayOf } from '#domain/deadline/work-days.ts'
import type { Day } from '#domain/ids.ts'

type DayLook = 'work' | 'rest' | 'holiday' | 'make-up'
export type YearDay = { day: Day; n: number; look: DayLook; name: string | null }
export type Month = { month: number; weeks: readonly (readonly (YearDay | null)[])[] }

function lookOf(calendar: WorkCalendar, day: Day): Pick<YearDay, 'look' | 'name'> {
  const { works, reason } = workDayOf(calendar, day)
  if (reason.kind === 'make-up-day') return { look: 'make-up', name: reason.name }
  if (reason.kind === 'holiday') return { look: 'holiday', name: reason.name }
  return { look: works ? 'work' : 'rest', name: null }
}

/** Twelve months of weeks that begin on Monday, as wall calendars in China are printed. */
export function yearOf(calendar: WorkCalendar, year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, i): Month => {
    const two = String(i + 1).padStart(2, '0')
    const first = dayNumberOf(`${year}-${two}-01` as Day)
    const length = new Date(Date.UTC(year, i + 1, 0)).getUTCDate()
    const lead = weekdayOf(first) - 1
    const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_cell, at): YearDay | null => {
      const n = at - lead + 1
      if (n < 1 || n > length) return null
      const day = dayTextOf(first + n - 1)
      return { day, n, ...lookOf(calendar, day) }
    })
    return { month: i + 1, weeks: Array.from({ length: cells.length / 7 }, (_w, w) => cells.slice(w * 7, w * 7 + 7)) }
  })
}

/** How many days of a year work, and whether its holidays are published at all. */
export function yearSum(calendar: WorkCalendar, year: number) {
  const days = yearOf(calendar, year).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null))
  const count = (...looks: readonly DayLook[]) => days.filter(({ look }) => looks.includes(look)).length
  return {
    works: count('work', 'make-up'),
    holidays: count('holiday'),
    makeUp: count('make-up'),
    known: isYearKnown(calendar, year),
  }
}
