import type { City } from '#domain/city/city.ts'
import { unitCalendar } from '#domain/city/lookup.ts'
import type { ClockCode } from '#domain/city/vocabulary.ts'
import { dueAt } from '#domain/deadline/due.ts'
import type { Limit } from '#domain/deadline/limit.ts'
import { momentAtShare } from '#domain/deadline/share.ts'
import { addWorkingMs } from '#domain/deadline/working-time.ts'
import { instantOf, msOf, type UnitId } from '#domain/ids.ts'
import { between, exponential, type Random } from './random.ts'
import type { Desk, World } from './world.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Some minutes at least, a few long waits: how long people take for a small thing. */
export const aWhile = (random: Random, least: number, mean: number): number =>
  least + Math.min(exponential(random, mean - least), 6 * mean)

/** The hotline's own desks work around the clock, but not at the same pace at the end of a history. */
export const atDesk = (world: World, desk: Desk, at: number, wait: number): number =>
  at + wait * (at >= world.slow[desk].from ? world.slow[desk].factor : 1)

/** That share of the limit, in the unit's own time; beyond 1 it is late. */
export function atShare(city: City, unit: UnitId, limit: Limit, from: number, share: number): number {
  const calendar = unitCalendar(city, unit)
  const start = instantOf(from)
  return msOf(momentAtShare(calendar, limit, start, dueAt(calendar, limit, start).at, share))
}

/** The next moment that unit's people are at work. */
export const whenOpen = (city: City, unit: UnitId, at: number): number => addWorkingMs(unitCalendar(city, unit), at, 1)

export function limitOf(city: City, profile: string | null, code: ClockCode): Limit | undefined {
  return city.slaProfiles.find((p) => p.code === profile)?.limits[code]
}

/** A promise of a few hours is kept at any hour, a longer one while people are awake: units have a duty phone. */
export const isPrompt = (limit: Limit | undefined): boolean =>
  limit !== undefined && (limit.unit === 'minute' || (limit.unit === 'hour' && limit.amount <= 4))

export function whileAwake(at: number): number {
  const sinceMidnight = (at + 8 * HOUR) % DAY
  if (sinceMidnight >= 8.5 * HOUR && sinceMidnight < 21 * HOUR) return at
  const opening = at - sinceMidnight + 8.5 * HOUR
  const minutesIn = (sinceMidnight / DAY) * HOUR
  return (sinceMidnight < 8.5 * HOUR ? opening : opening + DAY) + minutesIn
}

/** Citizens are called between 10 and 20 o'clock. */
export function inCallHours(random: Random, at: number): number {
  const hour = ((at + 8 * HOUR) % DAY) / HOUR
  if (hour >= 10 && hour < 20) return at
  const ten = at - ((at + 8 * HOUR) % DAY) + 10 * HOUR
  return (hour < 10 ? ten : ten + DAY) + between(random, 0, 8) * HOUR
}
