import type { Day } from '../ids.ts'
import { SHANGHAI_OFFSET_MS } from '../shanghai.ts'

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

/** Civil days of Asia/Shanghai are walked as whole numbers: days since 1970-01-01. `ms` is epoch milliseconds. */
export const dayNumberAt = (ms: number): number => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS)

export const dayNumberOf = (day: Day): number => Date.parse(day) / DAY_MS

/** Epoch ms of 00:00 in Shanghai, the same instant as 24:00 of the day before. */
export const startOfDay = (dayNumber: number): number => dayNumber * DAY_MS - SHANGHAI_OFFSET_MS

/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1

/** Minutes since local midnight, 0 or more and below 1440. */
export const minuteOfDay = (ms: number): number => (ms - startOfDay(dayNumberAt(ms))) / MINUTE_MS

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** Built from parts: `toISOString` takes 0.7 µs where this takes 0.2, and a deadline of 60 working days asks 90 times. */
export function dayTextOf(dayNumber: number): Day {
  const date = new Date(dayNumber * DAY_MS)
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as Day
}

/** 510 is `08:30`, 1440 is `24:00`; a begun minute counts as the minute it began in. */
export const timeTextOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(Math.floor(minute % 60))}`
