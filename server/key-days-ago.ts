import { encodeTime } from 'ulid'
import { type Instant, msOf } from '#domain/ids.ts'

/** The smallest key of an order received so many days ago. */
export const keyDaysAgo = (at: Instant, days: number): string =>
  encodeTime(Math.max(0, msOf(at) - days * 86_400_000), 10)
