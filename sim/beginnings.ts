import { DAY, HOUR, MINUTE } from './delays.ts'
import { arrivalsOn } from './demand.ts'
import { gridEve, gridMattersOn, whistlesOn } from './grid-beginnings.ts'
import { incidentAt } from './incidents.ts'
import { makeRequest, type SimCity } from './make-request.ts'
import { between, randomOf } from './random.ts'
import { defaultRates } from './rates.ts'
import type { SimRequest } from './sim-request.ts'
import { after, type Life, type World } from './world.ts'

/** How an order begins: when, with which story, and for some with what becomes of the call decided beforehand. */
export type Beginning = { at: number; fate: Life['fate']; story: SimRequest }

/** Fresh calls of the last minutes, so that every desk of a demo has something waiting when it is opened. */
export const EVE = { requests: 24, minutes: 50 }
const FATES = ['draft', 'submit', 'review', 'submit'] as const

export const startOfDay = (at: number): number => Math.floor((at + 8 * HOUR) / DAY) * DAY - 8 * HOUR

function dayOf(sim: SimCity, seed: number, midnight: number, perDay: number): Beginning[] {
  const { incident, moments } = incidentAt(sim, randomOf(seed, 'incident', midnight), midnight)
  const story = (at: number, n: string): SimRequest =>
    makeRequest(sim, randomOf(seed, 'request', at, n), at, n.startsWith('i') ? incident : null)
  const usual = arrivalsOn(randomOf(seed, 'day', midnight), midnight, perDay)
  return [
    ...usual.map((at, n) => ({ at, fate: null, story: story(at, `u${n}`) })),
    ...gridMattersOn(sim, seed, midnight, perDay * defaultRates.gridMatters),
    ...whistlesOn(sim, randomOf(seed, 'whistles', midnight), midnight, perDay * defaultRates.whistled),
    ...moments.map((at, n) => ({ at, fate: 'submit' as const, story: story(at, `i${n}`) })),
  ]
}

/** Everything that will come in between the two moments; the same seed gives the same list. */
export function beginningsOf(sim: SimCity, seed: number, perDay: number, from: number, until: number): Beginning[] {
  const days = Math.ceil((until - startOfDay(from)) / DAY)
  const midnights = Array.from({ length: days }, (_, day) => startOfDay(from) + day * DAY)
  const eve = randomOf(seed, 'eve')
  const last = Array.from({ length: EVE.requests }, (_, n) => {
    const at = until - between(eve, 1, EVE.minutes) * MINUTE
    return { at, fate: FATES[n % FATES.length] ?? null, story: makeRequest(sim, randomOf(seed, 'eve', n), at) }
  })
  const all = [
    ...midnights.flatMap((midnight) => dayOf(sim, seed, midnight, perDay)),
    ...last,
    ...gridEve(sim, seed, until),
  ]
  return all.filter(({ at }) => at >= from && at < until).sort((a, b) => a.at - b.at)
}

export function begin(world: World, seed: number, beginnings: readonly Beginning[]): void {
  for (const [no, { at, fate, story }] of beginnings.entries()) {
    const random = randomOf(seed, 'life', no)
    const life: Life = {
      no,
      at,
      random,
      story,
      fate,
      category: null,
      order: null,
      ticket: null,
      rounds: 0,
      suggested: null,
    }
    after(world, life, at, { kind: 'arrive' })
  }
}
