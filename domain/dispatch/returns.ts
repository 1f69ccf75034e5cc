import type { UnitId } from '../ids.ts'
import type { Assignment, Order, ReturnRequest } from '../order/order.ts'
import { returnGrounds } from './return-reasons.ts'

const leads = (order: Pick<Order, 'assignments'>): readonly Assignment[] =>
  order.assignments.filter((a) => a.role === 'lead')

/** 首接单位: whoever the order was first dispatched to. */
export const firstReceiver = (order: Pick<Order, 'assignments'>): UnitId | null => leads(order)[0]?.unit ?? null

/**
 * Whose the matter is now. The first receiver stays responsible until another lead has signed (首接负责, domain.md §5.7),
 * and leads in the interim while an adjudication runs; so from the first dispatch on there is always somebody.
 */
export function responsibleOf(order: Pick<Order, 'assignments' | 'state' | 'adjudication'>): UnitId | null {
  if (order.state === 'in-adjudication' && order.adjudication !== null) return order.adjudication.interimLead
  const signed = leads(order).findLast((a) => a.signedAt !== null && a.state !== 'returned' && a.state !== 'cancelled')
  return signed?.unit ?? firstReceiver(order)
}

/** Units that gave it back: nobody offers it to them again. */
export const unitsThatReturned = (order: Pick<Order, 'assignments'>): ReadonlySet<UnitId> =>
  new Set(order.assignments.filter((a) => a.state === 'returned').map((a) => a.unit))

/** 流转: how many units have led it so far. */
export const unitsTouched = (order: Pick<Order, 'assignments'>): number => new Set(leads(order).map((a) => a.unit)).size

export const openReturnOn = (order: Pick<Order, 'returns'>, assignment: string): ReturnRequest | undefined =>
  order.returns.findLast((request) => request.assignment === assignment && request.outcome === null)

const roleIn = (order: Pick<Order, 'assignments'>, { assignment }: ReturnRequest) =>
  order.assignments.find((a) => a.id === assignment)?.role

const approvedLeads = (order: Pick<Order, 'assignments' | 'returns'>): readonly ReturnRequest[] =>
  order.returns.filter((r) => r.outcome?.verdict === 'approved' && roleIn(order, r) === 'lead')

/** A second return of the lead, or so many units without one that keeps it: only a ruling ends that (T14). */
export const mustBeAdjudicated = (
  order: Pick<Order, 'assignments' | 'returns'>,
  request: ReturnRequest,
  units: number,
): boolean => roleIn(order, request) === 'lead' && (approvedLeads(order).length > 0 || unitsTouched(order) >= units)

/** 首派有误: the first lead was the wrong one, as an approved return or a ruling says (domain.md §5.4). */
export function firstDispatchWrong(order: Pick<Order, 'assignments' | 'returns' | 'adjudication'>): boolean {
  const first = leads(order)[0]
  if (first === undefined) return false
  const ruled = order.adjudication?.ruling
  if (ruled != null && ruled.lead !== first.unit) return true
  return approvedLeads(order).some((r) => r.assignment === first.id && returnGrounds[r.reason].wrong)
}
