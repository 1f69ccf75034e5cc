import { findOrder, type StoredOrder } from '#db/orders.ts'
import { type MergedCallbackRefusal, type Own, redoMerged } from '#domain/callback/merged-callback.ts'
import { type RecordCallback, recordCallback } from '#domain/callback/record-callback.ts'
import { type ReopenMergedRefusal, reopenMerged } from '#domain/callback/reopen-merged.ts'
import { type ReopenOrder, reopenOrder } from '#domain/callback/reopen-order.ts'
import type { Decision } from '#domain/decision.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { type Changed, changeOrder } from './change-order.ts'
import { lockFamily, writeFamily } from './followers.ts'
import { addChange } from './persist.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'

type Again = Extract<RecordCallback, { result: 'answered' }>
type DecideOn<R extends string> = (order: Order, master: Order) => Decision<Own, R>

/**
 * A callback after which something has to be done again. Of a merged order that concerns its master and all others in
 * it, so the whole family is locked; of any other it is one order's own change.
 */
export async function callbackAgain(shell: Shell, id: OrderId, wish: Again): Promise<Changed<MergedCallbackRefusal>> {
  const found = await findOrder(shell.db, id)
  const master = found?.order.master ?? null
  if (found === undefined || master === null)
    return changeOrder(shell, id, (order) => recordCallback(order, wish, shell.actor, shell.city, shell.at))
  return inFamily(shell, id, master, (order, known) =>
    redoMerged(order, known, wish, shell.actor, shell.city, shell.at),
  )
}

/** Reopening after closing, in the same way: of a merged order it concerns the master too. */
export async function reopen(shell: Shell, id: OrderId, wish: ReopenOrder): Promise<Changed<ReopenMergedRefusal>> {
  const master = (await findOrder(shell.db, id))?.order.master ?? null
  if (master === null)
    return changeOrder(shell, id, (order) => reopenOrder(order, wish, shell.actor, shell.city, shell.at))
  return inFamily(shell, id, master, (order, known) =>
    reopenMerged(order, known, wish, shell.actor, shell.city, shell.at),
  )
}

function inFamily<R extends string>(shell: Shell, id: OrderId, master: OrderId, decideOn: DecideOn<R>) {
  const within = (db: Shell['db']) => changeFamily({ ...shell, db }, id, master, decideOn)
  return shell.db.inTx ? within(shell.db) : shell.db.tx(within)
}

async function changeFamily<R extends string>(
  shell: Shell,
  id: OrderId,
  masterId: OrderId,
  decideOn: DecideOn<R>,
): Promise<Changed<R>> {
  const known = await findOrder(shell.db, masterId)
  if (known === undefined) return { ok: false, refusal: 'not-found' }
  const family = await lockFamily(shell, known.order)
  const [stored, master] = [family.get(id), family.get(masterId)]
  if (stored === undefined || master === undefined || !orderInReach(shell, stored))
    return { ok: false, refusal: 'not-found' }
  if (shell.expected !== null && shell.expected !== stored.order.version) return { ok: false, refusal: 'stale-version' }
  const decision = decideOn(stored.order, master.order)
  if (!decision.ok) return decision
  const own = decision.events.flatMap((event) => event.own)
  const masters = decision.events.flatMap((event) => event.masters)
  // Who has spoken moves by his own word; the others follow the master.
  const others = new Map([...family].filter(([other]) => other !== id))
  let reply: StoredOrder = stored
  await writeFamily(shell, master, masters, others, (write) => {
    reply = addChange(write, id, stored, own, shell.city)
  })
  return { ok: true, reply }
}
