import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { calendarOf } from '../city/lookup.ts'
import { hotlineClock, profileByCode, profileFor, startClock, unitClocks } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { AssignmentId, Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import type { Assignment, Order } from '../order/order.ts'
import { OWED } from '../order/states.ts'
import { firstReceiver, mustBeAdjudicated, openReturnOn } from './returns.ts'

export const DecideReturn = z.object({
  verdict: z.enum(['approve', 'reject', 'adjudicate']),
  /** what was found, or the question to be ruled on: the unit and whoever rules read it */
  finding: shortText(300),
})
export type DecideReturn = z.infer<typeof DecideReturn>
type DecideReturnRefusal = 'unknown-assignment' | 'no-return-open' | 'needs-adjudication' | 'co-unit-not-adjudicated'

/** 撤派: an order that is dispatched or ruled on anew has no unit left over from before. */
export function recalled(others: readonly Assignment[], reason: string, by: Actor, now: Instant): OrderEvent[] {
  const assignments = others.filter((a) => OWED.includes(a.state)).map((a) => a.id)
  return assignments.length === 0 ? [] : [{ kind: 'recalled', at: now, by, assignments, reason }]
}

const profileOf = (order: Order, city: City) => profileByCode(city, order.profile) ?? profileFor(city, order.request)

function approved(order: Order, assignment: Assignment, finding: string, by: Actor, city: City, now: Instant) {
  const event = { kind: 'return-approved', at: now, by, assignment: assignment.id, finding } as const
  const below = order.assignments.filter((a) => a.parent === assignment.id)
  if (assignment.role !== 'lead') return [...recalled(below, finding, by, now), { ...event, clocks: [] }]
  const rounds = order.clocks.filter((clock) => clock.code === 'C1').length + 1
  const clocks = hotlineClock(city, profileOf(order, city), 'C1', rounds, now)
  const others = order.assignments.filter((a) => a.id !== assignment.id)
  return [...recalled(others, finding, by, now), { ...event, clocks }]
}

/** Who had not signed owes that from now; the answer's clock never stopped. */
function rejected(order: Order, assignment: Assignment, finding: string, by: Actor, city: City, now: Instant) {
  const unsigned = assignment.signedAt === null
  const clocks = unitClocks(city, profileOf(order, city), assignment.id, assignment.unit, now)
  const owed = unsigned ? clocks.filter((clock) => clock.code === 'C2') : []
  return { kind: 'return-rejected', at: now, by, assignment: assignment.id, finding, clocks: owed } as const
}

/** C11: natural hours where the matter presses, else the city's working days. */
function rulingClock(order: Order, city: City, now: Instant) {
  const pressing = order.request.kind === 'urgent' || order.request.urgency !== 'normal'
  const limit = city.policy.returns.ruling[pressing ? 'urgent' : 'general']
  const subject = { id: 'hotline-C11-1', code: 'C11', party: 'hotline', assignment: null } as const
  return startClock(subject, profileOf(order, city).code, limit, calendarOf(city, city.policy.calendar), now)
}

/** T12 同意, T13 驳回 or T14 转裁定. From the second return on only a ruling ends it. */
export function decideReturn(
  order: Order,
  id: AssignmentId,
  wish: DecideReturn,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, DecideReturnRefusal> {
  const assignment = order.assignments.find((a) => a.id === id)
  if (assignment === undefined) return refuse('unknown-assignment')
  const request = openReturnOn(order, id)
  if (request === undefined || assignment.state !== 'return-requested') return refuse('no-return-open')
  const { verdict, finding } = wish
  if (verdict === 'adjudicate') {
    const interimLead = firstReceiver(order)
    if (assignment.role !== 'lead' || interimLead === null) return refuse('co-unit-not-adjudicated')
    const clocks = [rulingClock(order, city, now)]
    return decide({
      kind: 'sent-to-adjudication',
      at: now,
      by,
      assignment: id,
      question: finding,
      interimLead,
      clocks,
    })
  }
  if (mustBeAdjudicated(order, request, city.policy.returns.units)) return refuse('needs-adjudication')
  return verdict === 'approve'
    ? decide<OrderEvent>(...approved(order, assignment, finding, by, city, now))
    : decide<OrderEvent>(rejected(order, assignment, finding, by, city, now))
}
