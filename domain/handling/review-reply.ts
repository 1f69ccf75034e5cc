import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { hotlineClock, profileByCode, profileFor, redoClock } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { AssignmentId, type Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, leadOf, type Order } from '../order/order.ts'

export const ReviewReply = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('approve') }),
  z.object({
    verdict: z.literal('reject'),
    defects: shortText(500),
    /** which assignments to redo; the lead is always among them, since it consolidates */
    assignments: z.array(AssignmentId).max(9).default([]),
  }),
])
export type ReviewReply = z.infer<typeof ReviewReply>
type ReviewReplyRefusal = 'wrong-state' | 'unknown-assignment'

export const roundsOf = (order: Order, assignment: AssignmentId): number =>
  order.clocks.filter((clock) => clock.assignment === assignment && clock.code === 'C8').length + 1

/** The chosen assignments and the lead, each once; undefined where one is not this order's or not in that state. */
export function chosenWithLead(order: Order, chosen: readonly AssignmentId[], state: 'reported' | 'accepted') {
  const lead = leadOf(order)
  const ids = new Set([...(lead === undefined ? [] : [lead.id]), ...chosen])
  const assignments = order.assignments.filter((a) => ids.has(a.id) && a.state === state)
  return assignments.length === ids.size ? assignments : undefined
}

/** T21 / T22 办结审核: the citizen hears of the result only after somebody other than the unit found it sound. */
export function reviewReply(
  order: Order,
  wish: ReviewReply,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ReviewReplyRefusal> {
  if (!can(order, 'reply-approved')) return refuse('wrong-state')
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  if (wish.verdict === 'approve') {
    const rounds = order.clocks.filter((clock) => clock.code === 'C7').length + 1
    return decide({ kind: 'reply-approved', at: now, by, clocks: hotlineClock(city, profile, 'C7', rounds, now) })
  }
  const redo = chosenWithLead(order, wish.assignments, 'reported')
  if (redo === undefined) return refuse('unknown-assignment')
  const limits = { code: profile.code, limit: city.policy.redoLimit }
  return decide({
    kind: 'reply-rejected',
    at: now,
    by,
    assignments: redo.map((a) => a.id),
    defects: wish.defects,
    clocks: redo.map((a) => redoClock(city, limits, a, roundsOf(order, a.id), now)),
  })
}
