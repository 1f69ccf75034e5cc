import type { z } from 'zod'
import type { AssignmentId } from '../ids.ts'
import type { Assignment, Order } from '../order/order.ts'
import { canOn } from '../order/order.ts'
import { needsArrival, needsHead, needsReason, ReportResult, waitsFor } from './report-result.ts'

/** A report as it is being written: nothing of it need be there yet. */
export type ReportDraft = Partial<z.input<typeof ReportResult>>

type Reported = Pick<Order, 'reworkCount' | 'channel'> & {
  assignments: readonly Pick<Assignment, 'id' | 'parent' | 'role' | 'state' | 'arrivedAt'>[]
}
export type ReportGap =
  | Extract<keyof ReportDraft, string>
  | 'sub-units-have-not-reported'
  | 'co-units-have-not-reported'
  | 'arrival-needed'
  | 'wrong-state'

/** Nothing, or only spaces, is not there. */
const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/**
 * What still stands between a report and its submission, in the order of the form; empty when the decision would take
 * it. Read from the same schema and rules as the decision, so that a screen and the server cannot disagree.
 */
export function reportGaps(order: Reported, id: AssignmentId, draft: ReportDraft): readonly ReportGap[] {
  const assignment = order.assignments.find((a) => a.id === id)
  if (assignment === undefined || !canOn(assignment, 'reported')) return ['wrong-state']
  const parsed = ReportResult.safeParse(draft)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]))
  const gaps = new Set(faults)
  if (needsReason(draft.solved) && !filled(draft.solvedReason)) gaps.add('solvedReason')
  if (needsHead(order) && !filled(draft.headInvolved)) gaps.add('headInvolved')
  const waiting = waitsFor(order, assignment)
  const inOrder = (Object.keys(ReportResult.shape) as (keyof ReportDraft)[]).filter((field) => gaps.has(field))
  const late: ReportGap[] = needsArrival(order, assignment) ? ['arrival-needed'] : []
  return waiting === null ? [...inOrder, ...late] : [...inOrder, ...late, waiting]
}
