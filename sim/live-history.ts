import type { City } from '#domain/city/city.ts'
import type { Send } from './api-client.ts'
import type { SimClock } from './clock.ts'
import { DAY, HOUR, MINUTE } from './delays.ts'
import { arrivalsOn } from './demand.ts'
import { doings } from './doings.ts'
import { makeRequest } from './make-request.ts'
import { peopleOf } from './people.ts'
import type { Places } from './places.ts'
import { between, randomOf } from './random.ts'
import { defaultRates, type Rates } from './rates.ts'
import { Schedule } from './schedule.ts'
import { Tally } from './tally.ts'
import { after, type Life, type World } from './world.ts'

export type HistoryOptions = {
  send: Send
  city: City
  places: Places
  clock: SimClock
  days: number
  perDay: number
  seed: number
  /** the end of the history, epoch ms: what is open then stays open */
  until: number
  /** what time alone brings about; called every `tickMinutes` of virtual time, with nothing else under way */
  tick: (at: number) => Promise<void>
  tickMinutes?: number
  /** orders whose moments lie this close are worked on side by side */
  windowMinutes?: number
  rates?: Partial<Rates>
  progress?: (share: number) => void
}

export type HistoryReport = { tally: Tally; requests: number; ms: number }

/** Fresh calls of the last hour, so that every desk of a demo has something waiting at its first minute. */
const EVE = { requests: 22, minutes: 50, slow: 12 }

const newLife = (seed: number, no: number): Omit<Life, 'story'> => ({
  no,
  random: randomOf(seed, 'life', no),
  category: null,
  order: null,
  ticket: null,
  rounds: 0,
  fate: null,
})

function addLife(world: World, seed: number, no: number, at: number, fate: Life['fate']): void {
  const story = makeRequest(world.sim, randomOf(seed, 'request', no), at)
  after(world, { ...newLife(seed, no), story, fate }, at, { kind: 'arrive' })
}

/** Where it is past midnight in Shanghai, the day begins; arrivals of the whole history are few enough to plan at once. */
function planArrivals(world: World, options: HistoryOptions, start: number): number {
  const { seed, days, perDay, until } = options
  let no = 0
  for (let day = 0; day < days + 1; day++) {
    const midnight = Math.floor((start + day * DAY + 8 * HOUR) / DAY) * DAY - 8 * HOUR
    for (const at of arrivalsOn(randomOf(seed, 'day', midnight), midnight, perDay))
      if (at >= start && at < until) addLife(world, seed, no++, at, null)
  }
  const eve = randomOf(seed, 'eve')
  for (let i = 0; i < EVE.requests && days > 0; i++)
    addLife(world, seed, no++, until - between(eve, 1, EVE.minutes) * MINUTE, i % 4 === 0 ? 'draft' : 'submit')
  return no
}

/** Lets a city live for some days up to `until`, every step of it through the API by the people who would do it. */
export async function liveHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { city, places, clock, days, until, tick, progress } = options
  const begun = performance.now()
  const start = until - days * DAY
  const schedule = new Schedule<Life>({
    clock,
    until,
    windowMs: (options.windowMinutes ?? 12) * MINUTE,
    tickMs: (options.tickMinutes ?? 20) * MINUTE,
    tick: async (at) => {
      progress?.((at - start) / (until - start))
      await tick(at)
    },
  })
  const world: World = {
    sim: { city, places },
    send: options.send,
    people: peopleOf(city),
    rates: { ...defaultRates, ...options.rates },
    doings,
    schedule,
    tally: new Tally(),
    naming: 'agent',
    slow: { from: until - EVE.minutes * MINUTE, factor: EVE.slow },
    recent: new Map(),
  }
  const requests = planArrivals(world, options, start)
  await schedule.run(start)
  return { tally: world.tally, requests, ms: performance.now() - begun }
}
