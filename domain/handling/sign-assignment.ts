import { type Decision, decide, refuse } from '../decision.ts'
import type { AssignmentId, Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { canOn, type Order } from '../order/order.ts'
import { ownAssignment } from './assignment-of.ts'

/** Whoever cannot or does not want to be called needs no contact: said once, when the unit takes the matter on. */
export const exemptionOf = (order: Order): 'anonymous' | 'no-reply-wanted' | null =>
  order.request.anonymous ? 'anonymous' : order.request.replyWanted ? null : 'no-reply-wanted'

export function signing(
  order: Order,
  assignment: AssignmentId,
  kind: 'signed' | 'auto-signed',
  by: Actor,
  at: Instant,
): OrderEvent[] {
  const ground = exemptionOf(order)
  const exempt: OrderEvent[] = ground === null ? [] : [{ kind: 'contact-exempted', at, by, assignment, ground }]
  return [{ kind, at, by, assignment }, ...exempt]
}

/** T09 签收 */
export function signAssignment(
  order: Order,
  id: AssignmentId,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'not-your-assignment' | 'wrong-state'> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (!canOn(assignment, 'signed')) return refuse('wrong-state')
  return decide(...signing(order, id, 'signed', by, now))
}
