import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import type { Light } from '../city/vocabulary.ts'
import { hotlineClock, profileByCode, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order, worse } from '../order/order.ts'
import { isOpen } from '../order/states.ts'

export const UnmergeOrder = z.object({ reason: shortText(200) })
export type UnmergeOrder = z.infer<typeof UnmergeOrder>
export type UnmergeRefusal = 'not-merged' | 'master-not-open'

/** What a promise that was missed before the merge, or held past its limit and noted, shows again. */
function lightOfMissed(order: Order, city: City): Light | null {
  const missed = order.clocks.filter(({ id, missedAt }) => missedAt !== null && order.heldClocks.includes(id))
  return city.lights
    .filter(({ when }) => when.kind === 'clock-missed' && missed.some(({ code }) => code === when.clock))
    .reduce<Light | null>((light, rule) => worse(light ?? 'green', rule.light), null)
}

/** 拆案 as an event: back to the dispatch desk with a new dispatch limit; the citizen's promises count on from receipt. */
export function unmerged(order: Order, masterNo: string, reason: string, by: Actor, city: City, now: Instant) {
  if (order.master === null) throw new Error(`order ${order.id} is not merged`)
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const rounds = order.clocks.filter((clock) => clock.code === 'C1').length + 1
  return {
    kind: 'unmerged',
    at: now,
    by,
    master: order.master,
    masterNo,
    reason,
    light: lightOfMissed(order, city),
    clocks: hotlineClock(city, profile, 'C1', rounds, now),
  } as const satisfies OrderEvent
}

export const letGo = (order: Order, reason: string, by: Actor, now: Instant): OrderEvent => ({
  kind: 'let-go',
  at: now,
  by,
  released: order.id,
  releasedNo: order.no,
  reason,
})

/** One that has closed is reopened, which may take it out of the merge as well. */
export const mayUnmerge = (order: Order): boolean =>
  order.master !== null && order.state !== 'closed' && can(order, 'unmerged')

/** Why it cannot be split off; null where it can. */
function againstUnmerging(order: Order, master: Order | null): UnmergeRefusal | null {
  if (!mayUnmerge(order)) return 'not-merged'
  return master !== null && isOpen(master.state) ? null : 'master-not-open'
}

/** T08 拆案: another matter after all, while the master is still open; both logs say so. */
export function unmergeOrder(
  order: Order,
  master: Order,
  wish: UnmergeOrder,
  by: Actor,
  city: City,
  now: Instant,
): Decision<{ own: OrderEvent; masters: OrderEvent }, UnmergeRefusal> {
  const against = againstUnmerging(order, master)
  if (against !== null) return refuse(against)
  return decide({
    own: unmerged(order, master.no, wish.reason, by, city, now),
    masters: letGo(order, wish.reason, by, now),
  })
}
