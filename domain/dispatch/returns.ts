import type { UnitId } from '../ids.ts'
import type { Assignment, Order, ReturnRequest } from '../order/order.ts'
import { returnGrounds } from './return-reasons.ts'

/** Units that led it. A grid worker who had it first was tried, not wrong: what the grid reports up is nobody's return. */
const leads = (order: Pick<Order, 'assignments'>): readonly Assignment[] =>
  order.assignments.filter((a) => a.role === 'lead' && a.grid === null)

const gridOf = (order: Pick<Order, 'assignments'>): Assignment | undefined =>
  order.assignments.findLast((a) => a.grid !== null && a.state !== 'returned' && a.state !== 'cancelled')

/**
 * 首接单位: whoever the order was first dispatched to. A dispatch that the desk itself undid before it was signed binds
 * nobody, unless there was no other yet.
 */
export function firstReceiver(order: Pick<Order, 'assignments' | 'undone'>): UnitId | null {
  const undone = new Set(order.undone.map(({ assignment }) => assignment))
  const first = leads(order).find((a) => !undone.has(a.id)) ?? leads(order)[0]
  return first?.unit ?? gridOf(order)?.unit ?? null
}

/** A unit that was dissolved is followed by whoever took over, and that one by its own successor. */
const heir = (order: Pick<Order, 'handOvers'>, unit: UnitId): UnitId =>
  order.handOvers.reduce((now, { from, to }) => (now === from ? to : now), unit)

/**
 * Whose the matter is now. The first receiver stays responsible until another lead has signed (首接负责, domain.md §5.7),
 * and leads in the interim while an adjudication runs; so from the first dispatch on there is always somebody.
 */
export function responsibleOf(
  order: Pick<Order, 'assignments' | 'state' | 'adjudication' | 'undone' | 'handOvers'>,
): UnitId | null {
  if (order.state === 'in-adjudication' && order.adjudication !== null)
    return heir(order, order.adjudication.interimLead)
  const signed = leads(order).findLast((a) => a.signedAt !== null && a.state !== 'returned' && a.state !== 'cancelled')
  const unit = (gridOf(order) ?? signed)?.unit ?? firstReceiver(order)
  return unit === null ? null : heir(order, unit)
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

/** 纠正: the desk saw that it had sent the order wrong, and another unit has it now. */
const corrected = (order: Pick<Order, 'assignments' | 'undone'>, first: Assignment): boolean =>
  order.undone.some((u) => u.assignment === first.id && u.ground === 'wrong-unit') &&
  leads(order).some((a) => a.unit !== first.unit)

/** 首派有误: the first lead was the wrong one, as a correction, an approved return or a ruling says (domain.md §5.4). */
export function firstDispatchWrong(order: Pick<Order, 'assignments' | 'returns' | 'adjudication' | 'undone'>): boolean {
  const first = leads(order)[0]
  if (first === undefined) return false
  if (corrected(order, first)) return true
  const ruled = order.adjudication?.ruling
  if (ruled != null && ruled.lead !== first.unit) return true
  return approvedLeads(order).some((r) => r.assignment === first.id && returnGrounds[r.reason].wrong)
}
