import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import type { OrderState } from '../order/states.ts'

export const MergeOrder = z.object({ master: OrderId, reason: shortText(200) })
export type MergeOrder = z.infer<typeof MergeOrder>
export type MergeRefusal =
  | 'wrong-state'
  | 'already-merged'
  | 'confidential-not-merged'
  | 'master-not-open'
  | 'master-is-merged'
  | 'master-is-itself'
  | 'order-has-merged-orders'

/** Before dispatch a master could still end at the seat, and its callers would wait for nothing. */
const NOT_YET: readonly OrderState[] = ['draft', 'pending-review']

/**
 * 保密件: who is a secret, and what they reported, goes to nobody else, not even as somebody's answer. A number that is
 * only kept from the units, as a city may do with every complaint, is not shown to anybody by merging.
 */
export const isSecret = ({ confidential, requestType }: Order['request']): boolean =>
  confidential === 'all' || confidential === 'name' || (confidential !== 'none' && requestType === 'report')

/** Why this order cannot go into any other; null where it can. */
export function againstMerging(order: Order): MergeRefusal | null {
  if (order.master !== null) return 'already-merged'
  if (!can(order, 'merged')) return 'wrong-state'
  if (isSecret(order.request)) return 'confidential-not-merged'
  return order.mergedOrders.length > 0 ? 'order-has-merged-orders' : null
}

/** Why no other order can go into this one; null where it can. */
function againstTakingIn(master: Order): MergeRefusal | null {
  if (master.master !== null) return 'master-is-merged'
  if (!can(master, 'took-in') || NOT_YET.includes(master.state)) return 'master-not-open'
  return isSecret(master.request) ? 'confidential-not-merged' : null
}

/** T08 并案: one matter, one master, many callers (国办函〔2025〕66号 (5)); the merged order's clocks follow the master. */
export function mergeOrder(
  order: Order,
  master: Order,
  wish: MergeOrder,
  by: Actor,
  now: Instant,
): Decision<{ merged: OrderEvent; tookIn: OrderEvent }, MergeRefusal> {
  if (master.id === order.id) return refuse('master-is-itself')
  const against = againstMerging(order) ?? againstTakingIn(master)
  if (against !== null) return refuse(against)
  return decide({
    merged: { kind: 'merged', at: now, by, master: master.id, masterNo: master.no, reason: wish.reason },
    tookIn: { kind: 'took-in', at: now, by, merged: order.id, mergedNo: order.no },
  })
}
