import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { hotlineClock, profileByCode, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { type OrderEvent, UndoGround } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import { can, leadOf, type Order } from '../order/order.ts'
import { recalled } from './decide-return.ts'
import { type DispatchRefusal, dispatchOrder } from './dispatch-order.ts'

export const UndoDispatch = z.object({
  /** `wrong-unit` counts as a wrong first dispatch once another unit has it (domain.md §5.4) */
  ground: UndoGround,
  reason: shortText(200),
  /** null: back to the desk's pool; else dispatched to this unit in the same step */
  lead: UnitId.nullable().default(null),
  co: z.array(UnitId).max(8).default([]),
  note: optionalText(300),
  exceptionGround: shortText(200).optional(),
})
export type UndoDispatch = z.infer<typeof UndoDispatch>
type UndoDispatchRefusal = DispatchRefusal | 'lead-has-signed' | 'same-unit-again'

/** Whether the desk may still take its dispatch back: nobody has begun. */
export function undoRefused(order: Order): 'wrong-state' | 'lead-has-signed' | null {
  if (!can(order, 'dispatch-undone')) return 'wrong-state'
  return leadOf(order)?.state === 'pending-sign' ? null : 'lead-has-signed'
}

/**
 * 撤回与改派 by the desk itself, before the lead has signed: no return by a unit is needed to put right what the desk, or
 * the platform, sent wrong. The citizen's limits run on; the desk's begins anew.
 */
export function undoDispatch(
  order: Order,
  wish: UndoDispatch,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, UndoDispatchRefusal> {
  const refused = undoRefused(order)
  const lead = leadOf(order)
  if (refused !== null || lead === undefined) return refuse(refused ?? 'wrong-state')
  if (wish.lead === lead.unit) return refuse('same-unit-again')
  const { ground, reason } = wish
  const rounds = order.clocks.filter((clock) => clock.code === 'C1').length + 1
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const events: OrderEvent[] = [
    ...recalled(order.assignments, reason, by, now),
    {
      kind: 'dispatch-undone',
      at: now,
      by,
      of: lead.id,
      ground,
      reason,
      clocks: hotlineClock(city, profile, 'C1', rounds, now),
    },
  ]
  if (wish.lead === null) return decide(...events)
  const back = events.reduce(apply, order)
  const { co, note, exceptionGround } = wish
  const again = { lead: wish.lead, co, overrideReason: reason, note, exceptionGround }
  const sent = dispatchOrder(back, again, by, city, now)
  return sent.ok ? decide(...events, ...sent.events) : sent
}
