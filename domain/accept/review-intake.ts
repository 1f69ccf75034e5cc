import { z } from 'zod'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { shortText } from './request.ts'

export const ReviewIntake = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('pass') }),
  z.object({ verdict: z.literal('send-back'), defects: shortText(300) }),
])
export type ReviewIntake = z.infer<typeof ReviewIntake>

/** T06 预审: passes only what can be dispatched; what is missing is named to whoever took the request. */
export function reviewIntake(
  order: Order,
  wish: ReviewIntake,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'category-needed'> {
  if (!can(order, 'intake-passed')) return refuse('wrong-state')
  if (wish.verdict === 'send-back') return decide({ kind: 'intake-sent-back', at: now, by, defects: wish.defects })
  return order.request.category === null ? refuse('category-needed') : decide({ kind: 'intake-passed', at: now, by })
}
