import type { City } from '../city/city.ts'
import { type Decision, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { chooseUnit } from './choose-unit.ts'
import { type DispatchRefusal, dispatchOrder } from './dispatch-order.ts'
import { matterOf } from './matter.ts'
import { unitsThatReturned } from './returns.ts'

/** T07 as the rules propose it, lead and co-units: for many orders at once, where a person has nothing to add. */
export function dispatchProposed(
  order: Order,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, DispatchRefusal | 'no-proposal'> {
  if (!can(order, 'dispatched')) return refuse('wrong-state')
  const { lead, co } = chooseUnit(matterOf(order), city, unitsThatReturned(order), now)
  if (lead === null) return refuse('no-proposal')
  return dispatchOrder(order, { lead, co, overrideReason: null, note: null }, by, city, now)
}
