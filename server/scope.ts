import type { StoredOrder } from '#db/orders.ts'
import { unitsBelow } from '#domain/city/lookup.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { unitsToHear } from '#domain/dispatch/adjudicate.ts'
import { responsibleOf } from '#domain/dispatch/returns.ts'
import type { UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { isOpen } from '#domain/order/states.ts'
import type { Caller, Shell } from './shell.ts'

/** The hotline's own desks: they speak with the citizen, so they may know who it is. */
const KNOWS_CITIZEN: readonly Role[] = [
  'agent',
  'shift-lead',
  'reviewer',
  'dispatcher',
  'dispatch-lead',
  'supervisor',
  'callback-agent',
  'quality-checker',
]

/** Roles that work for the whole city, or for their region if one is set; all others only through their unit. */
const CITY_WIDE: readonly Role[] = [...KNOWS_CITIZEN, 'analyst', 'leader', 'administrator']

/** Roles that answer for a matter once their unit has signed for it. */
const SIGNS: readonly Role[] = ['liaison', 'unit-leader']

export const worksCityWide = (role: Role): boolean => CITY_WIDE.includes(role)

/** Whether a role learns who asks: at once, once its unit has signed, or never. */
export function knowledgeOf(role: Role): 'yes' | 'once-signed' | 'no' {
  if (KNOWS_CITIZEN.includes(role)) return 'yes'
  return SIGNS.includes(role) ? 'once-signed' : 'no'
}

const has = (caller: Caller, roles: readonly Role[]): boolean =>
  caller.kind === 'staff' && caller.roles.some((role) => roles.includes(role))

export const isHotlineDesk = (caller: Caller): boolean => has(caller, KNOWS_CITIZEN)

export type Reach = { region: string | null; units: readonly UnitId[] | null }

/** `units: null` is every unit; an empty list reaches nothing. */
export function reachOf(shell: Pick<Shell, 'caller' | 'city'>): Reach {
  const { caller, city } = shell
  if (caller.kind === 'citizen') return { region: null, units: [] }
  if (caller.kind === 'machine')
    return { region: null, units: caller.unit === null ? null : [...unitsBelow(city, caller.unit)] }
  if (has(caller, CITY_WIDE)) return { region: caller.region, units: null }
  return { region: caller.region, units: [...unitsBelow(city, caller.unit)] }
}

/**
 * Given back or taken back, an order is out of the unit's sight again, as soon as another has signed: until then the
 * first receiver answers for it (首接负责).
 */
export function bindsOneOf(order: Order, units: readonly UnitId[]): boolean {
  if (order.assignments.some((a) => a.state !== 'returned' && a.state !== 'cancelled' && units.includes(a.unit)))
    return true
  // 听取意见: who gave it back reads what is to be ruled on, until the ruling.
  if (order.state === 'in-adjudication' && unitsToHear(order).some((unit) => units.includes(unit))) return true
  const responsible = isOpen(order.state) ? responsibleOf(order) : null
  return responsible !== null && units.includes(responsible)
}

export function orderInReach(shell: Pick<Shell, 'caller' | 'city'>, stored: Pick<StoredOrder, 'order'>): boolean {
  const reach = reachOf(shell)
  if (isGridWorkerOf(shell, stored.order)) return true
  if (reach.region !== null && !stored.order.request.region.startsWith(reach.region)) return false
  return reach.units === null || bindsOneOf(stored.order, reach.units) || leftTheGridOf(stored.order, reach.units)
}

/**
 * 网格上报: street and community are told that it went back to the desk, and may read why until a department has signed.
 * They read it as anybody with nothing to do in it, without the citizen.
 */
const leftTheGridOf = (order: Order, units: readonly UnitId[]): boolean =>
  isOpen(order.state) &&
  order.reportsUp.length > 0 &&
  order.assignments.some(
    ({ grid, unit }) =>
      grid !== null && (units.includes(unit) || (grid.street !== null && units.includes(grid.street))),
  ) &&
  !order.assignments.some(
    (a) => a.grid === null && a.signedAt !== null && a.state !== 'returned' && a.state !== 'cancelled',
  )

/** 网格员: what they were given themselves, also as a stand-in outside their own grid, and what they reported. */
const isGridWorkerOf = ({ caller }: Pick<Shell, 'caller'>, order: Order): boolean =>
  caller.kind === 'staff' &&
  caller.roles.includes('grid-worker') &&
  (order.assignments.some((a) => a.grid?.worker === caller.id && a.state !== 'returned' && a.state !== 'cancelled') ||
    (order.channel === 'grid-report' && order.acceptedBy.id === caller.id))

/**
 * The desk of a unit that the order binds: it sees a form of address and a masked number. Grid workers, crews and
 * everybody else never learn who asks (domain.md §10: need to know).
 */
export function isUnitDesk({ caller }: Pick<Shell, 'caller'>, order: Order): boolean {
  return caller.kind === 'staff' && has(caller, SIGNS) && bindsOneOf(order, [caller.unit])
}

/** A unit's person answers for the citizen's matter once the unit has signed for it; grid workers and crews never. */
export function isSignedHandler(shell: Pick<Shell, 'caller'>, order: Order): boolean {
  const { caller } = shell
  return (
    has(caller, SIGNS) &&
    caller.kind === 'staff' &&
    order.assignments.some(
      (a) => a.unit === caller.unit && a.signedAt !== null && a.state !== 'returned' && a.state !== 'cancelled',
    )
  )
}
