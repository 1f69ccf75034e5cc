import type { City, Staff } from '#domain/city/city.ts'
import type { CategoryCode } from '#domain/ids.ts'
import type { Beginning } from './beginnings.ts'
import { DAY, HOUR, MINUTE } from './delays.ts'
import { makeRequest, type SimCity } from './make-request.ts'
import type { Place } from './places.ts'
import { between, pick, type Random, randomOf } from './random.ts'
import type { SimRequest } from './sim-request.ts'
import { whistles } from './texts/grid.ts'

type Walker = { worker: Staff; places: readonly Place[] }

const walkers = new WeakMap<SimCity, readonly Walker[]>()

/** Grid workers with the places of their community; whoever has none walks past nothing that has a name. */
function walkersOf(sim: SimCity): readonly Walker[] {
  const known = walkers.get(sim) ?? findWalkers(sim)
  walkers.set(sim, known)
  return known
}

function findWalkers({ city, places }: SimCity): Walker[] {
  const all = [...places.byKind.values()].flat()
  return city.staff
    .filter(({ roles, region }) => roles.includes('grid-worker') && region !== null)
    .map((worker) => ({ worker, places: all.filter(({ region }) => worker.region?.startsWith(region) === true) }))
    .filter((walker) => walker.places.length > 0)
}

function whistleStory({ worker, places }: Walker, random: Random): SimRequest {
  const place = pick(random, places)
  const { category, content } = pick(random, whistles)
  return {
    channel: 'grid-report',
    trueCategory: category as CategoryCode,
    appellant: {},
    whistledBy: worker.id,
    request: {
      requestType: 'help',
      content: content.replace('{place}', place.name),
      category,
      region: place.region,
      address: place.name,
      lng: place.lng,
      lat: place.lat,
      anonymous: true,
      replyWanted: false,
    },
  }
}

/** Spread so evenly that a week always has some. */
function countOn(midnight: number, mean: number): number {
  const day = Math.round(midnight / DAY)
  return Math.floor((day + 1) * mean) - Math.floor(day * mean)
}

/** On their rounds, in daylight. */
export function whistlesOn(sim: SimCity, random: Random, midnight: number, mean: number): Beginning[] {
  const all = walkersOf(sim)
  if (all.length === 0) return []
  return Array.from({ length: countOn(midnight, mean) }, () => {
    const at = midnight + between(random, 8.5, 18) * HOUR
    return { at, fate: null, story: whistleStory(pick(random, all), random) }
  })
}

/** Simple scenes that grid workers settle alone, with the kind of place in their text. */
const scenes = [
  ['B0204', 'estate'],
  ['B0302', 'estate'],
  ['K0204', 'estate'],
  ['B0104', 'road'],
  ['F0603', 'estate'],
] as const
/** The first worker of the city is the one whose log-in a demo names: their phone shows a list, others one each. */
const FIRST_HAS = 3
const OTHERS = 5

const isPlain = (city: City, { request }: SimRequest): boolean =>
  !city.policy.grid.enforcementWords.some((word) => `${request.title}${request.content}`.includes(word))

const TRIES = 20

/** The first story that a grid worker may have; some speak of fines, which are not theirs. */
function simpleAt(sim: SimCity, seed: number, at: number, places: readonly Place[]): SimRequest | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = randomOf(seed, 'grid-matter', at, attempt)
    const [code, slot] = pick(random, scenes)
    const category = sim.city.categories.get(code as CategoryCode)
    const fitting = places.filter(({ kind }) => kind === slot)
    if (category === undefined || fitting.length === 0) continue
    const story = makeRequest(sim, random, at, { category, place: pick(random, fitting), slot })
    if (isPlain(sim.city, story))
      return { ...story, channel: 'phone', request: { ...story.request, urgency: 'normal' } }
  }
  return undefined
}

/** Simple matters of a day at the places of grid workers, of whom the demo has one in five communities. */
export function gridMattersOn(sim: SimCity, seed: number, midnight: number, mean: number): Beginning[] {
  const random = randomOf(seed, 'grid-day', midnight)
  const all = walkersOf(sim)
  if (all.length === 0 || !sim.city.policy.grid.straight) return []
  return Array.from({ length: countOn(midnight, mean) }, () => pick(random, all)).flatMap(({ places }) => {
    const at = midnight + between(random, 8.2, 19) * HOUR
    const story = simpleAt(sim, seed, at, places)
    return story === undefined ? [] : [{ at, fate: 'submit' as const, story }]
  })
}

/** While the grid is on duty, and less than its 24 hours before the end. */
function momentBefore(random: Random, until: number): number {
  const moments = Array.from({ length: 60 }, () => until - between(random, 30 * MINUTE, 16 * HOUR))
  const hourOf = (at: number) => ((at + 8 * HOUR) % DAY) / HOUR
  return moments.find((at) => hourOf(at) > 8.2 && hourOf(at) < 19.5) ?? until - 12 * HOUR
}

/** What lies on the phones when a demo is opened. */
export function gridEve(sim: SimCity, seed: number, until: number): Beginning[] {
  const [first, ...others] = walkersOf(sim)
  if (first === undefined || !sim.city.policy.grid.straight) return []
  const having = [...Array.from({ length: FIRST_HAS }, () => first), ...others.slice(0, OTHERS)]
  return having.flatMap(({ places }, n) => {
    const at = momentBefore(randomOf(seed, 'grid-moment', n), until)
    const story = simpleAt(sim, seed, at, places)
    return story === undefined ? [] : [{ at, fate: 'grid' as const, story }]
  })
}
