import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { calendarOf, unitCalendar } from '../city/lookup.ts'
import { dueAt } from '../deadline/due.ts'
import { profileByCode, profileFor, startClock } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { ownAssignment } from '../handling/assignment-of.ts'
import { type AssignmentId, FileHash, type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { type Assignment, canOn, type Order } from '../order/order.ts'
import { ReturnReason, returnGrounds } from './return-reasons.ts'

/** Blanks in a field are no basis and no evidence. */
const givenText = (max: number) => optionalText(max).transform((text) => (text === '' ? null : text))

export const RequestReturn = z.object({
  reason: ReturnReason,
  /** what the unit found, in its own words */
  explanation: shortText(500),
  basis: givenText(300),
  document: givenText(100),
  evidence: z.array(FileHash).max(9).default([]),
  suggestedUnit: UnitId.nullable().default(null),
  signer: shortText(50),
})
export type RequestReturn = z.infer<typeof RequestReturn>

type MayReturnRefusal =
  | 'wrong-state'
  | 'handed-down-not-returnable'
  | 'ruling-is-final'
  | 'return-asked-before'
  | 'return-window-closed'
type RequestReturnRefusal =
  | MayReturnRefusal
  | 'not-your-assignment'
  | 'return-basis-needed'
  | 'return-evidence-needed'
  | 'unknown-file'
  | 'unknown-unit'
  | 'not-a-handling-unit'
  | 'unit-closed'
  | 'suggests-itself'

/** Until when this unit may give it back: counted from its dispatch, in its own calendar. */
export const returnWindow = (assignment: Assignment, city: City): Instant =>
  dueAt(unitCalendar(city, assignment.unit), city.policy.returns.window, assignment.dispatchedAt).at

/** Why this assignment may not be given back now, asked by the decision and by the page that offers it; null: it may. */
export function mayReturn(order: Order, assignment: Assignment, city: City, now: Instant): MayReturnRefusal | null {
  if (assignment.role === 'sub') return 'handed-down-not-returnable'
  if (order.adjudication?.ruling != null) return 'ruling-is-final'
  if (order.returns.some((request) => request.unit === assignment.unit)) return 'return-asked-before'
  if (order.state !== 'in-handling' || !canOn(assignment, 'return-requested')) return 'wrong-state'
  return now > returnWindow(assignment, city) ? 'return-window-closed' : null
}

function suggestionRefused(unit: UnitId, own: UnitId, city: City) {
  const known = city.units.get(unit)
  if (known === undefined) return 'unknown-unit'
  if (known.type === 'hotline') return 'not-a-handling-unit'
  if (!known.active) return 'unit-closed'
  return unit === own ? 'suggests-itself' : null
}

function lacks(order: Order, wish: RequestReturn): RequestReturnRefusal | null {
  const needs = returnGrounds[wish.reason]
  if (needs.basis && wish.basis === null) return 'return-basis-needed'
  if (needs.evidence && wish.document === null && wish.evidence.length === 0) return 'return-evidence-needed'
  return wish.evidence.every((hash) => order.files.some((f) => f.file === hash)) ? null : 'unknown-file'
}

/** T11 申请退单. The answer's clock runs on while the request is under review; only an approval ends it. */
export function requestReturn(
  order: Order,
  id: AssignmentId,
  wish: RequestReturn,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, RequestReturnRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  const refused = mayReturn(order, assignment, city, now) ?? lacks(order, wish)
  if (refused !== null) return refuse(refused)
  const suggestion = wish.suggestedUnit === null ? null : suggestionRefused(wish.suggestedUnit, assignment.unit, city)
  if (suggestion !== null) return refuse(suggestion)
  const clocks = reviewClock(order, id, city, now)
  return decide({ kind: 'return-requested', at: now, by, assignment: id, ...wish, clocks })
}

/** C9: the hotline owes the unit a decision; one clock a request, so that two requests are two promises. */
function reviewClock(order: Order, assignment: AssignmentId, city: City, now: Instant) {
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const limit = profile.limits.C9
  if (limit === undefined) return []
  const n = order.clocks.filter((clock) => clock.code === 'C9').length + 1
  const subject = { id: `hotline-C9-${n}`, code: 'C9', party: 'hotline', assignment } as const
  return [startClock(subject, profile.code, limit, calendarOf(city, city.policy.calendar), now)]
}
