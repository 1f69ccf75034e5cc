import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { returnedToMaster } from '../dispatch/follow-master.ts'
import { letGo, unmerged } from '../dispatch/unmerge-order.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import type { OrderState } from '../order/states.ts'
import { againstRework, type CallbackRefusal, heard, type RecordCallback, redo } from './record-callback.ts'
import { type ReopenOrder, reopenOrder } from './reopen-order.ts'

export type MergedCallbackRefusal = CallbackRefusal | 'master-not-redone'
/** What one caller's word does to their own order, and to the master. */
export type Own = { own: readonly OrderEvent[]; masters: readonly OrderEvent[] }

/** Somebody is at the master already: who is dissatisfied now waits with the others. */
const AT_IT: readonly OrderState[] = [
  'rework',
  'in-handling',
  'in-adjudication',
  'pending-dispatch',
  'pending-reply-review',
]

/** What has to happen to the master so that this caller's matter is done again; undefined: nothing can be any more. */
export function again(
  master: Order,
  { ground, reason }: Omit<ReopenOrder, 'apart'>,
  by: Actor,
  city: City,
  now: Instant,
): readonly OrderEvent[] | undefined {
  if (AT_IT.includes(master.state)) return []
  if (master.state === 'pending-callback') {
    const ordered = redo(master, reason, by, city, now)
    return ordered === null ? undefined : [ordered]
  }
  const reopened = reopenOrder(master, { ground, reason, apart: false }, by, city, now)
  return reopened.ok ? reopened.events : undefined
}

type Answered = Extract<RecordCallback, { result: 'answered' }>

/**
 * 并案的回访: each caller is asked by himself. Who is dissatisfied has the master done again for all, or, where it is
 * another matter after all, becomes an order of his own.
 */
export function redoMerged(
  order: Order,
  master: Order,
  wish: Answered,
  by: Actor,
  city: City,
  now: Instant,
): Decision<Own, MergedCallbackRefusal> {
  if (order.master !== master.id || !can(order, 'callback-answered')) return refuse('wrong-state')
  const { answers } = wish
  const reason = answers.reason ?? wish.note ?? answers.opinion ?? ''
  const answered = heard(order, answers, wish.channel, by, city, now)
  if (wish.outcome === 'split') {
    if (reason === '') return refuse('split-needs-ground')
    const own = [answered, unmerged(order, master.no, reason, by, city, now)]
    return decide<Own>({ own, masters: can(master, 'let-go') ? [letGo(order, reason, by, now)] : [] })
  }
  const against = againstRework(master, answers, city.policy.reworkLimit)
  if (against !== null) return refuse(against)
  const masters = again(master, { ground: 'same-appellant', reason }, by, city, now)
  if (masters === undefined) return refuse('master-not-redone')
  return decide<Own>({ own: [answered, returnedToMaster(master, 'own-callback', reason, by, now)], masters })
}
