import { type Decision, decide, refuse } from '../decision.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import type { Order } from '../order/order.ts'

type Step<R extends string> = (so: Order) => Decision<OrderEvent, R>

/** Several decisions as one, each made on what those before it left: all of their events, or the first "no". */
export function inTurn<R extends string>(order: Order, steps: readonly Step<R>[]): Decision<OrderEvent, R> {
  const events: OrderEvent[] = []
  let so = order
  for (const step of steps) {
    const decision = step(so)
    if (!decision.ok) return refuse(decision.refusal)
    events.push(...decision.events)
    so = decision.events.reduce(apply, so)
  }
  return decide(...events)
}
