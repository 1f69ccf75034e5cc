const DAY_MS = 86_400_000
/** China keeps one time zone and no summer time. */
const SHANGHAI_MS = 8 * 3_600_000

/** A day as the count of days since 1970-01-01; plain arithmetic, no zone. */
export type DayNumber = number

export const dayNumberOf = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / DAY_MS)

/** The civil day in Shanghai of an ISO moment. */
export const shanghaiDay = (instant: string): DayNumber => Math.floor((Date.parse(instant) + SHANGHAI_MS) / DAY_MS)

export function partsOf(day: DayNumber): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * DAY_MS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    // Monday 1 … Sunday 7
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  }
}

/** 2026-03-02 */
export const dayText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

export const lastOfMonth = (year: number, month: number): DayNumber => dayNumberOf(year, month + 1, 1) - 1
