import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { EventOf, OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'

export const MAX_FILES_OF_ORDER = 20
export const MAX_FILES_OF_CITIZEN = 9

/** Content already stored, under the name the record will show. */
type Attachment = Pick<EventOf<'attached'>, 'file' | 'name' | 'mime' | 'bytes' | 'taken'>

export type AttachRefusal = 'wrong-state' | 'too-many-files'

/** How many more this person may add. */
export function filesLeft(order: Order, by: Actor): number {
  // What callers of merged orders added has room of its own: it must not take the units' away.
  const files = order.files.filter(({ merged }) => merged === undefined)
  const left = MAX_FILES_OF_ORDER - files.length
  if (by.kind !== 'citizen') return Math.max(0, left)
  const own = files.filter((f) => f.by.kind === 'citizen').length
  return Math.max(0, Math.min(left, MAX_FILES_OF_CITIZEN - own))
}

/** 附件: photos and documents join the order; a citizen has nine, so that the hotline and the units keep room for theirs. */
export function attachFile(
  order: Order,
  wish: Attachment,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, AttachRefusal> {
  if (!can(order, 'attached')) return refuse('wrong-state')
  // The same content again is a repeated click or a lost reply: nothing new happened.
  if (order.files.some((f) => f.file === wish.file)) return decide()
  if (filesLeft(order, by) === 0) return refuse('too-many-files')
  return decide({ kind: 'attached', at: now, by, ...wish })
}
