import type { Instant, UnitId } from '../ids.ts'
import type { Order } from '../order/order.ts'

/** Whom an order ended with, and since when that is known; units it was wrong for, each with when that was known. */
type Outcome = {
  unit: UnitId | null
  at: Instant | null
  wrong: readonly { unit: UnitId; at: Instant }[]
}

/**
 * Final is the lead whose answer was accepted, or that a ruling named: nothing else says whose a matter is; what a grid
 * worker settled says nothing of units.
 */
export function outcomeOf(order: Order): Outcome {
  const ruling = order.adjudication?.ruling ?? null
  const accepted = order.assignments.findLast((a) => a.role === 'lead' && a.state === 'accepted' && a.grid === null)
  const unitOf = (id: string) => order.assignments.find((a) => a.id === id && a.role === 'lead')?.unit
  const returned = order.returns.flatMap(({ assignment, outcome }) => {
    const unit = unitOf(assignment)
    return outcome?.verdict === 'approved' && unit !== undefined ? [{ unit, at: outcome.at }] : []
  })
  const undone = order.undone.flatMap(({ assignment, ground, at }) => {
    const unit = unitOf(assignment)
    return ground === 'wrong-unit' && unit !== undefined ? [{ unit, at }] : []
  })
  const first = order.assignments.find((a) => a.role === 'lead')?.unit
  const ruledAway =
    ruling !== null && first !== undefined && first !== ruling.lead ? [{ unit: first, at: ruling.at }] : []
  return {
    unit: accepted?.unit ?? ruling?.lead ?? null,
    at: accepted === undefined ? (ruling?.at ?? null) : (order.endedAt ?? accepted.reportedAt),
    wrong: [...returned, ...undone, ...ruledAway],
  }
}
