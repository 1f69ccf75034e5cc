import { beginningsOf, EVE } from './beginnings.ts'
import { DAY, HOUR, MINUTE } from './delays.ts'
import { type LiveOptions, live } from './live.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

type HistoryOptions = Omit<LiveOptions, 'from' | 'naming' | 'slow' | 'beginnings'> & {
  days: number
  perDay: number
}
export type HistoryReport = { tally: Tally; requests: number; ms: number }

/** The last hours are worked off slowly, so that each desk still has orders in hand. */
const slowBefore = (until: number): World['slow'] => ({
  front: { from: until - EVE.minutes * MINUTE, factor: 12 },
  back: { from: until - 5 * HOUR, factor: 6 },
})

/** The past of a city: some days up to `until`, with orders left open in every state and under every light. */
export async function liveHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { city, places, seed, days, perDay, until } = options
  const begun = performance.now()
  const from = until - days * DAY
  const beginnings = beginningsOf({ city, places }, seed, perDay, from, until)
  const tally = await live({ ...options, from, beginnings, naming: 'agent', slow: slowBefore(until) })
  return { tally, requests: beginnings.length, ms: performance.now() - begun }
}
