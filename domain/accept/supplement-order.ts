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

/** 催办 by the citizen: counted and shown to the unit; once an hour is enough to be heard. */
export function urgeOrder(
  order: Order,
  wish: UrgeOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'urged-just-now'> {
  if (!can(order, 'urged')) return refuse('wrong-state')
  if (order.lastUrgedAt !== null && Date.parse(now) - Date.parse(order.lastUrgedAt) < HOUR)
    return refuse('urged-just-now')
  return decide({ kind: 'urged', at: now, by, text: wish.text })
}
