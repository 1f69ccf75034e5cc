import { expect, test } from 'vitest'
import { Instant } from '../ids.ts'
import { buildCalendars } from './calendar-file.ts'
import { dueAt } from './due.ts'
import { explainDue } from './explain.ts'
import { words } from './explanation-words.ts'
import type { Limit } from './limit.ts'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())
const day = (date: string, kind: 'holiday' | 'make-up', name: string) => ({ date, kind, name, notice: 'n' })
const springDays = ['15', '16', '17', '18', '19', '20', '21', '22', '23']
const calendars = buildCalendars(
  [
    { code: 'city', name: 'x', weekdays: '1-5', spans: '08:30-12:00;14:00-17:30', dayEnds: 'midnight' },
    { code: 'closing', name: 'x', weekdays: '1-5', spans: '09:00-17:00', dayEnds: 'closing' },
  ],
  [
    day('2026-02-14', 'make-up', '春节'),
    ...springDays.map((d) => day(`2026-02-${d}`, 'holiday', '春节')),
    day('2026-09-25', 'holiday', '中秋节'),
    day('2026-09-28', 'holiday', '国庆节'),
  ],
)

function explained(limit: Limit, from: string, code = 'city', due?: string) {
  const calendar = calendars.get(code)
  if (calendar === undefined) throw new Error(code)
  const computed = dueAt(calendar, limit, at(from)).at
  return explainDue(calendar, limit, at(from), due === undefined ? computed : at(due))
}

const workingDay = (amount: number): Limit => ({ amount, unit: 'working-day' })
const workingHour = (amount: number): Limit => ({ amount, unit: 'working-hour' })

test('every civil day of the walk has its reason', () => {
  const { steps, due, provisional } = explained(workingDay(3), '2026-02-13T17:00')
  expect(steps).toHaveLength(13)
  expect(steps.slice(0, 3).map(({ day, counts, reason }) => [day, counts, reason])).toEqual([
    ['2026-02-13', false, { kind: 'start-day' }],
    ['2026-02-14', true, { kind: 'make-up-day', name: '春节' }],
    ['2026-02-15', false, { kind: 'holiday', name: '春节' }],
  ])
  expect(due).toBe('2026-02-25T16:00:00.000Z')
  expect(provisional).toBe(false)
})

test.each([
  [
    workingDay(3),
    '2026-02-13T17:00',
    '自 2026-02-13 17:00 起 3 个工作日：起始日不计；02-14（周六，春节调休上班）为第 1 日；02-15 至 02-23 春节放假不计；02-24 第 2 日；02-25 第 3 日，至 24:00 止。',
    '3 working days from 2026-02-13 17:00: the day of the start does not count; 02-14 (Saturday, make-up day for 春节) is day 1; 02-15 to 02-23 holiday (春节), not counted; 02-24 is day 2; 02-25 is day 3, until 24:00.',
  ],
  [
    workingDay(6),
    '2026-03-04T09:00',
    '自 2026-03-04 09:00 起 6 个工作日：起始日不计；03-05 第 1 日；03-06 第 2 日；03-07 至 03-08 周末不计；03-09 至 03-12 第 3 至 6 日，至 24:00 止。',
    '6 working days from 2026-03-04 09:00: the day of the start does not count; 03-05 is day 1; 03-06 is day 2; 03-07 to 03-08 weekend, not counted; 03-09 to 03-12 are days 3 to 6, until 24:00.',
  ],
  [
    workingDay(15),
    '2026-02-11T09:00',
    '自 2026-02-11 09:00 起 15 个工作日：起始日不计；02-12 至 02-13 第 1 至 2 日；02-14（周六，春节调休上班）为第 3 日；02-15 至 02-23 春节放假不计；02-24 至 03-11（周末除外）为第 4 至 15 日，至 24:00 止。',
    '15 working days from 2026-02-11 09:00: the day of the start does not count; 02-12 to 02-13 are days 1 to 2; 02-14 (Saturday, make-up day for 春节) is day 3; 02-15 to 02-23 holiday (春节), not counted; 02-24 to 03-11 (weekends excepted) are days 4 to 15, until 24:00.',
  ],
  [
    workingHour(6),
    '2026-02-13T16:00',
    '自 2026-02-13 16:00 起 6 个工作小时：02-13 16:00–17:30 计 1 小时 30 分；02-14（周六，春节调休上班）08:30–12:00、14:00–15:00 计 4 小时 30 分，至 02-14 15:00 止。',
    '6 working hours from 2026-02-13 16:00: 02-13 16:00–17:30 gives 1 h 30 min; 02-14 (Saturday, make-up day for 春节) 08:30–12:00 and 14:00–15:00 gives 4 h 30 min, until 02-14 15:00.',
  ],
  [
    { amount: 24, unit: 'hour' } as const,
    '2026-03-06T17:00',
    '自 2026-03-06 17:00 起 24 小时（自然时），至 03-07 17:00 止。',
    '24 hours (day and night) from 2026-03-06 17:00, until 03-07 17:00.',
  ],
  [
    workingDay(1),
    '2026-12-31T09:00',
    '自 2026-12-31 09:00 起 1 个工作日：起始日不计；2027-01-01 第 1 日，至 24:00 止。本日历尚无 2027 年放假安排，暂按平日推算。',
    '1 working day from 2026-12-31 09:00: the day of the start does not count; 2027-01-01 is day 1, until 24:00. Provisional: the calendar has no holidays for 2027 yet, so plain weekdays are taken.',
  ],
])('words %#', (limit, from, zh, en) => {
  const explanation = explained(limit, from)
  expect(words(explanation, 'zh')).toBe(zh)
  expect(words(explanation, 'en')).toBe(en)
})

test('the last day ends at closing where the calendar says so, and an evening has no working time left', () => {
  expect(words(explained(workingDay(1), '2026-03-04T20:00', 'closing'), 'zh')).toMatch(/03-05 第 1 日，至 17:00 止。$/)
  expect(words(explained(workingHour(1), '2026-03-04T20:00', 'closing'), 'zh')).toContain(
    '：03-04 已过工作时间；03-05 09:00',
  )
})

test('a due time set otherwise is said, and holidays that touch are told together', () => {
  const zh = words(explained(workingDay(1), '2026-09-24T09:00', 'city', '2026-10-09T00:00'), 'zh')
  expect(zh).toContain('09-25 中秋节放假不计；09-26 至 09-27 周末不计；09-28 国庆节放假不计；09-29 第 1 日')
  expect(zh).toMatch(/期限另定至 10-08 24:00。$/)
})
