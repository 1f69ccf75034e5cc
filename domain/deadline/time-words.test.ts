import { expect, test } from 'vitest'
import { at } from '../order/order.fixture.ts'
import { dueWords, momentWords, spanWords } from './time-words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [30_000, '不到 1 分钟', 'less than a minute'],
  [12 * MINUTE, '12 分钟', '12 minutes'],
  [HOUR, '1 小时', '1 hour'],
  [6 * HOUR + 51 * MINUTE, '6 小时 51 分', '6 hours 51 minutes'],
  [61 * HOUR + 30 * MINUTE, '2 天 13 小时', '2 days 13 hours'],
  [24 * HOUR, '1 天', '1 day'],
  [-(3 * HOUR + 20 * MINUTE), '3 小时 20 分', '3 hours 20 minutes'],
])('%d ms is %s, in English %s', (ms, zh, en) => {
  expect([spanWords(ms, 'zh'), spanWords(ms, 'en')]).toEqual([zh, en])
})

const now = at('2026-11-23 10:42')
test.each([
  ['2026-11-23 09:26', false, '今天 09:26', 'today 09:26'],
  ['2026-11-22 09:26', false, '昨天 09:26', 'yesterday 09:26'],
  ['2026-11-21 10:15', false, '周六 10:15', 'Sat 10:15'],
  ['2026-11-09 10:15', false, '11月9日 10:15', '9 Nov 10:15'],
  ['2025-11-09 10:15', false, '2025年11月9日 10:15', '9 Nov 2025 10:15'],
  ['2026-11-26 00:00', true, '周三 24:00', 'Wed 24:00'],
  ['2026-11-24 10:42', true, '明天 10:42', 'tomorrow 10:42'],
])('%s (due: %s), told on Monday 23 November, is %s', (moment, isDue, zh, en) => {
  expect([momentWords(at(moment), now, 'zh', isDue), momentWords(at(moment), now, 'en', isDue)]).toEqual([zh, en])
})

test('a due moment in full ends its day at 24:00', () => {
  const due = at('2026-11-26 00:00')
  expect([dueWords(due, now, 'zh'), dueWords(due, now, 'en')]).toEqual(['11月25日（周三）24:00', 'Wed 25 Nov, 24:00'])
})
