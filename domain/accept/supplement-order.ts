import { z } from 'zod'
import { type Decision, decide, refuse } from '../decision.ts'
import { FileHash, type Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { optionalText, shortText } from './request.ts'

export const SupplementOrder = z.object({ text: shortText(1000), evidence: z.array(FileHash).max(9).default([]) })
export type SupplementOrder = z.infer<typeof SupplementOrder>

/** 补充: the citizen, or somebody at the hotline for them, adds to what was said; nothing is overwritten. */
export function supplementOrder(
  order: Order,
  wish: SupplementOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'unknown-file'> {
  if (!can(order, 'supplemented')) return refuse('wrong-state')
  if (!wish.evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  return decide({ kind: 'supplemented', at: now, by, text: wish.text, evidence: wish.evidence })
}

export const UrgeOrder = z.object({ text: optionalText(300) })
export type UrgeOrder = z.infer<typeof UrgeOrder>

const HOUR = 3_600_000

/** The citizen asks for haste, by themselves or through the hotline; the supervisor calls the unit to it (domain.md §6.2). */
const side = (by: Actor) => (by.role === 'supervisor' ? 'supervisor' : 'citizen')

/** Once an hour is enough to be heard; a supervisor may follow up what a citizen has just asked for. */
export function urgedLately(order: Order, by: Actor, now: Instant): boolean {
  const own = order.urges.filter(({ merged }) => merged === undefined)
  const last = own.findLast((urge) => side(urge.by) === side(by))
  return last !== undefined && Date.parse(now) - Date.parse(last.at) < HOUR
}

/** 催办: counted and shown to the unit. */
export function urgeOrder(
  order: Order,
  wish: UrgeOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'urged-just-now'> {
  if (!can(order, 'urged')) return refuse('wrong-state')
  if (urgedLately(order, by, now)) return refuse('urged-just-now')
  return decide({ kind: 'urged', at: now, by, text: wish.text })
}
