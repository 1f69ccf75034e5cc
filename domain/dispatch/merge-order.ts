import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'

export const MergeOrder = z.object({ master: OrderId, reason: shortText(200) })
export type MergeOrder = z.infer<typeof MergeOrder>
export type MergeRefusal = 'wrong-state' | 'master-not-open' | 'master-is-itself' | 'order-has-merged-orders'

/** T08 并案: one matter, one master, many callers (国办函〔2025〕66号 (5)); the merged order's clocks follow the master. */
export function mergeOrder(
  order: Order,
  master: Order,
  wish: MergeOrder,
  by: Actor,
  now: Instant,
): Decision<{ merged: OrderEvent; tookIn: OrderEvent }, MergeRefusal> {
  if (!can(order, 'merged')) return refuse('wrong-state')
  if (master.id === order.id) return refuse('master-is-itself')
  if (!can(master, 'took-in') || master.master !== null) return refuse('master-not-open')
  if (order.mergedOrders.length > 0) return refuse('order-has-merged-orders')
  return decide({
    merged: { kind: 'merged', at: now, by, master: master.id, masterNo: master.no, reason: wish.reason },
    tookIn: { kind: 'took-in', at: now, by, merged: order.id, mergedNo: order.no },
  })
}
