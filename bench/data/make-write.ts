import { encodeTime } from 'ulid'
import { emptyWrite, type OrderWrite } from '#db/order-write.ts'
import type { Appellant } from '#domain/accept/request.ts'
import { type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import type { Delta } from '#domain/measures/delta.ts'
import { orderNo } from '#server/numbers.ts'
import { addAppellant, addChange } from '#server/persist.ts'
import type { Vault } from '#server/vault.ts'
import { makeRequest, type SimCity } from '#sim/make-request.ts'
import { chance, type Random, randomOf, wholeBetween } from '#sim/random.ts'
import type { SimRequest } from '#sim/sim-request.ts'
import { liveOn, openLife, type Pace, type World } from './life.ts'
import { directly, dispatched } from './plots.ts'

export type Maker = { sim: SimCity; world: World; vault: Vault; seed: number; plot: 'mixed' | 'due' }

const DAY = 86_400_000
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const READABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const drawn = (random: Random, alphabet: string, length: number): string => {
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet[Math.floor(random() * alphabet.length)]
  return text
}

/** The upper half of the day's numbers: the running server counts from the bottom. */
const serialOf = (n: number): number => 500_000 + (n % 500_000)

function identity(random: Random, { appellant }: SimRequest): Appellant {
  // The simulator's ten thousand numbers would give each a hundred orders; a city's callers call a few times.
  const phone = appellant.callerPhone === undefined ? null : `199${wholeBetween(random, 10_000_000, 10_399_999)}`
  return {
    name: appellant.name ?? null,
    gender: appellant.gender ?? 'unknown',
    callerPhone: phone,
    contactPhone: chance(random, 0.9) ? phone : `199${wholeBetween(random, 10_000_000, 10_399_999)}`,
    email: null,
    idNumber: null,
    enterpriseName: appellant.enterpriseName ?? null,
    creditCode: null,
  }
}

/** Of the last twenty days' orders nearly a fifth rest half-way: with the rest, 0.5 % of two years are open. */
function paceOf(maker: Maker, receivedAt: Instant, random: Random): Pace {
  const recent = msOf(maker.world.now) - msOf(receivedAt) < 20 * DAY
  if (maker.plot === 'due') return { steps: 2, clocks: false }
  return {
    steps: recent && chance(random, 0.18) ? wholeBetween(random, 0, 8) : Number.POSITIVE_INFINITY,
    clocks: recent,
  }
}

function addOrder(write: OrderWrite, maker: Maker, n: number, at: number): void {
  const { world, sim } = maker
  const random = randomOf(maker.seed, 'order', n)
  const receivedAt = instantOf(at)
  const request = makeRequest(sim, random, at)
  const id = `${encodeTime(at, 10)}${drawn(random, DIGITS, 16)}` as OrderId
  const no = orderNo(world.city.policy.orderPrefix, receivedAt, serialOf(n))
  const numbers = { id, no, queryCode: drawn(random, READABLE, 6) }
  const life = openLife(world, request, numbers, receivedAt, random)
  // 55 % of the simulator's callers ask; with one complaint in three solved on the call, 70 % end at the hotline.
  const asks = request.request.requestType === 'consult' || request.request.requestType === 'praise'
  const plot = maker.plot === 'mixed' && chance(random, asks ? 0.97 : 0.36) ? directly : dispatched
  const { events } = liveOn(life, plot, world, random, paceOf(maker, receivedAt, random))
  addChange(write, id, null, events, world.city)
  addAppellant(write, id, identity(random, request), maker.vault)
}

const keyOf = (d: Delta): string =>
  [d.measure, d.day, d.channel, d.requestType, d.category, d.region, d.unit, d.light].join(' ')

/** Counts that came and went within one batch (open, then closed) need not be written. */
function netted(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>()
  for (const delta of deltas) {
    const known = sums.get(keyOf(delta))
    if (known === undefined) sums.set(keyOf(delta), { ...delta })
    else known.n += delta.n
  }
  return [...sums.values()].filter((delta) => delta.n !== 0)
}

/** Everything that orders `from` to `to` of the past leave behind. */
export function makeWrite(maker: Maker, moments: Float64Array, from: number, to: number): OrderWrite {
  const write = emptyWrite()
  for (let n = from; n < to; n++) addOrder(write, maker, n, moments[n] ?? 0)
  return { ...write, deltas: netted(write.deltas), outbox: [] }
}
