import { z } from 'zod'
import type { City } from '../city/city.ts'
import type { RequestType } from '../city/vocabulary.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { optionalText, shortText } from './request.ts'

export const AnswerOrder = z.object({
  answer: shortText(1000),
  /** the knowledge item the answer rests on, where there is one */
  knowledge: optionalText(64),
  solvedOnCall: z.boolean().default(false),
})
export type AnswerOrder = z.infer<typeof AnswerOrder>

export const ANSWERABLE: readonly RequestType[] = ['consult', 'praise', 'suggestion']

/** T02 直接答复: questions, praise and suggestions end at the hotline; anything else only if it was solved on the call. */
export function answerOrder(
  order: Order,
  wish: AnswerOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'needs-handling'> {
  if (!can(order, 'answered')) return refuse('wrong-state')
  if (!ANSWERABLE.includes(order.request.requestType) && !wish.solvedOnCall) return refuse('needs-handling')
  return decide({ kind: 'answered', at: now, by, answer: wish.answer, knowledge: wish.knowledge })
}

export const DeclineOrder = z.object({ reason: shortText(40), told: optionalText(500) })
export type DeclineOrder = z.infer<typeof DeclineOrder>

/** T03 不予受理: only for a reason of the city's list, and never without telling the proper way. */
export function declineOrder(
  order: Order,
  wish: DeclineOrder,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | 'unknown-reason'> {
  if (!can(order, 'not-accepted')) return refuse('wrong-state')
  const reason = city.notAcceptedReasons.find((known) => known.code === wish.reason)
  if (reason === undefined) return refuse('unknown-reason')
  return decide({ kind: 'not-accepted', at: now, by, reason: reason.code, told: wish.told ?? reason.script })
}

export const TransferOrder = z.object({ target: shortText(60), threeWay: z.boolean().default(false) })
export type TransferOrder = z.infer<typeof TransferOrder>

/** T04 一键转接: emergencies and other lines; the time is the record's own. */
export function transferOrder(
  order: Order,
  wish: TransferOrder,
  by: Actor,
  now: Instant,
): Decision<OrderEvent, 'wrong-state'> {
  if (!can(order, 'transferred')) return refuse('wrong-state')
  return decide({ kind: 'transferred', at: now, by, target: wish.target, threeWay: wish.threeWay })
}
