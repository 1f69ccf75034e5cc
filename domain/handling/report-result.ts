import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { hotlineClock, profileByCode, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type AssignmentId, FileHash, type Instant } from '../ids.ts'
import { type Actor, SYSTEM } from '../order/actor.ts'
import { FactTrue, type OrderEvent, Solved } from '../order/event.ts'
import { type Assignment, canOn, type Order } from '../order/order.ts'
import { LIVE } from '../order/states.ts'
import { ownAssignment, subAssignmentsOf } from './assignment-of.ts'

/** Whatever is not solved is explained. */
export const needsReason = (solved: z.infer<typeof Solved> | undefined): boolean =>
  solved !== undefined && solved !== 'solved'

export const ReportResult = z
  .object({
    handling: shortText(2000),
    publicReply: shortText(1000),
    factTrue: FactTrue,
    solved: Solved,
    solvedReason: optionalText(300),
    overDuty: z.boolean().default(false),
    policyBasis: optionalText(300),
    evidence: z.array(FileHash).max(20).default([]),
    signer: shortText(50),
    /** how the unit's head took part; needed for rework */
    headInvolved: optionalText(200),
  })
  .refine((report) => !needsReason(report.solved) || report.solvedReason !== null, {
    path: ['solvedReason'],
    message: 'a reason is needed unless the matter is solved',
  })
export type ReportResult = z.infer<typeof ReportResult>
export type ReportRefusal =
  | 'not-your-assignment'
  | 'wrong-state'
  | 'co-units-have-not-reported'
  | 'sub-units-have-not-reported'
  | 'unit-head-needed'
  | 'arrival-needed'
  | 'unknown-file'

type Owed = Pick<Assignment, 'id' | 'parent' | 'role' | 'state'>

const done = (a: Owed): boolean => a.state === 'reported' || a.state === 'accepted' || !LIVE.includes(a.state)

/** Whose report this one waits for: units below report first, and the lead reports last. */
export function waitsFor(
  order: { assignments: readonly Owed[] },
  assignment: Owed,
): 'sub-units-have-not-reported' | 'co-units-have-not-reported' | null {
  if (!subAssignmentsOf(order, assignment.id).every(done)) return 'sub-units-have-not-reported'
  const cos = order.assignments.filter((a) => a.role === 'co')
  return assignment.role === 'lead' && !cos.every(done) ? 'co-units-have-not-reported' : null
}

/** 吹哨必到: who leads a matter that a grid worker reported has been at the place before they report. */
export const needsArrival = (
  order: Pick<Order, 'channel'>,
  assignment: Pick<Assignment, 'role' | 'arrivedAt'>,
): boolean => order.channel === 'grid-report' && assignment.role === 'lead' && assignment.arrivedAt === null

/** In rework the unit's head takes part and says how. */
export const needsHead = (order: Pick<Order, 'reworkCount'>): boolean => order.reworkCount > 0

/**
 * T19 反馈, and when it was the last one owed, T20: the lead consolidates, so the lead reports last and a co-unit can
 * neither close the matter nor be closed over. In rework (T25) the unit's head takes part.
 */
export function reportResult(
  order: Order,
  id: AssignmentId,
  wish: ReportResult,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ReportRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (!canOn(assignment, 'reported')) return refuse('wrong-state')
  if (needsHead(order) && wish.headInvolved === null) return refuse('unit-head-needed')
  if (needsArrival(order, assignment)) return refuse('arrival-needed')
  if (!wish.evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  const waiting = waitsFor(order, assignment)
  if (waiting !== null) return refuse(waiting)
  const reported: OrderEvent = { kind: 'reported', at: now, by, assignment: id, ...wish }
  if (assignment.role !== 'lead') return decide(reported)
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const rounds = order.clocks.filter((clock) => clock.code === 'C6').length + 1
  return decide<OrderEvent>(reported, {
    kind: 'handling-completed',
    at: now,
    by: SYSTEM,
    clocks: hotlineClock(city, profile, 'C6', rounds, now),
  })
}
