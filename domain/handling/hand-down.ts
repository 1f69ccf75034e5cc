import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { isOpenUnit, unitsBelow } from '../city/lookup.ts'
import { profileByCode, profileFor, unitClocks } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import { nextAssignment } from '../dispatch/dispatch-order.ts'
import { matterOf } from '../dispatch/matter.ts'
import { pushedDown } from '../grid/departmental.ts'
import { type AssignmentId, type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { type Assignment, canOn, type Order } from '../order/order.ts'
import { ownAssignment } from './assignment-of.ts'

export const HandDown = z.object({
  unit: UnitId,
  note: optionalText(300),
  /** on what ground a departmental matter goes to the grass roots all the same */
  exceptionGround: shortText(200).optional(),
})
export type HandDown = z.infer<typeof HandDown>
type HandDownRefusal =
  | 'not-your-assignment'
  | 'wrong-state'
  | 'not-your-unit-below'
  | 'unit-closed'
  | 'unit-named-twice'
  | 'departmental-matter'

/** A street hands on what the catalogue gave the street; what is a department's it may not (国办函〔2025〕66号 (5)). */
function handedDown(order: Order, from: Assignment, to: UnitId, city: City, now: Instant): boolean {
  const choice = chooseUnit(matterOf(order), city, new Set(), now)
  return choice.co.includes(from.unit) ? false : pushedDown(order, choice, [to], city)
}

/** 下派: a street to its community, a bureau to its station. The upper unit stays responsible and its clocks run on. */
export function handDown(
  order: Order,
  id: AssignmentId,
  wish: HandDown,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, HandDownRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (!canOn(assignment, 'sub-dispatched')) return refuse('wrong-state')
  if (wish.unit === assignment.unit || !unitsBelow(city, assignment.unit).has(wish.unit))
    return refuse('not-your-unit-below')
  if (!isOpenUnit(city, wish.unit)) return refuse('unit-closed')
  if (order.assignments.some((a) => a.parent === id && a.unit === wish.unit)) return refuse('unit-named-twice')
  const down = handedDown(order, assignment, wish.unit, city, now)
  if (down && wish.exceptionGround === undefined) return refuse('departmental-matter')
  const to = { id: nextAssignment(order), unit: wish.unit, role: 'sub' as const, parent: id }
  const profile = profileByCode(city, order.profile) ?? profileFor(city, order.request)
  const clocks = unitClocks(city, profile, to.id, to.unit, now)
  const exception = down ? { exception: { guard: 'departmental-matter', ground: wish.exceptionGround ?? '' } } : {}
  return decide({ kind: 'sub-dispatched', at: now, by, assignment: id, to, note: wish.note, clocks, ...exception })
}
