import { z } from 'zod'
import { type Decision, decide, refuse } from '../decision.ts'
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
export type ArrivalRefusal = 'not-your-assignment' | 'wrong-state' | 'unknown-file'

/** 到场: somebody of the unit stands at the place; stops the on-site clock (C4), nothing else. */
export function recordArrival(
  order: Order,
  id: AssignmentId,
  wish: RecordArrival,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, ArrivalRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (!canOn(assignment, 'arrived')) return refuse('wrong-state')
  if (!wish.evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  return decide({ kind: 'arrived', at: now, by, assignment: id, ...wish })
}
