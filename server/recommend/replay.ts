import type { City } from '#domain/city/city.ts'
import type { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { ruleCandidates } from '#domain/dispatch/candidates.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import {
  type Evidence,
  type Precedent,
  type Recommended,
  recommend,
  type UnitRecord,
} from '#domain/dispatch/recommend.ts'
import { outcomeOf } from '#domain/dispatch/settled.ts'
import { type CheckedCondition, checkStraight } from '#domain/dispatch/straight-through.ts'
import { type Instant, msOf, type UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { dutiesFor } from '#language/dispatch/duty-words.ts'
import { cosineOf } from '#language/same/signature.ts'
import type { House } from '../shell.ts'
import { dutyIndexOf, mayHaveOf, type Read, readText } from './gather.ts'

export type Judged = {
  order: Order
  evidence: Evidence
  units: readonly Recommended[]
  conditions: CheckedCondition[]
  first: UnitId
  final: UnitId
}

/** An order made ready for a replay, some 2 ms each: whoever reads thousands lets others have a turn between them. */
export type PastOrder = { order: Order; read: Read }
type Known = PastOrder & { unit: UnitId | null; wrong: UnitId[] }
type News = { at: number; known: Known; unit: UnitId | null; wrong: UnitId | null }

const DAY = 86_400_000
/** As many as the live query reads (`db/precedents.ts`). */
const NEWEST = 150
const NEWEST_NEAR = 100
const DISTRICT_DIGITS = 6

const dispatchedAt = (order: Order): number => msOf(order.firstSent?.at ?? order.receivedAt)

/** When each order came to say something: its end, or a wrong unit. */
function newsOf(known: Known): News[] {
  const { unit, at, wrong } = outcomeOf(known.order)
  const ended = unit === null || at === null ? [] : [{ at: msOf(at), known, unit, wrong: null }]
  return [...ended, ...wrong.map((one) => ({ at: msOf(one.at), known, unit: null, wrong: one.unit }))]
}

const precedentOf = (known: Known, category: string | null, read: Read): Precedent => ({
  id: known.order.id,
  no: known.order.no,
  likeness: cosineOf(read.signature, known.read.signature),
  sameScene: known.order.request.category === category,
  region: known.order.request.region,
  unit: known.unit,
  wrong: known.wrong,
  words: [],
})

/** The newest of the scene, in the city and in the order's district, as the live query has them. */
function pick(scene: readonly Known[], region: string): Known[] {
  const newest = scene.slice(-NEWEST)
  const near = scene.filter(({ order }) => order.request.region.startsWith(region.slice(0, DISTRICT_DIGITS)))
  return [...new Set([...newest, ...near.slice(-NEWEST_NEAR)])]
}

function recordsOf(scene: readonly Known[], since: number): UnitRecord[] {
  const records = new Map<UnitId, UnitRecord>()
  const of = (unit: UnitId): UnitRecord => {
    const known = records.get(unit) ?? { unit, assigned: 0, kept: 0, wrong: 0 }
    records.set(unit, known)
    return known
  }
  for (const { order, unit, wrong } of scene) {
    if (msOf(order.receivedAt) < since) continue
    if (unit !== null) {
      of(unit).assigned += 1
      of(unit).kept += 1
    }
    for (const one of wrong) {
      of(one).assigned += 1
      of(one).wrong += 1
    }
  }
  return [...records.values()]
}

/** Unmasked, five times faster: no word of it is shown or kept. */
const textOf = ({ request: { title, content, demand, address } }: Order): string =>
  [title, content, demand, address].map((line) => line ?? '').join('\n')

export const pastOrder = (order: Order, house: Pick<House, 'same'>): PastOrder => ({
  order,
  read: readText(textOf(order), house),
})

/** As it stood when it first came to the desk. */
const atFirst = (order: Order): Order => ({
  ...order,
  assignments: [],
  returns: [],
  undone: [],
  adjudication: null,
  state: 'pending-dispatch',
})

type Scenes = ReadonlyMap<string, readonly Known[]>

/** What was known, moment by moment: orders come in as they end or go wrong. */
function learner(all: readonly Known[]): { until(moment: number): Scenes } {
  const news = all.flatMap(newsOf).toSorted((a, b) => a.at - b.at)
  const scenes = new Map<string, Known[]>()
  let at = 0
  const learn = ({ known, unit, wrong }: News) => {
    const scene = known.order.request.category ?? ''
    const list = scenes.get(scene) ?? []
    if (known.unit === null && known.wrong.length === 0) list.push(known)
    scenes.set(scene, list)
    if (unit !== null) known.unit = unit
    if (wrong !== null && !known.wrong.includes(wrong)) known.wrong.push(wrong)
  }
  return {
    until: (moment) => {
      for (let next = news[at]; next !== undefined && next.at < moment; next = news[at]) {
        learn(next)
        at += 1
      }
      return scenes
    },
  }
}

type Setting = { city: City; since: number; now: Instant }

function evidenceFor(order: Order, read: Read, scene: readonly Known[], { city, since, now }: Setting): Evidence {
  const { category, region } = order.request
  const matter = matterOf(order)
  const choice = chooseUnit(matter, city, new Set(), now)
  const duties = dutiesFor(dutyIndexOf(city), read.text)
  return {
    region,
    choice,
    named: ruleCandidates(matter, choice, city),
    precedents: pick(scene, region).map((known) => precedentOf(known, category, read)),
    duties: duties.map((found) => ({ ...found, unit: found.unit as UnitId })),
    records: recordsOf(scene, since),
    mayHave: mayHaveOf(order, choice, city),
  }
}

type ReplayWish = { policy: StraightThroughPolicy; now: Instant; from: number }

/**
 * Walks through past orders in the order of their dispatch and judges each settled one since `from` (ms) by what was
 * known at that moment and by the rules of today: nothing of the future is used. Orders as they first came to the desk,
 * free to be dispatched.
 */
export function* replay(
  city: City,
  past: readonly PastOrder[],
  { policy, now, from }: ReplayWish,
): Generator<Judged, void> {
  const all = past.map((one): Known => ({ ...one, unit: null, wrong: [] }))
  const known = learner(all)
  for (const { order: one, read } of all.toSorted((a, b) => dispatchedAt(a.order) - dispatchedAt(b.order))) {
    const moment = dispatchedAt(one)
    const scenes = known.until(moment)
    const { unit: final } = outcomeOf(one)
    const first = one.assignments.find((a) => a.role === 'lead')?.unit
    if (moment < from || final === null || first === undefined) continue
    const order = atFirst(one)
    const scene = scenes.get(order.request.category ?? '') ?? []
    const evidence = evidenceFor(order, read, scene, { city, since: moment - policy.days * DAY, now })
    const units = recommend(evidence)
    // Who was on duty then is not known any more: what the grid had first, it would have again.
    const grid = city.policy.grid.straight && (one.assignments[0]?.grid ?? null) !== null
    const ground = { choice: evidence.choice, best: units[0], claimed: false, allowed: true, grid }
    yield { order: one, evidence, units, conditions: checkStraight(order, ground, policy), first, final }
  }
}
