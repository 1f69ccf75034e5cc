import { z } from 'zod'
import { optionalText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { hotlineClock, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { recalled } from '../dispatch/decide-return.ts'
import { ownAssignment } from '../handling/assignment-of.ts'
import type { AssignmentId, FileHash, Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import { type Assignment, canOn, type Order } from '../order/order.ts'
import { attachPhotos, gridPhotos, type KnownFile } from './attach-photos.ts'
import { ReportUpGround } from './grid-part.ts'

export const ReportUp = z.object({
  ground: ReportUpGround.exclude(['over-24-hours']),
  note: optionalText(300),
  photos: gridPhotos.default([]),
})
export type ReportUp = z.infer<typeof ReportUp>
type ReportUpRefusal =
  | 'not-your-assignment'
  | 'not-a-grid-assignment'
  | 'wrong-state'
  | 'unknown-file'
  | 'too-many-files'

type Why = { ground: ReportUpGround; note: string | null; evidence: FileHash[] }

/** The order goes back to the dispatch desk with everything that happened; the citizen's limits run on. */
export function goingUp(
  order: Order,
  assignment: Assignment,
  why: Why,
  by: Actor,
  city: City,
  now: Instant,
): OrderEvent[] {
  const others = order.assignments.filter((a) => a.id !== assignment.id)
  const rounds = order.clocks.filter((clock) => clock.code === 'C1').length + 1
  const clocks = hotlineClock(city, profileFor(city, order.request), 'C1', rounds, now)
  return [
    ...recalled(others, why.note ?? '网格上报', by, now),
    { kind: 'reported-up', at: now, by, assignment: assignment.id, ...why, clocks },
  ]
}

/** T32 网格上报: one tap, any time before the result; a refusal with a reason is the same step and costs the worker nothing. */
export function reportUp(
  order: Order,
  id: AssignmentId,
  wish: ReportUp & { files: readonly KnownFile[] },
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ReportUpRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  if (assignment.grid === null) return refuse('not-a-grid-assignment')
  if (!canOn(assignment, 'reported-up')) return refuse('wrong-state')
  const attached = attachPhotos(order, wish.photos, wish.files, by, now)
  if (!attached.ok) return attached
  const so = attached.events.reduce(apply, order)
  const why = { ground: wish.ground, note: wish.note, evidence: wish.photos.map(({ file }) => file) }
  return decide(...attached.events, ...goingUp(so, assignment, why, by, city, now))
}
