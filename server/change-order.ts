import { emptyWrite, isRace, writeOrders } from '#db/order-write.ts'
import { findOrder, loadOrders, lockOrders, type StoredOrder } from '#db/orders.ts'
import type { Decision } from '#domain/decision.ts'
import type { OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { leadsOthers, lockFamily, writeFamily } from './followers.ts'
import { signalsOf } from './models/signals.ts'
import { addChange } from './persist.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'

export type Changed<R extends string> =
  | { ok: true; reply: StoredOrder }
  | { ok: false; refusal: R | 'not-found' | 'stale-version' }

/**
 * Load, decide, append: the one way an order changes. Nothing is locked meanwhile: the whole change is one statement,
 * and if somebody else was faster its key is taken and the decision is made again on what they left (two round trips
 * instead of four). That second time the order is locked, so that of many at once everybody has a turn; inside a
 * transaction, where nothing can be tried again, it is locked at once. An order out of reach is "not found": its
 * existence is not told.
 */
export async function changeOrder<R extends string>(
  shell: Shell,
  id: OrderId,
  decideOn: (order: Order, stored: StoredOrder) => Decision<OrderEvent, R>,
): Promise<Changed<R>> {
  try {
    return await changeOnce(shell, id, decideOn)
  } catch (error) {
    if (shell.db.inTx || !isRace(error)) throw error
    return shell.db.tx((db) => changeOnce({ ...shell, db }, id, decideOn))
  }
}

async function changeOnce<R extends string>(
  shell: Shell,
  id: OrderId,
  decideOn: (order: Order, stored: StoredOrder) => Decision<OrderEvent, R>,
): Promise<Changed<R>> {
  const load = shell.db.inTx ? lockOrders : loadOrders
  const stored = (await load(shell.db, [id])).get(id)
  if (stored === undefined || (shell.caller.kind !== 'citizen' && !orderInReach(shell, stored)))
    return { ok: false, refusal: 'not-found' }
  if (shell.expected !== null && shell.expected !== stored.order.version) return { ok: false, refusal: 'stale-version' }
  const decision = decideOn(stored.order, stored)
  if (!decision.ok) return decision
  if (decision.events.length === 0) return { ok: true, reply: stored }
  if (leadsOthers(stored.order, decision.events)) return changeFamily(shell, stored.order, decideOn)
  const write = emptyWrite()
  const reply = addChange(write, id, stored, decision.events, shell.city)
  write.signals.push(...signalsOf(shell, stored.order, decision.events))
  await writeOrders(shell.db, write)
  return { ok: true, reply }
}

/** A master takes those merged into it along: all of them are locked in key order, and decided on as they then are. */
function changeFamily<R extends string>(
  shell: Shell,
  master: Order,
  decideOn: (order: Order, stored: StoredOrder) => Decision<OrderEvent, R>,
): Promise<Changed<R>> {
  const change = async (db: Shell['db']): Promise<Changed<R>> => {
    const within = { ...shell, db }
    const family = await lockFamily(within, master)
    const stored = family.get(master.id)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    if (shell.expected !== null && shell.expected !== stored.order.version)
      return { ok: false, refusal: 'stale-version' }
    const decision = decideOn(stored.order, stored)
    if (!decision.ok) return decision
    return { ok: true, reply: await writeFamily(within, stored, decision.events, family) }
  }
  return shell.db.inTx ? change(shell.db) : shell.db.tx(change)
}

/** The order if the caller may see it. */
export async function reachableOrder(shell: Shell, id: OrderId): Promise<StoredOrder | undefined> {
  const stored = await findOrder(shell.db, id)
  return stored !== undefined && orderInReach(shell, stored) ? stored : undefined
}
