import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { returnedToMaster } from '../dispatch/follow-master.ts'
import { letGo, unmerged } from '../dispatch/unmerge-order.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { can, type Order } from '../order/order.ts'
import { again, type Own } from './merged-callback.ts'
import { againstReopening, type ReopenOrder, type ReopenRefusal } from './reopen-order.ts'

export type ReopenMergedRefusal = ReopenRefusal | 'master-not-redone' | 'rework-limit-reached'

/**
 * T30 of an order that was merged: it never had a unit of its own, so either its master is done again and this caller
 * waits with it, or it is taken out and dispatched by itself (docs/decisions/0021). Who was content stays closed. Its
 * own window counts, from its own closing; whether the master can still be done again is asked of the master.
 */
export function reopenMerged(
  order: Order,
  master: Order,
  wish: ReopenOrder,
  by: Actor,
  city: City,
  now: Instant,
): Decision<Own, ReopenMergedRefusal> {
  if (order.master !== master.id) return refuse('wrong-state')
  const against = againstReopening(order, city, now)
  if (against !== null) return refuse(against)
  if (wish.apart) {
    const own = { ...unmerged(order, master.no, wish.reason, by, city, now), light: null, reopened: wish.ground }
    return decide<Own>({ own: [own], masters: can(master, 'let-go') ? [letGo(order, wish.reason, by, now)] : [] })
  }
  if (master.state === 'pending-callback' && master.reworkCount >= city.policy.reworkLimit)
    return refuse('rework-limit-reached')
  const masters = again(master, wish, by, city, now)
  if (masters === undefined) return refuse('master-not-redone')
  return decide<Own>({ own: [returnedToMaster(master, 'own-reopening', wish.reason, by, now)], masters })
}
