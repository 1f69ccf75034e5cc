import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { findOrder, lockOrders, type StoredOrder } from '#db/orders.ts'
import type { Decision } from '#domain/decision.ts'
import type { OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { addChange } from './persist.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'

export type Changed<R extends string> =
  | { ok: true; reply: StoredOrder }
  | { ok: false; refusal: R | 'not-found' | 'stale-version' }

/**
 * Load, decide, append: the one way an order changes. The order is locked meanwhile, so of two people acting at once
 * the second decides on what the first left. An order out of reach is "not found": its existence is not told.
 */
export function changeOrder<R extends string>(
  shell: Shell,
  id: OrderId,
  decideOn: (order: Order) => Decision<OrderEvent, R>,
): Promise<Changed<R>> {
  return shell.db.tx(async (tx): Promise<Changed<R>> => {
    const stored = (await lockOrders(tx, [id])).get(id)
    if (stored === undefined || (shell.caller.kind !== 'citizen' && !orderInReach(shell, stored)))
      return { ok: false, refusal: 'not-found' }
    if (shell.expected !== null && shell.expected !== stored.order.version)
      return { ok: false, refusal: 'stale-version' }
    const decision = decideOn(stored.order)
    if (!decision.ok) return decision
    if (decision.events.length === 0) return { ok: true, reply: stored }
    const write = emptyWrite()
    const reply = addChange(write, id, stored, decision.events, shell.city)
    await writeOrders(tx, write)
    return { ok: true, reply }
  })
}

/** The order if the caller may see it. */
export async function reachableOrder(shell: Shell, id: OrderId): Promise<StoredOrder | undefined> {
  const stored = await findOrder(shell.db, id)
  return stored !== undefined && orderInReach(shell, stored) ? stored : undefined
}
