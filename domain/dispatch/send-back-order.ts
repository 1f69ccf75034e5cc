import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'

export const SendBackOrder = z.object({ defects: shortText(300) })
export type SendBackOrder = z.infer<typeof SendBackOrder>

/** T06 退回补充: nobody can tell a unit from what is known, so the seat asks the citizen again; the citizen's limits run on. */
export function sendBackOrder(
  order: Order,
  wish: SendBackOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'order-has-merged-orders'> {
  if (!can(order, 'sent-back-to-seat')) return refuse('wrong-state')
  // At the seat it could end, and those merged into it would wait for nothing.
  if (order.mergedOrders.length > 0) return refuse('order-has-merged-orders')
  return decide({ kind: 'sent-back-to-seat', at: now, by, defects: wish.defects })
}
