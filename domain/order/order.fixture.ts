import { NOTHING_SUGGESTED } from '../accept/category-suggestion.ts'
import { openOrder, RequestWish } from '../accept/open-order.ts'
import { type KnownAtSubmit, submitOrder } from '../accept/submit-order.ts'
import type { City } from '../city/city.ts'
import type { Decision } from '../decision.ts'
import { dispatchOrder } from '../dispatch/dispatch-order.ts'
import { recordContact } from '../handling/record-contact.ts'
import { ReportResult, reportResult } from '../handling/report-result.ts'
import { reviewReply } from '../handling/review-reply.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import type { AssignmentId, Instant, OrderId, UnitId } from '../ids.ts'
import type { Actor } from './actor.ts'
import { assignmentIdOf } from './assignment-id.ts'
import type { OrderEvent } from './event.ts'
import { apply, opened } from './fold.ts'
import type { Order } from './order.ts'

/** Shanghai wall time for tests: `at('2026-03-02 10:00')`. */
export const at = (text: string): Instant => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString() as Instant

export const agent: Actor = { kind: 'staff', id: 's-agent1', role: 'agent', unit: 'hotline' as UnitId }
export const dispatcher: Actor = { ...agent, id: 's-dispatcher1', role: 'dispatcher' }
export const reviewer: Actor = { ...agent, id: 's-reviewer1', role: 'reviewer' }
export const caller: Actor = { ...agent, id: 's-callback1', role: 'callback-agent' }
export const liaison = (unit: string): Actor => ({
  kind: 'staff',
  id: `s-${unit}`,
  role: 'liaison',
  unit: unit as UnitId,
})

export function done<E extends OrderEvent, R extends string>(order: Order, decision: Decision<E, R>): Order {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return (decision.events as readonly OrderEvent[]).reduce(apply, order)
}

/** A pothole in a town of the city, from a named citizen who wants an answer. */
export function openedOrder(city: City, wish: Partial<RequestWish>, now: Instant): Order {
  const town = [...city.regions.values()].find((region) => region.level === 'town')
  const scene = [...city.categories.values()].find((c) => c.level === 3 && c.kind === 'general' && !c.hazard)
  const request = RequestWish.parse({
    requestType: 'complaint',
    title: '路面坑洼',
    content: '小区门口路面坑洼,车辆颠簸,请尽快修补',
    category: scene?.code,
    region: town?.code,
    ...wish,
  })
  const id = '01KJQ000000000000000000000' as OrderId
  const decision = openOrder(
    { channel: 'phone', request },
    { id, no: 'HL2603020000017', queryCode: 'ABC234' },
    agent,
    city,
    now,
  )
  if (!decision.ok) throw new Error(decision.refusal)
  const [first] = decision.events
  if (first === undefined) throw new Error('not opened')
  return opened(id, first)
}

/** Somebody can be called back, and no model has said anything. */
export const reachable: KnownAtSubmit = { contact: true, suggestion: NOTHING_SUGGESTED }

export const submitted = (city: City, wish: Partial<RequestWish>, now: Instant): Order => {
  const order = openedOrder(city, wish, now)
  return done(order, submitOrder(order, { review: 'auto' }, reachable, agent, city, now))
}

export function dispatched(
  city: City,
  units: readonly [string, ...string[]],
  now: Instant,
  wish: Partial<RequestWish> = {},
): Order {
  const order = submitted(city, wish, now)
  const [lead, ...co] = units as unknown as [UnitId, ...UnitId[]]
  return done(order, dispatchOrder(order, { lead, co, overrideReason: '测试', note: null }, dispatcher, city, now))
}

export const nth = (order: Order, n: number): AssignmentId => assignmentIdOf({ orderId: order.id, n })

export const report = (more: Partial<ReportResult> = {}): ReportResult =>
  ReportResult.parse({
    handling: '现场查看后已安排修补',
    publicReply: '您反映的路面已于今日修补完成,感谢监督。',
    factTrue: 'yes',
    solved: 'solved',
    signer: '张三',
    ...more,
  })

export function handled(order: Order, n: number, unit: string, city: City, now: Instant): Order {
  const by = liaison(unit)
  const id = nth(order, n)
  const signed = done(order, signAssignment(order, id, by, now))
  const contact = { method: 'phone', result: 'connected', summary: '已说明处理安排', evidence: [] } as const
  const contacted = done(signed, recordContact(signed, id, { ...contact, evidence: [] }, by, city, now))
  return done(contacted, reportResult(contacted, id, report(), by, city, now))
}

export const approved = (order: Order, city: City, now: Instant): Order =>
  done(order, reviewReply(order, { verdict: 'approve' }, reviewer, city, now))

/** As it stands before the call: one unit has answered, and its reply is approved. */
export const awaitingCallback = (city: City): Order =>
  approved(
    handled(
      dispatched(city, ['city-management'], at('2026-03-02 10:00')),
      1,
      'city-management',
      city,
      at('2026-03-03 09:00'),
    ),
    city,
    at('2026-03-03 10:00'),
  )

export const satisfied = {
  contacted: true,
  replyTrue: true,
  solved: 'yes',
  satisfaction: 5,
  attitude: 5,
  reason: null,
  opinion: null,
} as const
export const dissatisfied = { ...satisfied, solved: 'no', satisfaction: 1, reason: '没有修好' } as const
