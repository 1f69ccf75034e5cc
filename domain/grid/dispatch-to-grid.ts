import { z } from 'zod'
import { optionalText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { territorialUnit } from '../city/lookup.ts'
import { profileFor, unitClocks } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import { nextAssignment } from '../dispatch/dispatch-order.ts'
import { matterOf } from '../dispatch/matter.ts'
import { unitsThatReturned } from '../dispatch/returns.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { NewAssignment, OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { chooseWorker, type GridRefusal, matterGuards, mayBeExcepted } from './grid-refused.ts'
import { type GridLoad, postFor } from './grid-worker.ts'

export const DispatchToGrid = z.object({
  note: optionalText(300),
  /** on what ground a guard is set aside, by whoever sends it: kept in the log with their name */
  exceptionGround: optionalText(200),
})
export type DispatchToGrid = z.infer<typeof DispatchToGrid>
type DispatchToGridRefusal = 'wrong-state' | GridRefusal

/**
 * T07 to the grid (热线+网格双派单): the place's worker has it at once, their community is the unit, the street gets a
 * shadow notice and the matter counts for it. The limits are those of the grid profile.
 */
export function dispatchToGrid(
  order: Order,
  wish: DispatchToGrid,
  by: Actor,
  city: City,
  load: GridLoad,
  now: Instant,
): Decision<OrderEvent, DispatchToGridRefusal> {
  if (!can(order, 'dispatched')) return refuse('wrong-state')
  const against = matterGuards(order, city, now)
  const refused = against.find((guard) => wish.exceptionGround === null || !mayBeExcepted(guard))
  if (refused !== undefined) return refuse(refused)
  const worker = chooseWorker(order, city, load, now)
  if (typeof worker === 'string') return refuse(worker)
  const { region } = order.request
  const profile = profileFor(city, order.request, 'grid')
  const assignment: NewAssignment = {
    id: nextAssignment(order),
    unit: worker.unit,
    role: 'lead',
    parent: null,
    grid: {
      worker: worker.id,
      post: postFor(worker, load.grid ?? region),
      street: territorialUnit(city, 'town', region),
    },
  }
  return decide({
    kind: 'dispatched',
    at: now,
    by,
    assignments: [assignment],
    choice: chooseUnit(matterOf(order), city, unitsThatReturned(order), now),
    overrideReason: null,
    note: wish.note,
    profile: profile.code,
    clocks: unitClocks(city, profile, assignment.id, assignment.unit, now),
    ...(wish.exceptionGround === null || against.length === 0
      ? {}
      : { exception: { guard: against.join(' '), ground: wish.exceptionGround } }),
  })
}
