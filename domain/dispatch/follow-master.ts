import type { City } from '../city/city.ts'
import { hotlineClock, profileByCode, profileFor } from '../deadline/start-clock.ts'
import type { Instant, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { EventKind, EventOf, OrderEvent } from '../order/event.ts'
import { can, leadOf, type Order, publicReplyOf } from '../order/order.ts'

/** Steps of a master that its merged orders take with it. */
export const FOLLOWED: readonly EventKind[] = ['reply-approved', 'rework-ordered', 'reopened']

/** One vote a caller, a master's own first, and so many a master at most (domain.md §5.6): whose answers are counted. */
export function votersOf(
  master: OrderId,
  merged: readonly OrderId[],
  callerOf: (id: OrderId) => string | null,
  most: number,
): ReadonlySet<OrderId> {
  const known = new Set<string>()
  const voters = new Set<OrderId>()
  for (const id of [master, ...merged.toSorted()]) {
    const caller = callerOf(id)
    if (caller !== null && known.has(caller)) continue
    if (caller !== null) known.add(caller)
    if (voters.size < most) voters.add(id)
  }
  return voters
}

/** The master's approved reply as this caller's answer. */
export function answeredByMaster(
  order: Order,
  master: Order,
  votes: boolean,
  by: Actor,
  city: City,
  now: Instant,
): OrderEvent {
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const rounds = order.clocks.filter((clock) => clock.code === 'C7').length + 1
  return {
    kind: 'master-answered',
    at: now,
    by,
    master: master.id,
    masterNo: master.no,
    reply: publicReplyOf(master) ?? '',
    unit: leadOf(master)?.unit ?? null,
    votes,
    clocks: hotlineClock(city, profile, 'C7', rounds, now),
  }
}

export const returnedToMaster = (
  master: Pick<Order, 'id' | 'no'>,
  ground: EventOf<'returned-to-master'>['ground'],
  reason: string,
  by: Actor,
  now: Instant,
): OrderEvent => ({
  kind: 'returned-to-master',
  at: now,
  by,
  master: master.id,
  masterNo: master.no,
  ground,
  reason,
})

/**
 * What a step of the master means for one of its merged orders, if anything: with the approved reply the caller is told
 * and will be called back; when the master is done again, who has not been heard yet waits for the new answer.
 */
export function followMaster(
  order: Order,
  master: Order,
  step: OrderEvent,
  votes: boolean,
  city: City,
): OrderEvent | null {
  if (order.master !== master.id) return null
  if (step.kind === 'reply-approved')
    return can(order, 'master-answered') ? answeredByMaster(order, master, votes, step.by, city, step.at) : null
  if (step.kind !== 'rework-ordered' && step.kind !== 'reopened') return null
  // Who was content and closed is not drawn in again by somebody else's word.
  return order.state === 'pending-callback' ? returnedToMaster(master, 'master', step.reason, step.by, step.at) : null
}
