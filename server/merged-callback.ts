import { findOrder } from '#db/orders.ts'
import { type MergedCallbackRefusal, redoMerged } from '#domain/callback/merged-callback.ts'
import { type RecordCallback, recordCallback } from '#domain/callback/record-callback.ts'
import type { OrderId } from '#domain/ids.ts'
import { type Changed, changeOrder } from './change-order.ts'
import { lockFamily, writeFamily } from './followers.ts'
import { addChange } from './persist.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'

type Again = Extract<RecordCallback, { result: 'answered' }>
type Outcome = Changed<MergedCallbackRefusal>

/**
 * A callback after which something has to be done again. Of a merged order that concerns its master and all others in
 * it, so the whole family is locked; of any other it is one order's own change.
 */
export async function callbackAgain(shell: Shell, id: OrderId, wish: Again): Promise<Outcome> {
  const found = await findOrder(shell.db, id)
  const master = found?.order.master ?? null
  if (found === undefined || master === null)
    return changeOrder(shell, id, (order) => recordCallback(order, wish, shell.actor, shell.city, shell.at))
  const within = (db: Shell['db']) => redoFamily({ ...shell, db }, id, master, wish)
  return shell.db.inTx ? within(shell.db) : shell.db.tx(within)
}

async function redoFamily(shell: Shell, id: OrderId, masterId: OrderId, wish: Again): Promise<Outcome> {
  const known = await findOrder(shell.db, masterId)
  if (known === undefined) return { ok: false, refusal: 'not-found' }
  const family = await lockFamily(shell, known.order)
  const [stored, master] = [family.get(id), family.get(masterId)]
  if (stored === undefined || master === undefined || !orderInReach(shell, stored))
    return { ok: false, refusal: 'not-found' }
  if (shell.expected !== null && shell.expected !== stored.order.version) return { ok: false, refusal: 'stale-version' }
  const decision = redoMerged(stored.order, master.order, wish, shell.actor, shell.city, shell.at)
  if (!decision.ok) return decision
  const own = decision.events.flatMap((event) => event.own)
  const masters = decision.events.flatMap((event) => event.masters)
  // Who has spoken moves by his own word; the others follow the master.
  const others = new Map([...family].filter(([other]) => other !== id))
  let reply = stored
  await writeFamily(shell, master, masters, others, (write) => {
    reply = addChange(write, id, stored, own, shell.city)
  })
  return { ok: true, reply }
}
