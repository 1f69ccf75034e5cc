import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'

export const WithdrawOrder = z.object({
  askedBy: z.enum(['appellant', 'appellant-family']),
  reason: shortText(300),
  /** how the hotline made sure it is the citizen's own wish (撤单质检): a call back, a recording, the query code */
  checked: shortText(200),
})
export type WithdrawOrder = z.infer<typeof WithdrawOrder>

/** T27 撤单: only the citizen can wish it, and the hotline does it for them (by themselves: withdraw-own.ts); a unit finds no button. */
export function withdrawOrder(
  order: Order,
  wish: WithdrawOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'others-share-it'> {
  if (!can(order, 'withdrawn')) return refuse('wrong-state')
  // Others were told that their matter is handled in this one: it is split off from them first.
  if (order.mergedOrders.length > 0) return refuse('others-share-it')
  return decide({ kind: 'withdrawn', at: now, by, ...wish })
}
