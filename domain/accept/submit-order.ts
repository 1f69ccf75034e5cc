import { z } from 'zod'
import type { City } from '../city/city.ts'
import { citizenClocks, hotlineClock, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { Classification, OrderEvent, SuggestedMaster } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import type { CategorySuggestion } from './category-suggestion.ts'

export const SubmitOrder = z.object({
  /** `auto`: the city's share and the model's doubt decide; nobody can leave their own work out of review */
  review: z.enum(['auto', 'yes']).default('auto'),
  /** the open order that this one seems to be about again */
  suggestedMaster: OrderId.optional(),
})
export type SubmitOrder = z.infer<typeof SubmitOrder>
/** The decision wants the master with the number that the record shall show. */
type SubmitWish = Pick<SubmitOrder, 'review'> & { suggestedMaster?: SuggestedMaster | null }
type SubmitRefusal = 'wrong-state' | 'category-needed' | 'place-too-coarse' | 'contact-needed'

/** What the shell knows and no event says: whether somebody can be reached, and what the model makes of the text. */
export type KnownAtSubmit = { contact: boolean; suggestion: CategorySuggestion }

/** Codes of 9 digits and more name a town or street: less than that nobody can be sent to. */
export const TOWN_DIGITS = 9

/** Every n-th order by the city's share, decided by the order's own id so that a retry decides the same. */
function sampled(order: Order, share: number): boolean {
  const last = Number.parseInt(order.id.slice(-4), 36)
  return (Number.isNaN(last) ? 0 : last % 1000) < share * 1000
}

function classificationOf(order: Order, suggestion: CategorySuggestion, by: Actor): Classification {
  const [best] = suggestion.suggestions
  const agreed = best !== undefined && best.category === order.request.category ? best : null
  return {
    by: by.kind === 'staff' ? 'human' : by.kind === 'machine' && agreed === null ? 'import' : 'model',
    version: suggestion.version,
    confidence: agreed?.probability ?? null,
    reasons: [...(agreed?.reasons ?? [])],
    proposed: best?.category ?? null,
  }
}

/** T05. Starts the citizen's promises (from receipt) and the dispatch clock (from now). */
export function submitOrder(
  order: Order,
  wish: SubmitWish,
  known: KnownAtSubmit,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, SubmitRefusal> {
  if (!can(order, 'submitted')) return refuse('wrong-state')
  const { request } = order
  if (request.region.length < TOWN_DIGITS) return refuse('place-too-coarse')
  if (!known.contact && !request.anonymous) return refuse('contact-needed')
  const classification = classificationOf(order, known.suggestion, by)
  const unsure = by.kind !== 'staff' && (classification.confidence === null || !known.suggestion.sure)
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
