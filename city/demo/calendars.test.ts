import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { dueAt } from '#domain/deadline/due.ts'
import type { Limit } from '#domain/deadline/limit.ts'
import { isWorkingDay } from '#domain/deadline/work-days.ts'
import { Day, Instant } from '#domain/ids.ts'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())

function recordsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url)), { columns: true })
}

const holidays = recordsOf('holidays.csv')
const calendars = buildCalendars(recordsOf('calendars.csv'), holidays)

function calendar(code: string) {
  const found = calendars.get(code)
  if (found === undefined) throw new Error(`no calendar ${code}`)
  return found
}

/** The days as the notices quote them, `from/to` in one month or across two. */
const quoted: Record<string, { off: string[]; work: string[] }> = {
  // 2024: 端午节 is the Monday only, "joined to the weekend"
  '2024': {
    off: ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  '2025': {
    off: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    off: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

function daysOf(year: string, range: string): string[] {
  const [from, to = from] = range.split('/')
  const days: string[] = []
  for (let ms = Date.parse(`${year}-${from}`); ms <= Date.parse(`${year}-${to}`); ms += 86_400_000) {
    days.push(new Date(ms).toISOString().slice(0, 10))
  }
  return days
}

test.each(Object.entries(quoted))('%s stands as the State Council has published it', (year, { off, work }) => {
  const stored = (kind: string) =>
    holidays.filter((row) => row.date?.startsWith(year) && row.kind === kind).map((row) => row.date)
  expect(stored('holiday')).toEqual(off.flatMap((range) => daysOf(year, range)))
  expect(stored('make-up')).toEqual(work.flatMap((range) => daysOf(year, range)))
})

const workingDay = (amount: number): Limit => ({ amount, unit: 'working-day' })
const hour = (amount: number): Limit => ({ amount, unit: 'hour' })

test.each([
  ['before the Spring Festival of 2026', 'city', '2026-02-13T17:00', workingDay(3), '2026-02-26T00:00'],
  ['before National Day 2025, over a make-up Sunday', 'city', '2025-09-26T10:00', workingDay(3), '2025-10-01T00:00'],
  ['over National Day 2026, make-up Saturday', 'city', '2026-09-30T10:00', workingDay(3), '2026-10-11T00:00'],
  ['before the Spring Festival of 2024', 'city', '2024-02-02T10:00', workingDay(5), '2024-02-09T00:00'],
  ['pothole on Friday, contact', 'city', '2026-03-06T17:00', hour(24), '2026-03-07T17:00'],
  ['pothole on Friday, closing', 'city', '2026-03-06T17:00', workingDay(3), '2026-03-12T00:00'],
  ['the 24 h desk works through the holiday', 'always', '2026-02-16T10:00', workingDay(1), '2026-02-18T00:00'],
  ['the window opens on Saturday and closes at 17:00', 'window', '2026-03-06T17:00', workingDay(1), '2026-03-07T17:00'],
])('%s', (_, code, from, limit, due) => {
  expect(dueAt(calendar(code), limit, at(from))).toMatchObject({ at: at(due), provisional: false })
})

test('2027 is not published: deadlines that reach it say so', () => {
  expect(dueAt(calendar('city'), workingDay(3), at('2026-12-30T10:00')).provisional).toBe(true)
})

test('working days per year: 251, 248, 248', () => {
  const works = (day: string) => isWorkingDay(calendar('city'), Day.parse(day))
  const count = (year: string) => daysOf(year, '01-01/12-31').filter(works).length
  expect(['2024', '2025', '2026'].map(count)).toEqual([251, 248, 248])
})
