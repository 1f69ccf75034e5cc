import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { yearOf, yearSum } from './year.ts'

const table = (file: string): unknown[] =>
  parse(readFileSync(new URL(`../../city/demo/${file}`, import.meta.url), 'utf8'), { columns: true })
const calendars = buildCalendars(table('calendars.csv'), table('holidays.csv'))
const city = calendars.get('city')
if (city === undefined) throw new Error('no calendar')

test('February 2026 begins on a Sunday and has its make-up Saturday and nine days off', () => {
  const february = yearOf(city, 2026)[1]
  expect(february?.weeks[0]?.map((day) => day?.n ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1])
  const days = february?.weeks.flat().filter((day) => day !== null) ?? []
  expect(days.filter(({ look }) => look === 'make-up').map(({ day }) => day)).toEqual(['2026-02-14', '2026-02-28'])
  expect(days.filter(({ look }) => look === 'holiday')).toHaveLength(9)
  expect(days.find(({ n }) => n === 17)).toMatchObject({ look: 'holiday', name: '春节' })
})

test('2025 has 248 working days, as its notice gives it; a year without a notice is not known', () => {
  expect(yearSum(city, 2025)).toMatchObject({ works: 248, known: true })
  expect(yearSum(city, 2031).known).toBe(false)
  expect(yearSum(calendars.get('always') ?? city, 2031).known).toBe(true)
})
