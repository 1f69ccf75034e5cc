import type { MasterCaller } from '#contract/merge.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import type { Instant } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { viewOf } from './order-view.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'

/** A page lists so many; a matter of more is read in the list of orders. */
const MOST = 200

function standingOf(order: Order): MasterCaller['callback']['standing'] {
  if (order.state === 'pending-callback') return 'to-call'
  if (order.lastCallback !== null && order.state !== 'merged') return 'answered'
  return order.state === 'closed' || order.state === 'archived' ? 'unreachable' : 'not-yet'
}

/** With the approved reply, the master's own or the one that came with it, the callback's limit began. */
const toldAt = (order: Order): Instant | null => order.clocks.findLast(({ code }) => code === 'C7')?.from ?? null

function callerView(shell: Shell, stored: StoredOrder, isMaster: boolean): MasterCaller {
  const { order } = stored
  const said = order.lastCallback
  return {
    id: order.id,
    no: order.no,
    state: order.state,
    isMaster,
    receivedAt: order.receivedAt,
    appellant: viewOf(shell, stored).appellant,
    toldAt: toldAt(order),
    callback: {
      standing: standingOf(order),
      attempts: order.callbackAttempts,
      nextAt: order.nextCallbackAt,
      solved: said?.solved ?? null,
      satisfaction: said?.satisfaction ?? null,
    },
    votes: order.votes,
  }
}

/** Everybody who asked for the matter, the master's own caller first, then in the order of receipt. */
export async function callersView(shell: Shell, master: StoredOrder) {
  const ids = master.order.mergedOrders.toSorted()
  const found = await loadOrders(shell.db, ids.slice(0, MOST))
  const merged = ids.flatMap((id) => {
    const stored = found.get(id)
    return stored !== undefined && orderInReach(shell, stored) ? [callerView(shell, stored, false)] : []
  })
  const callers = [callerView(shell, master, true), ...merged]
  return {
    now: shell.at,
    callers,
    answered: callers.filter(({ callback }) => callback.standing === 'answered').length,
    more: Math.max(0, ids.length - MOST),
  }
}
