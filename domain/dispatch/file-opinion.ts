import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { FileHash, type Instant, type UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { unitsToHear } from './adjudicate.ts'
import { responsibleOf } from './returns.ts'

export const FileOpinion = z.object({
  opinion: shortText(500),
  /** who of the unit's leaders stands by it */
  signer: shortText(50),
  evidence: z.array(FileHash).max(9).default([]),
})
export type FileOpinion = z.infer<typeof FileOpinion>
type FileOpinionRefusal = 'wrong-state' | 'not-heard-here' | 'unknown-file'

/** 听取意见: who gave it back, who has a part in it, and who leads meanwhile. */
export function unitsHeard(order: Order): ReadonlySet<UnitId> {
  const bound = order.assignments.filter((a) => a.state !== 'returned' && a.state !== 'cancelled').map((a) => a.unit)
  const interim = responsibleOf(order)
  return new Set([...unitsToHear(order), ...bound, ...(interim === null ? [] : [interim])])
}

/** A unit speaks for itself while the ruling is pending; said again, the last word counts and the first stays in the log. */
export function fileOpinion(
  order: Order,
  wish: FileOpinion,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, FileOpinionRefusal> {
  if (!can(order, 'opinion-filed')) return refuse('wrong-state')
  if (by.unit === null || !unitsHeard(order).has(by.unit)) return refuse('not-heard-here')
  if (!wish.evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  return decide({ kind: 'opinion-filed', at: now, by, unit: by.unit, ...wish })
}
