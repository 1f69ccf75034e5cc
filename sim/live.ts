import type { City } from '#domain/city/city.ts'
import type { Send } from './api-client.ts'
import { type Beginning, begin } from './beginnings.ts'
import type { SimClock } from './clock.ts'
import { MINUTE } from './delays.ts'
import { doings } from './doings.ts'
import { peopleOf } from './people.ts'
import type { Places } from './places.ts'
import { defaultRates, type Rates } from './rates.ts'
import { Schedule } from './schedule.ts'
import { Tally } from './tally.ts'
import type { Life, World } from './world.ts'

export type LiveOptions = {
  send: Send
  city: City
  places: Places
  clock: Pick<SimClock, 'at'>
  seed: number
  beginnings: readonly Beginning[]
  from: number
  /** epoch ms: what is open then stays open */
  until: number
  naming: World['naming']
  slow: World['slow']
  /** what time alone brings about; called every `tickMinutes` of virtual time, with nothing else under way */
  tick: (at: number) => Promise<void>
  tickMinutes?: number
  /** what a platform with its sweeps running does by itself: sends an order to the grid, if it may go there */
  toGrid?: World['toGrid']
  /** orders whose moments lie this close are worked on side by side */
  windowMinutes?: number
  rates?: Partial<Rates>
  progress?: (share: number) => void
}

/** Lets the orders live between two moments, every step through the API by the people who would do it. */
export async function live(options: LiveOptions): Promise<Tally> {
  const { city, places, clock, from, until, naming, slow, send, tick, progress } = options
  const schedule = new Schedule<Life>({
    clock,
    until,
    windowMs: (options.windowMinutes ?? 12) * MINUTE,
    tickMs: (options.tickMinutes ?? 30) * MINUTE,
    tick: async (at) => {
      progress?.((at - from) / (until - from))
      await tick(at)
    },
  })
  const rates = { ...defaultRates, ...options.rates }
  const sim = { city, places }
  const tally = new Tally()
  const world: World = {
    sim,
    send,
    people: peopleOf(city),
    rates,
    doings,
    schedule,
    tally,
    naming,
    slow,
    toGrid: options.toGrid ?? null,
    recent: new Map(),
  }
  begin(world, options.seed, options.beginnings)
  await schedule.run(from)
  return tally
}
