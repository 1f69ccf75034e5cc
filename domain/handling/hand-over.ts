import { z } from 'zod'
import { recalled } from '../dispatch/decide-return.ts'
import { responsibleOf } from '../dispatch/returns.ts'
import { type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, canOn, type Order } from '../order/order.ts'
import { LIVE, OWED } from '../order/states.ts'

/** Who takes over what a unit that is dissolved still has open. */
export const Succession = z.object({ unit: UnitId, to: UnitId })
export type Succession = z.infer<typeof Succession>

/** Its open part of the order: what binds it, or that it is still answerable as the first receiver. */
export const openPartOf = (order: Order, unit: UnitId) => ({
  assignments: order.assignments.filter((a) => a.unit === unit && LIVE.includes(a.state)),
  responsible: can(order, 'handed-over') && responsibleOf(order) === unit,
})

/**
 * 撤并交接: the assignments change hands as they are, signed or not, with every clock running on. Where the successor has
 * a part in the order already, one unit shall not stand in it twice: it keeps the weightier part.
 */
export function handOver(
  order: Order,
  { unit: from, to }: Succession,
  operation: { id: number; reason: string },
  by: Actor,
  now: Instant,
): readonly OrderEvent[] {
  const { assignments, responsible } = openPartOf(order, from)
  if (!can(order, 'handed-over') || (assignments.length === 0 && !responsible)) return []
  const own = order.assignments.filter((a) => a.unit === to && OWED.includes(a.state) && a.role !== 'sub')
  const leads = own.some((a) => a.role === 'lead')
  const spare = leads ? assignments.filter((a) => a.role === 'co') : []
  const outgrown = assignments.some((a) => a.role === 'lead') ? own.filter((a) => a.role === 'co') : []
  const dropped = can(order, 'recalled') ? [...spare, ...outgrown].filter((a) => canOn(a, 'recalled')) : []
  const moved = assignments.filter((a) => !dropped.includes(a)).map((a) => a.id)
  return [
    ...recalled(dropped, operation.reason, by, now),
    {
      kind: 'handed-over',
      at: now,
      by,
      handOver: operation.id,
      assignments: moved,
      from,
      to,
      reason: operation.reason,
    },
  ]
}

/** What one hand-over had moved and is still open goes back the same way; what was settled meanwhile stays where it is. */
export function handBack(
  order: Order,
  { unit: from, to }: Succession,
  operation: { id: number; reason: string; of: number },
  by: Actor,
  now: Instant,
): readonly OrderEvent[] {
  const done = order.handOvers.findLast(({ handOver: id }) => id === operation.of)
  if (!can(order, 'handed-over') || done === undefined) return []
  const still = order.assignments.filter(
    (a) => done.assignments.includes(a.id) && a.unit === from && LIVE.includes(a.state),
  )
  const responsible = responsibleOf(order) === from && done.assignments.length === 0
  if (still.length === 0 && !responsible) return []
  const assignments = still.map((a) => a.id)
  return [{ kind: 'handed-over', at: now, by, handOver: operation.id, assignments, from, to, reason: operation.reason }]
}
