import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { chosenWithLead } from '../handling/review-reply.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { reworkClocks } from './rework.ts'

export const ReopenOrder = z.object({
  ground: z.enum(['recheck', 'same-appellant']),
  reason: shortText(300),
  /** of a merged order: taken out and dispatched by itself, instead of having its master done again */
  apart: z.boolean().default(false),
})
export type ReopenOrder = z.infer<typeof ReopenOrder>
export type ReopenRefusal = 'wrong-state' | 'too-long-closed' | 'nothing-to-redo' | 'not-merged'

const DAY = 86_400_000

/** Why what has closed cannot be opened again; null where it can. */
export function againstReopening(order: Order, city: City, now: Instant): 'wrong-state' | 'too-long-closed' | null {
  if (!can(order, 'reopened') || order.endedAt === null) return 'wrong-state'
  return Date.parse(now) - Date.parse(order.endedAt) > city.policy.reopenDays * DAY ? 'too-long-closed' : null
}

/** T30 回头看: within the city's days after closing; the unit gets a new clock, the record says it came back (反弹). */
export function reopenOrder(
  order: Order,
  wish: ReopenOrder,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ReopenRefusal> {
  const against = againstReopening(order, city, now)
  if (against !== null) return refuse(against)
  if (wish.apart) return refuse('not-merged')
  const redo = chosenWithLead(order, [], 'accepted')
  if (redo === undefined || redo.length === 0) return refuse('nothing-to-redo')
  return decide({
    kind: 'reopened',
    at: now,
    by,
    ground: wish.ground,
    assignments: redo.map((a) => a.id),
    reason: wish.reason,
    clocks: reworkClocks(order, redo, city, now),
  })
}
