import { returnGrounds } from '../dispatch/return-reasons.ts'
import { firstDispatchWrong, unitsTouched } from '../dispatch/returns.ts'
import { type Day, dayOf, type Instant, msOf, type OrderId, type UnitId } from '../ids.ts'
import type { Order } from '../order/order.ts'

/**
 * An order's first dispatch and what became of it: the one row from which every measure of dispatch is counted
 * (domain.md §5.4), so that each number is a set of orders and can be opened.
 */
export type FirstDispatch = {
  order: OrderId
  day: Day
  at: Instant
  /** 派单时长: from acceptance, in minutes */
  minutes: number
  unit: UnitId
  category: string
  region: string
  rule: string
  ruleVersion: string
  /** a person, or `straight` for the platform itself */
  dispatcher: string
  /** who or what classed it: `human`, `model 3` */
  classed: string
  overridden: boolean
  /** 首派有误 */
  wrong: boolean
  /** 派件: leads and co-units, of every dispatch and ruling */
  assigned: number
  returned: number
  returnApproved: number
  /** 因职责不清退单: about duty or ownership, and it took a ruling */
  unclear: number
  adjudicated: boolean
  /** 流转: units that led it */
  units: number
  /** 悬单 is counted from it: when a lead first signed */
  signedAt: Instant | null
}

const classedBy = ({ classification }: Order): string =>
  classification === null ? '' : classification.by === 'model' ? `model ${classification.version}` : classification.by

const signedAt = (order: Order): Instant | null =>
  order.assignments.reduce<Instant | null>(
    (first, a) =>
      a.role === 'lead' && a.signedAt !== null && (first === null || a.signedAt < first) ? a.signedAt : first,
    null,
  )

/** Null: it was never dispatched. */
export function firstDispatchOf(order: Order): FirstDispatch | null {
  const { firstSent: sent } = order
  const first = order.assignments.find((a) => a.role === 'lead')
  if (sent === null || first === undefined) return null
  const ruled = order.adjudication?.ruling != null
  const unclear = order.returns.filter((r) => returnGrounds[r.reason].unclear && r.outcome?.verdict !== 'rejected')
  return {
    order: order.id,
    day: dayOf(sent.at),
    at: sent.at,
    minutes: Math.max(0, (msOf(sent.at) - msOf(order.acceptedAt ?? sent.at)) / 60_000),
    unit: first.unit,
    category: order.request.category ?? '',
    region: order.request.region,
    rule: sent.rule ?? '',
    ruleVersion: sent.ruleVersion,
    dispatcher: sent.by.kind === 'staff' ? sent.by.id : 'straight',
    classed: classedBy(order),
    overridden: sent.overridden,
    wrong: firstDispatchWrong(order),
    assigned: order.assignments.filter((a) => a.role === 'lead' || a.role === 'co').length,
    returned: order.returns.length,
    returnApproved: order.returns.filter((r) => r.outcome?.verdict === 'approved').length,
    unclear: ruled ? unclear.length : 0,
    adjudicated: ruled,
    // A grid worker is no lead, but somebody had it.
    units: Math.max(1, unitsTouched(order)),
    signedAt: signedAt(order),
  }
}
