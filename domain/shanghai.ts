import type { Day, Instant } from './ids.ts'

/**
 * China keeps one time zone and no summer time, so a fixed offset is the whole time-zone rule. Apart from the schemas of
 * `ids.ts`, so that a citizen's page which tells the time does not carry the library that reads schemas (60 kB).
 */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000

export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant
export const msOf = (at: Instant): number => Date.parse(at)
export const dayOf = (at: Instant): Day =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day
