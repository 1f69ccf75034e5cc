import { z } from 'zod'
import { optionalText } from '../accept/request.ts'
import type { City, LightRule } from '../city/city.ts'
import type { Light } from '../city/vocabulary.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { chosenWithLead } from '../handling/review-reply.ts'
import { type AssignmentId, Instant, instantOf } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { CallbackAnswers, CallbackChannel, type OrderEvent } from '../order/event.ts'
import { can, type Order, worse } from '../order/order.ts'
import { reworkClocks } from './rework.ts'

export const RecordCallback = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('unreached'),
    channel: CallbackChannel,
    why: z.enum(['no-answer', 'refused', 'wrong-number']),
    nextAt: Instant.nullable().default(null),
  }),
  z.object({
    result: z.literal('answered'),
    channel: CallbackChannel,
    answers: CallbackAnswers,
    /** `close` needs a note when the citizen is dissatisfied: handled reasonably though */
    /** `split`: of an order merged into another, which is another matter after all */
    outcome: z.enum(['close', 'rework', 'split']),
    note: optionalText(300),
  }),
])
export type RecordCallback = z.infer<typeof RecordCallback>
export type CallbackRefusal =
  | 'wrong-state'
  | 'dissatisfied-needs-rework-or-note'
  | 'rework-needs-ground'
  | 'rework-limit-reached'
  | 'next-attempt-not-ahead'
  | 'split-needs-ground'
  | 'not-merged'

export const isDissatisfied = (answers: CallbackAnswers): boolean =>
  answers.solved === 'no' || (answers.satisfaction !== null && answers.satisfaction <= 2)

/** Why it cannot be ordered to be done again; null where it can. */
export function againstRework(order: Pick<Order, 'reworkCount'>, answers: CallbackAnswers, limit: number) {
  if (!isDissatisfied(answers)) return 'rework-needs-ground' as const
  return order.reworkCount >= limit ? ('rework-limit-reached' as const) : null
}

/** Closing over a dissatisfied citizen needs a word on why the handling stands. */
export const againstClosing = (answers: CallbackAnswers, note: string | null) =>
  isDissatisfied(answers) && note === null ? ('dissatisfied-needs-rework-or-note' as const) : null

const hit = (rules: readonly LightRule[], kind: 'dissatisfied' | 'rework', times: number): Light | null =>
  rules
    .filter(({ when }) => when.kind === kind && times >= when.times)
    .reduce<Light | null>((light, rule) => worse(light ?? 'green', rule.light), null)

/** Unless the agent names a time, the attempts are spread evenly over the city's window. */
const nextAttempt = (city: City, now: Instant): Instant =>
  instantOf(Date.parse(now) + (city.policy.callbackWindowHours / city.policy.callbackAttempts) * 3_600_000)

function unreached(order: Order, wish: RecordCallback & { result: 'unreached' }, by: Actor, city: City, now: Instant) {
  if (wish.nextAt !== null && wish.nextAt <= now) return refuse('next-attempt-not-ahead')
  const last = order.callbackAttempts + 1 >= city.policy.callbackAttempts
  const attempt: OrderEvent = {
    kind: 'callback-attempted',
    at: now,
    by,
    channel: wish.channel,
    result: wish.why,
    nextAt: last ? null : (wish.nextAt ?? nextAttempt(city, now)),
  }
  const close: OrderEvent = { kind: 'closed', at: now, by, ground: 'unreachable', note: null }
  return last ? decide<OrderEvent>(attempt, close) : decide<OrderEvent>(attempt)
}

export function redo(order: Order, reason: string, by: Actor, city: City, now: Instant): OrderEvent | null {
  const again = chosenWithLead(order, [] as AssignmentId[], 'accepted')
  if (again === undefined) return null
  return {
    kind: 'rework-ordered',
    at: now,
    by,
    assignments: again.map((a) => a.id),
    reason,
    light: hit(city.lights, 'rework', order.reworkCount + 1),
    clocks: reworkClocks(order, again, city, now),
  }
}

export function heard(
  order: Order,
  answers: CallbackAnswers,
  channel: z.infer<typeof CallbackChannel>,
  by: Actor,
  city: City,
  now: Instant,
): OrderEvent {
  const before = order.firstCallback !== null && isDissatisfied(order.firstCallback) ? 1 : 0
  const light = isDissatisfied(answers) ? hit(city.lights, 'dissatisfied', before + 1) : null
  return { kind: 'callback-answered', at: now, by, channel, answers, light }
}

/** T23 / T24 回访: the citizen's own words decide between closing and doing it again; the record keeps both. */
export function recordCallback(
  order: Order,
  wish: RecordCallback,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, CallbackRefusal> {
  if (!can(order, 'callback-answered')) return refuse('wrong-state')
  if (wish.result === 'unreached') return unreached(order, wish, by, city, now)
  const { answers } = wish
  const dissatisfied = isDissatisfied(answers)
  const answered = heard(order, answers, wish.channel, by, city, now)
  if (wish.outcome === 'split') return refuse('not-merged')
  if (wish.outcome === 'rework') {
    const against = againstRework(order, answers, city.policy.reworkLimit)
    if (against !== null) return refuse(against)
    const again = redo(order, answers.reason ?? wish.note ?? answers.opinion ?? '', by, city, now)
    return again === null ? refuse('wrong-state') : decide(answered, again)
  }
  const open = againstClosing(answers, wish.note)
  if (open !== null) return refuse(open)
  const ground = dissatisfied ? 'reasonable-handling' : 'satisfied'
  return decide<OrderEvent>(answered, { kind: 'closed', at: now, by, ground, note: wish.note })
}

/** 好差评 by the citizen: satisfied closes at once; dissatisfied stays with the callback agents, who decide on rework. */
export function rateOrder(
  order: Order,
  answers: CallbackAnswers,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, 'wrong-state'> {
  if (!can(order, 'callback-answered')) return refuse('wrong-state')
  const answered = heard(order, answers, 'web', by, city, now)
  const close: OrderEvent = { kind: 'closed', at: now, by, ground: 'satisfied', note: null }
  return isDissatisfied(answers) || answers.satisfaction === null
    ? decide(answered)
    : decide<OrderEvent>(answered, close)
}
