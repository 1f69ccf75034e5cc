import { z } from 'zod'
import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { metresBetween, pointOf } from '../grid/place-distance.ts'
import { type AssignmentId, FileHash, type Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { canOn, type Order } from '../order/order.ts'
import { ownAssignment } from './assignment-of.ts'

export const RecordArrival = z.object({
  lng: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  evidence: z.array(FileHash).max(9).default([]),
})
export type RecordArrival = z.infer<typeof RecordArrival>
export type ArrivalRefusal =
  | 'not-your-assignment'
  | 'wrong-state'
  | 'unknown-file'
  | 'arrival-place-needed'
  | 'not-at-the-place'

/**
 * 到场: somebody of the unit stands at the place; stops the on-site clock (C4), nothing else. Where a grid worker has
 * whistled (部门报到), the place itself confirms it: the phone's position lies near the reported point.
 */
export function recordArrival(
  order: Order,
  id: AssignmentId,
  wish: RecordArrival,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ArrivalRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (!canOn(assignment, 'arrived')) return refuse('wrong-state')
  if (!wish.evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  const [here, there] = [pointOf(wish), pointOf(order.request)]
  const metres = here === null || there === null ? null : metresBetween(here, there)
  if (order.channel === 'grid-report' && there !== null) {
    if (metres === null) return refuse('arrival-place-needed')
    if (metres > city.policy.grid.arrivalMetres) return refuse('not-at-the-place')
  }
  return decide({ kind: 'arrived', at: now, by, assignment: id, ...wish, ...(metres === null ? {} : { metres }) })
}
