import { z } from 'zod'
import type { City } from '../city/city.ts'
import { categoryOf } from '../city/lookup.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import { matterOf } from '../dispatch/matter.ts'
import type { Instant } from '../ids.ts'
import type { Order } from '../order/order.ts'
import { type GridLoad, type GridWorker, isAway, isWithin, workersFor } from './grid-worker.ts'

/** 网格直派的护栏 (domain.md §5.8, 国办函〔2025〕66号 (5)): why a matter may not go to a grid worker. */
export const GridRefusal = z.enum([
  'confidential-not-to-grid',
  'not-grid-direct',
  'law-enforcement-not-to-grid',
  'not-simple',
  'already-tried-by-grid',
  'no-grid-worker',
  'grid-off-hours',
  'grid-workers-full',
])
export type GridRefusal = z.infer<typeof GridRefusal>

/** Guards that somebody may set aside by name and ground. Privacy, and who is there at all, are no matter of grounds. */
const EXCEPTIONS: readonly GridRefusal[] = ['not-grid-direct', 'law-enforcement-not-to-grid', 'already-tried-by-grid']
export const mayBeExcepted = (refusal: GridRefusal): boolean => EXCEPTIONS.includes(refusal)

/** A scene that the catalogue says a grid worker settles alone, or that a rule sends there. */
export function isGridDirect(order: Pick<Order, 'request' | 'receivedAt'>, city: City, now: Instant): boolean {
  const { category } = order.request
  if (category === null) return false
  if (categoryOf(city, category)?.gridDirect === true) return true
  return chooseUnit(matterOf(order), city, new Set(), now).handling === 'grid'
}

/** 举报 asks for an inquiry; a complaint may ask for a fine. Neither is a grid worker's. */
export function asksEnforcement({ request }: Pick<Order, 'request'>, city: City): boolean {
  const { grid } = city.policy
  if (request.category !== null && grid.never.some((code) => request.category?.startsWith(code))) return true
  if (request.requestType === 'report') return true
  const text = `${request.title}\n${request.content}\n${request.demand ?? ''}`
  return grid.enforcementWords.some((word) => text.includes(word))
}

/** Every guard of the matter itself that speaks against it, whoever is on duty; the gravest first. */
export function matterGuards(order: Order, city: City, now: Instant): readonly GridRefusal[] {
  const { request } = order
  const against: GridRefusal[] = []
  const add = (refusal: GridRefusal, holds: boolean) => holds && against.push(refusal)
  // A hidden number alone does not matter: grid workers are shown neither name nor number (docs/decisions/0020).
  add('confidential-not-to-grid', request.confidential === 'all' || request.confidential === 'name')
  add('not-simple', request.kind === 'complex' || request.hazard)
  add('not-grid-direct', !isGridDirect(order, city, now))
  add('law-enforcement-not-to-grid', asksEnforcement(order, city))
  add('already-tried-by-grid', order.channel === 'grid-report' || order.assignments.some((a) => a.grid !== null))
  return against
}

/** Who takes it now, or why nobody does. */
export function chooseWorker(order: Order, city: City, load: GridLoad, now: Instant): GridWorker | GridRefusal {
  const { grid } = city.policy
  const there = workersFor(load.grid ?? order.request.region, load).filter((worker) => !isAway(worker, now))
  if (there.length === 0) return 'no-grid-worker'
  const onDuty = there.filter(({ hours }) => isWithin(hours ?? grid.hours, now))
  if (onDuty.length === 0) return 'grid-off-hours'
  return onDuty.find(({ id }) => (load.today.get(id) ?? 0) < grid.dailyCap) ?? 'grid-workers-full'
}

/**
 * The first guard that forbids it, or null. One answer for the desk's button, the decision and the platform's own
 * dispatch; what mayBeExcepted names, a person may set aside with a ground.
 */
export function gridRefused(order: Order, city: City, load: GridLoad, now: Instant): GridRefusal | null {
  const [matter] = matterGuards(order, city, now)
  if (matter !== undefined) return matter
  const worker = chooseWorker(order, city, load, now)
  return typeof worker === 'string' ? worker : null
}
