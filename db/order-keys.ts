import { encodeTime } from 'ulid'
import { SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { type Sql, sql } from './sql.ts'

/** Bounds of the order's key, which carries its receipt time. */
export type Keys = { from: string | null; before: string | null }

export function within(column: Sql, { from, before }: Keys): Sql {
  const after = from === null ? sql`true` : sql`${column} >= ${from}`
  return before === null ? after : sql`${after} and ${column} < ${before}`
}

const keyAt = (ms: number): string => encodeTime(Math.max(0, ms), 10)
const DAY = 86_400_000

/**
 * Between which keys the orders lie whose number starts so: the first six digits are the day of receipt, though the
 * planner cannot know it and would read the whole table backwards. Null: no number of ours starts so.
 */
export function keysOfNumber(start: string): Keys | null {
  const digits = /^[A-Z]{2}(\d{0,13})$/.exec(start)?.[1]?.slice(0, 6)
  if (digits === undefined) return null
  const parts = (fill: string) => (digits.padEnd(6, fill).match(/\d\d/g) ?? []).map(Number)
  const [year = 0, month = 1, day = 1] = parts('0')
  const [lastYear = 99, lastMonth = 12, lastDay = 31] = parts('9')
  const first = Date.UTC(2000 + year, Math.max(1, month) - 1, Math.max(1, day))
  const last = Date.UTC(2000 + lastYear, Math.min(12, lastMonth) - 1, Math.min(31, lastDay))
  return { from: keyAt(first - SHANGHAI_OFFSET_MS), before: keyAt(last + DAY - SHANGHAI_OFFSET_MS) }
}
