import { expect, test } from 'vitest'
import { Day } from '../ids.ts'
import { daysOf, lastDays, periodBefore, periodRefused } from './period.ts'

const period = (from: string, to: string) => ({ from: Day.parse(from), to: Day.parse(to) })

test('a period counts both its ends, and is set against as many days before it', () => {
  expect(daysOf(period('2025-03-01', '2025-03-31'))).toBe(31)
  expect(periodBefore(period('2025-03-01', '2025-03-31'))).toEqual(period('2025-01-29', '2025-02-28'))
  expect(periodBefore(period('2024-03-01', '2024-03-01'))).toEqual(period('2024-02-29', '2024-02-29'))
  expect(lastDays(Day.parse('2025-03-02'), 3)).toEqual(period('2025-02-28', '2025-03-02'))
})

test('reversed or longer than a year it is refused', () => {
  expect(periodRefused(period('2025-03-02', '2025-03-01'))).toBe('period-reversed')
  expect(periodRefused(period('2024-01-01', '2024-12-31'))).toBeNull()
  expect(periodRefused(period('2024-01-01', '2025-01-01'))).toBe('period-too-long')
})
