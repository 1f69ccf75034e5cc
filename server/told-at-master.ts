import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { findOrder, lockOrders, type StoredOrder } from '#db/orders.ts'
import { type Decision, decide } from '#domain/decision.ts'
import { isForMaster, toldAtMaster } from '#domain/dispatch/tell-master.ts'
import type { OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { type Changed, changeOrder } from './change-order.ts'
import { identityOf } from './order-view.ts'
import { addChange } from './persist.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'
import { viewAfter } from './view-after.ts'

/** As the public reads it, and without this caller's own name, numbers and addresses however they stand in the words. */
export function withoutCaller(shell: Shell, stored: StoredOrder): (text: string) => string {
  const { name, callerPhone, contactPhone, email, idNumber, enterpriseName } = identityOf(shell.vault, stored) ?? {}
  const known = [name, callerPhone, contactPhone, email, idNumber, enterpriseName].filter(
    (one) => one != null && one.length > 1,
  )
  return (text) =>
    redact(
      known.reduce<string>((kept, one) => (one == null ? kept : kept.replaceAll(one, '***')), text),
      'public',
    )
}

type DecideOn<R extends string> = (order: Order) => Decision<OrderEvent, R>

/**
 * What a caller says later: on their own order, and where that is merged into another, at its master as well, both or
 * neither. Read first, so that the two are locked together in key order.
 */
export async function changeAndTell<R extends string>(
  shell: Shell,
  id: OrderId,
  decideOn: DecideOn<R>,
): Promise<Changed<R>> {
  const master = (await findOrder(shell.db, id))?.order.master ?? null
  if (master === null) {
    let mergedMeanwhile = false
    const changed = await changeOrder(shell, id, (order) => {
      mergedMeanwhile = order.master !== null
      return mergedMeanwhile ? decide<OrderEvent>() : decideOn(order)
    })
    return mergedMeanwhile ? changeAndTell(shell, id, decideOn) : changed
  }
  const within = (db: Shell['db']) => changeBoth({ ...shell, db }, id, master, decideOn)
  return shell.db.inTx ? within(shell.db) : shell.db.tx(within)
}

async function changeBoth<R extends string>(
  shell: Shell,
  id: OrderId,
  masterId: OrderId,
  decideOn: DecideOn<R>,
): Promise<Changed<R>> {
  const found = await lockOrders(shell.db, [id, masterId])
  const [stored, master] = [found.get(id), found.get(masterId)]
  if (stored === undefined || (shell.caller.kind !== 'citizen' && !orderInReach(shell, stored)))
    return { ok: false, refusal: 'not-found' }
  if (shell.expected !== null && shell.expected !== stored.order.version) return { ok: false, refusal: 'stale-version' }
  const decision = decideOn(stored.order)
  if (!decision.ok) return decision
  if (decision.events.length === 0) return { ok: true, reply: stored }
  const write = emptyWrite()
  const reply = addChange(write, id, stored, decision.events, shell.city)
  // Split off in between, it speaks for itself.
  if (master !== undefined && stored.order.master === masterId && isForMaster(stored.order, decision.events)) {
    const told = toldAtMaster(stored.order, master.order, decision.events, withoutCaller(shell, stored))
    if (told.length > 0) addChange(write, masterId, master, told, shell.city)
  }
  await writeOrders(shell.db, write)
  return { ok: true, reply }
}

export const tellAndView = <R extends string>(shell: Shell, id: OrderId, decideOn: DecideOn<R>) =>
  viewAfter(shell, changeAndTell(shell, id, decideOn))
