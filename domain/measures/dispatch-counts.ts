import { returnGrounds } from '../dispatch/return-reasons.ts'
import { firstDispatchWrong } from '../dispatch/returns.ts'
import type { Instant, UnitId } from '../ids.ts'
import type { OrderEvent } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import { at, type Delta, type Measure } from './delta.ts'

const of = (order: Order, measure: Measure, when: Instant, unit: UnitId | null): Delta => ({
  ...at(order, measure, when),
  unit: unit ?? '',
})

const firstLed = (order: Order): UnitId | null => order.assignments.find((a) => a.role === 'lead')?.unit ?? null

/**
 * Counted on the day of the first dispatch and for the unit it went to, so that in any period the wrong ones are among
 * those dispatched in it (派单准确率, domain.md §5.4).
 */
function firstWrong(before: Order, after: Order): Delta[] {
  if (after.firstSent === null || firstDispatchWrong(before) || !firstDispatchWrong(after)) return []
  return [of(after, 'first-dispatch-wrong', after.firstSent.at, firstLed(after))]
}

/** 因职责不清退单: returns about duty or ownership that took a ruling to end. */
const unclear = (before: Order, when: Instant): Delta[] =>
  before.returns
    .filter((r) => returnGrounds[r.reason].unclear && r.outcome?.verdict !== 'rejected')
    .map((r) => of(before, 'return-unclear-duty', when, r.unit))

/** 派单与退单 as counts, each for the unit it concerns: a unit's returns are its own, also once it is out of the matter. */
export function dispatchCounts(before: Order | null, event: OrderEvent, after: Order): Delta[] {
  if (before === null) return []
  const unitOf = (id: string) => after.assignments.find((a) => a.id === id)?.unit ?? null
  switch (event.kind) {
    case 'dispatched': {
      const first = before.firstSent === null ? [at(after, 'first-dispatched', event.at)] : []
      const assigned = event.assignments.map((a) => of(after, 'assigned', event.at, a.unit))
      return [...first, ...assigned, ...firstWrong(before, after)]
    }
    case 'return-requested':
    case 'return-rejected':
      return [of(after, event.kind, event.at, unitOf(event.assignment))]
    case 'return-approved':
      return [of(after, event.kind, event.at, unitOf(event.assignment)), ...firstWrong(before, after)]
    case 'adjudicated':
      return [
        at(after, 'adjudicated', event.at),
        ...event.assignments.map((a) => of(after, 'assigned', event.at, a.unit)),
        ...unclear(before, event.at),
        ...firstWrong(before, after),
      ]
    default:
      return []
  }
}
