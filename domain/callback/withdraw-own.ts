import { type Decision, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { withdrawOrder } from './withdraw-order.ts'

type WithdrawOwnRefusal = 'wrong-state' | 'others-share-it'

/** Why a citizen cannot take the request back by themselves; null where they can. */
export function againstWithdrawing(order: Order): WithdrawOwnRefusal | null {
  if (!can(order, 'withdrawn')) return 'wrong-state'
  // Others were told that their matter is handled in this one; it does not end with one person's wish.
  return order.mergedOrders.length > 0 ? 'others-share-it' : null
}

/** T27 by the citizen: who holds number and query code is taken for the citizen, and the record says that this was the check. */
export function withdrawOwn(
  order: Order,
  reason: string,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, WithdrawOwnRefusal> {
  const against = againstWithdrawing(order)
  if (against !== null) return refuse(against)
  return withdrawOrder(order, { askedBy: 'appellant', reason, checked: '凭编号和查询码' }, by, now)
}
