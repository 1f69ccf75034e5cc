import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { profileFor, unitClocks } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { FileHash, type Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { type NewAssignment, type OrderEvent, UnitOpinion } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { LIVE } from '../order/states.ts'
import { recalled } from './decide-return.ts'
import { nextAssignment } from './dispatch-order.ts'

export const Adjudicate = z.object({
  lead: UnitId,
  co: z.array(UnitId).max(8).default([]),
  /** the decision in words: whose it is and why */
  ruling: shortText(500),
  opinions: z.array(UnitOpinion).max(12).default([]),
  /** who sat together, what was said: 会议纪要 */
  minutes: shortText(2000),
  minutesNo: optionalText(100),
  evidence: z.array(FileHash).max(9).default([]),
})
export type Adjudicate = z.infer<typeof Adjudicate>
type AdjudicateRefusal =
  | 'wrong-state'
  | 'unknown-unit'
  | 'not-a-handling-unit'
  | 'unit-closed'
  | 'unit-named-twice'
  | 'unit-not-heard'
  | 'unknown-file'

/** The units whose word is needed: all that asked to give it back. */
export const unitsToHear = (order: Pick<Order, 'returns'>): readonly UnitId[] => [
  ...new Set(order.returns.map((request) => request.unit)),
]

/** What units said by themselves, the last of each; whoever rules may add what was said elsewhere. */
const filedOpinions = (order: Pick<Order, 'adjudication'>): readonly UnitOpinion[] => [
  ...new Map((order.adjudication?.filed ?? []).map(({ unit, opinion }) => [unit, { unit, opinion }])).values(),
]

function refused(order: Order, wish: Adjudicate, city: City): AdjudicateRefusal | null {
  const units = [wish.lead, ...wish.co]
  const known = [...units, ...wish.opinions.map((o) => o.unit)].map((unit) => city.units.get(unit))
  if (known.includes(undefined)) return 'unknown-unit'
  const named = units.map((unit) => city.units.get(unit))
  if (named.some((unit) => unit?.type === 'hotline')) return 'not-a-handling-unit'
  if (named.some((unit) => unit?.active === false)) return 'unit-closed'
  if (new Set(units).size !== units.length) return 'unit-named-twice'
  const heard = new Set([...wish.opinions, ...filedOpinions(order)].map((o) => o.unit))
  if (!unitsToHear(order).every((unit) => heard.has(unit))) return 'unit-not-heard'
  return wish.evidence.every((hash) => order.files.some((f) => f.file === hash)) ? null : 'unknown-file'
}

/**
 * T15 裁定指定: binding, so no unit is out of bounds, not even one that gave it back, and nobody returns it afterwards.
 * The lead's clocks begin anew; co-units that were at it and stay go on with theirs.
 */
export function adjudicate(
  order: Order,
  wish: Adjudicate,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, AdjudicateRefusal> {
  if (!can(order, 'adjudicated')) return refuse('wrong-state')
  const no = refused(order, wish, city)
  if (no !== null) return refuse(no)
  const profile = profileFor(city, order.request)
  const going = order.assignments.filter(
    (a) => a.role === 'co' && LIVE.includes(a.state) && a.state !== 'return-requested' && wish.co.includes(a.unit),
  )
  const coming = [wish.lead, ...wish.co.filter((unit) => !going.some((a) => a.unit === unit))]
  const assignments: NewAssignment[] = coming.map((unit, i) => ({
    id: nextAssignment(order, i),
    unit,
    role: i === 0 ? 'lead' : 'co',
    parent: null,
  }))
  const kept = going.map((a) => a.id)
  const others = order.assignments.filter(
    (a) => !kept.includes(a.id) && !(a.parent !== null && kept.includes(a.parent)),
  )
  const { lead: _lead, co: _co, opinions, ...said } = wish
  const written = new Set(opinions.map((o) => o.unit))
  const heard = [...opinions, ...filedOpinions(order).filter((o) => !written.has(o.unit))]
  return decide<OrderEvent>(...recalled(others, wish.ruling, by, now), {
    kind: 'adjudicated',
    at: now,
    by,
    assignments,
    kept,
    ...said,
    opinions: heard,
    profile: profile.code,
    clocks: assignments.flatMap((a) => unitClocks(city, profile, a.id, a.unit, now)),
  })
}
