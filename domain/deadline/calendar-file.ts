import type { z } from 'zod'
import type { Day } from '../ids.ts'
import type { WorkCalendar } from './calendar.ts'
import { CalendarRow, HolidayRow } from './calendar-rows.ts'
import { contentVersion } from './content-version.ts'
import { spansOf } from './span-text.ts'

/**
 * All calendars of a city by code, from the records of `calendars.csv` and `holidays.csv` (cells as text, one object per
 * row with the header's names). Throws one Error that lists every wrong row with its line, the header being line 1.
 */
export function buildCalendars(
  calendars: readonly unknown[],
  holidays: readonly unknown[],
): ReadonlyMap<string, WorkCalendar> {
  const problems: string[] = []
  const days = readRows('holidays.csv', HolidayRow, holidays, problems)
  const rows = readRows('calendars.csv', CalendarRow, calendars, problems)
  problems.push(...repeats('holidays.csv', 'date', days, (row) => row.date))
  problems.push(...repeats('calendars.csv', 'code', rows, (row) => row.code))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const table = days.map((day) => day.row)
  return new Map(rows.map(({ row }) => [row.code, buildCalendar(row, table)]))
}

/** One calendar from rows that `buildCalendars` has checked. `version` changes with any day, hour or holiday name. */
function buildCalendar(row: CalendarRow, holidays: readonly HolidayRow[]): WorkCalendar {
  const ignores = row.holidays === 'ignored'
  const days = ignores ? [] : [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1))
  const years = [...new Set(days.map((day) => Number(day.date.slice(0, 4))))]
  const content = [
    row.weekdays,
    row.spans,
    row.dayEnds,
    row.holidays,
    ...days.map((d) => `${d.date} ${d.kind} ${d.name}`),
  ]
  return {
    code: row.code,
    name: row.name,
    version: [...years.slice(-1), contentVersion(content.join('\n'))].join('-'),
    years,
    workingWeekdays: new Set(weekdaysOf(row.weekdays)),
    spans: spansOf(row.spans),
    holidays: namesOf(days, 'holiday'),
    makeUpDays: namesOf(days, 'make-up'),
    dayEnds: row.dayEnds,
    ...(ignores ? { ignoresHolidays: true as const } : {}),
  }
}

type Line<Row> = { line: number; row: Row }

function readRows<Row>(
  file: string,
  schema: z.ZodType<Row>,
  rows: readonly unknown[],
  problems: string[],
): Line<Row>[] {
  return rows.flatMap((raw, index) => {
    const line = index + 2
    const parsed = schema.safeParse(raw)
    if (parsed.success) return [{ line, row: parsed.data }]
    for (const { path, message } of parsed.error.issues)
      problems.push(`${file} line ${line}: ${path.join('.')}: ${message}`)
    return []
  })
}

function repeats<Row>(file: string, column: string, rows: readonly Line<Row>[], keyOf: (row: Row) => string): string[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, row }) => {
    const key = keyOf(row)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, line)
    return earlier === undefined
      ? []
      : [`${file} line ${line}: ${column}: ${key} stands in line ${earlier} already; each stands once`]
  })
}

const namesOf = (days: readonly HolidayRow[], kind: HolidayRow['kind']): ReadonlyMap<Day, string> =>
  new Map(days.filter((day) => day.kind === kind).map((day) => [day.date, day.name]))

function weekdaysOf(text: string): number[] {
  const inRange = (part: string, day: number) => day >= Number(part.at(0)) && day <= Number(part.at(-1))
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => text.split(';').some((part) => inRange(part, day)))
}
