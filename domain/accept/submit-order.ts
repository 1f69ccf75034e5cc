import { z } from 'zod'
import type { City } from '../city/city.ts'
import { citizenClocks, hotlineClock, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { Classification, OrderEvent, SuggestedMaster } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { classifierVersion, classify } from './classify.ts'

export const SubmitOrder = z.object({
  /** `auto`: the city's share and the classifier's doubt decide; nobody can leave their own work out of review */
  review: z.enum(['auto', 'yes']).default('auto'),
  /** the open order that this one seems to be about again */
  suggestedMaster: OrderId.optional(),
})
export type SubmitOrder = z.infer<typeof SubmitOrder>
/** The decision wants the master with the number that the record shall show. */
export type SubmitWish = Pick<SubmitOrder, 'review'> & { suggestedMaster?: SuggestedMaster | null }
export type SubmitRefusal = 'wrong-state' | 'category-needed' | 'place-too-coarse' | 'contact-needed'

/** Codes of 9 digits and more name a town or street: less than that nobody can be sent to. */
export const TOWN_DIGITS = 9
export const SURE = 0.5

/** Every n-th order by the city's share, decided by the order's own id so that a retry decides the same. */
function sampled(order: Order, share: number): boolean {
  const last = Number.parseInt(order.id.slice(-4), 36)
  return (Number.isNaN(last) ? 0 : last % 1000) < share * 1000
}

function classificationOf(order: Order, by: Actor, city: City): Classification {
  const { title, content, category } = order.request
  const [best] = classify(city, title, content)
  const human = by.kind === 'staff'
  return {
    by: human ? 'human' : by.kind === 'machine' && best?.category !== category ? 'import' : 'keywords',
    version: classifierVersion(city),
    confidence: best?.category === category ? (best?.confidence ?? null) : null,
    reasons: best?.category === category ? [...(best?.reasons ?? [])] : [],
    proposed: best?.category ?? null,
  }
}

/** T05. Starts the citizen's promises (from receipt) and the dispatch clock (from now). */
export function submitOrder(
  order: Order,
  wish: SubmitWish,
  hasContact: boolean,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, SubmitRefusal> {
  if (!can(order, 'submitted')) return refuse('wrong-state')
  const { request } = order
  if (request.region.length < TOWN_DIGITS) return refuse('place-too-coarse')
  if (!hasContact && !request.anonymous) return refuse('contact-needed')
  const classification = classificationOf(order, by, city)
  const unsure = by.kind !== 'staff' && (request.category === null || (classification.confidence ?? 0) < SURE)
  const review = wish.review === 'yes' || unsure || sampled(order, city.policy.reviewShare)
  if (request.category === null && !review) return refuse('category-needed')
  const profile = profileFor(city, request)
  return decide({
    kind: review ? 'submitted-for-review' : 'submitted',
    at: now,
    by,
    classification,
    profile: profile.code,
    clocks: [...citizenClocks(city, profile, order.receivedAt), ...hotlineClock(city, profile, 'C1', 1, now)],
    ...(wish.suggestedMaster ? { suggestedMaster: wish.suggestedMaster } : {}),
  })
}
