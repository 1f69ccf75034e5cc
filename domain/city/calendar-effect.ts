import { dayNumberOf, dayTextOf } from '../deadline/civil-time.ts'
import { isWorkingDay, workDayOf } from '../deadline/work-days.ts'
import type { Day } from '../ids.ts'
import type { City } from './city.ts'

type DayEffect = { calendar: string; day: Day; works: boolean; name: string | null }

/** The days of these years that would work and did not, or the other way round, calendar by calendar. */
export function dayEffects(was: City, will: City, years: readonly number[]): DayEffect[] {
  return [...will.calendars].flatMap(([code, calendar]) => {
    const old = was.calendars.get(code)
    if (old === undefined || calendar.ignoresHolidays === true) return []
    return years
      .flatMap((year) => daysOf(year))
      .flatMap((day): DayEffect[] => {
        const works = isWorkingDay(calendar, day)
        if (works === isWorkingDay(old, day)) return []
        const { reason } = workDayOf(calendar, day)
        return [{ calendar: code, day, works, name: 'name' in reason ? reason.name : null }]
      })
  })
}

function daysOf(year: number): Day[] {
  const first = dayNumberOf(`${year}-01-01` as Day)
  const last = dayNumberOf(`${year}-12-31` as Day)
  return Array.from({ length: last - first + 1 }, (_, i) => dayTextOf(first + i))
}

const spansOf = (city: City, code: string): string =>
  JSON.stringify([city.calendars.get(code)?.spans, city.calendars.get(code)?.dayEnds])

/** Calendars whose hours or day's end change, with how many units keep them. */
export const hourEffects = (was: City, will: City): { code: string; name: string; units: number }[] =>
  [...will.calendars.values()]
    .filter(({ code }) => was.calendars.has(code) && spansOf(was, code) !== spansOf(will, code))
    .map(({ code, name }) => ({
      code,
      name,
      units: [...will.units.values()].filter((unit) => unit.calendar === code).length,
    }))
