import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City, SlaProfile } from '../city/city.ts'
import { profileByCode, profileFor, unitClocks } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { pushedDown } from '../grid/departmental.ts'
import { withArrival } from '../grid/whistle-arrival.ts'
import { type AssignmentId, type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { assignmentIdOf } from '../order/assignment-id.ts'
import type { DispatchChoice, NewAssignment, OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { chooseUnit } from './choose-unit.ts'
import { matterOf } from './matter.ts'
import { unitsThatReturned } from './returns.ts'

export const DispatchOrder = z.object({
  lead: UnitId,
  co: z.array(UnitId).max(8).default([]),
  /** needed when the lead is not the one the rules propose */
  overrideReason: optionalText(200),
  note: optionalText(300),
  /** on what ground a departmental matter goes to the grass roots all the same: kept with the name of who sends it */
  exceptionGround: shortText(200).optional(),
})
export type DispatchOrder = z.infer<typeof DispatchOrder>
export type DispatchRefusal =
  | 'wrong-state'
  | 'unknown-unit'
  | 'not-a-handling-unit'
  | 'unit-closed'
  | 'unit-named-twice'
  | 'override-needs-reason'
  | 'unit-already-returned-it'
  | 'departmental-matter'

/** The next free number of the order's assignments; also used when a unit hands down. */
export const nextAssignment = (order: Order, offset = 0): AssignmentId =>
  assignmentIdOf({ orderId: order.id, n: order.assignments.length + 1 + offset })

type UnitRefusal = Extract<
  DispatchRefusal,
  'unknown-unit' | 'not-a-handling-unit' | 'unit-closed' | 'unit-already-returned-it'
>

/** Why this unit may not get this order, asked by the decision and by the screen that offers units; null: it may. */
export function unitRefused(order: Order, unit: UnitId, city: City): UnitRefusal | null {
  const known = city.units.get(unit)
  if (known === undefined) return 'unknown-unit'
  if (known.type === 'hotline') return 'not-a-handling-unit'
  if (!known.active) return 'unit-closed'
  return unitsThatReturned(order).has(unit) ? 'unit-already-returned-it' : null
}

function unitsRefused(order: Order, units: readonly UnitId[], city: City): DispatchRefusal | null {
  const refused = units.map((unit) => unitRefused(order, unit, city))
  for (const refusal of ['unknown-unit', 'not-a-handling-unit', 'unit-closed'] as const)
    if (refused.includes(refusal)) return refusal
  if (new Set(units).size !== units.length) return 'unit-named-twice'
  return refused.find((refusal) => refusal !== null) ?? null
}

/** The limits of the rule that proposed this unit, where it names some; a unit chosen by hand gets the request's own. */
export const dispatchProfile = (order: Order, choice: DispatchChoice, lead: UnitId, city: City): SlaProfile =>
  withArrival(
    order,
    city,
    (lead === choice.lead ? profileByCode(city, choice.profile) : undefined) ?? profileFor(city, order.request),
  )

/** T07, first dispatch and every re-dispatch: these units' clocks start now, the citizen's has been running. */
export function dispatchOrder(
  order: Order,
  wish: DispatchOrder,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, DispatchRefusal> {
  if (!can(order, 'dispatched')) return refuse('wrong-state')
  const refused = unitsRefused(order, [wish.lead, ...wish.co], city)
  if (refused !== null) return refuse(refused)
  const choice = chooseUnit(matterOf(order), city, unitsThatReturned(order), now)
  if (choice.lead !== wish.lead && wish.overrideReason === null) return refuse('override-needs-reason')
  const down = pushedDown(order, choice, [wish.lead, ...wish.co], city)
  if (down && wish.exceptionGround === undefined) return refuse('departmental-matter')
  const profile = dispatchProfile(order, choice, wish.lead, city)
  const assignments: NewAssignment[] = [wish.lead, ...wish.co].map((unit, i) => ({
    id: nextAssignment(order, i),
    unit,
    role: i === 0 ? 'lead' : 'co',
    parent: null,
  }))
  return decide({
    kind: 'dispatched',
    at: now,
    by,
    assignments,
    choice,
    overrideReason: wish.overrideReason,
    note: wish.note,
    profile: profile.code,
    clocks: assignments.flatMap((a) => unitClocks(city, profile, a.id, a.unit, now)),
    ...(down ? { exception: { guard: 'departmental-matter', ground: wish.exceptionGround ?? '' } } : {}),
  })
}
