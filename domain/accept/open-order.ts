import { z } from 'zod'
import type { City } from '../city/city.ts'
import { isHazard, isOffered, kindOf } from '../city/lookup.ts'
import { Channel, Confidential, Kind } from '../city/vocabulary.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type CategoryCode, Instant, type OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { PublicRequest, shortText } from './request.ts'

/** A request as it comes in: what the city knows better than the caller may be left out. */
export const RequestWish = PublicRequest.extend({
  title: shortText(50).optional(),
  kind: Kind.optional(),
  hazard: z.boolean().optional(),
  confidential: Confidential.optional(),
})
export type RequestWish = z.infer<typeof RequestWish>

export const OpenOrder = z.object({ channel: Channel, receivedAt: Instant.optional(), request: RequestWish })
export type OpenOrder = z.infer<typeof OpenOrder>
export type NewNumbers = { id: OrderId; no: string; queryCode: string }
export type RequestRefusal = 'unknown-category' | 'category-closed' | 'unknown-region'

const TITLE_CHARS = 40

/** Cut between characters: half of one cannot be stored. */
function beginningOf(text: string): string {
  const cut = text.replace(/\s+/g, ' ').slice(0, TITLE_CHARS)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** Fills in what follows from the city: kind and hazard from the scene, confidentiality from the type, a title from the text. */
export function completeRequest(wish: RequestWish, city: City): PublicRequest {
  return {
    ...wish,
    title: wish.title ?? beginningOf(wish.content),
    kind: wish.kind ?? kindOf(city, wish.category),
    hazard: wish.hazard ?? isHazard(city, wish.category),
    confidential: wish.confidential ?? (city.policy.confidentialTypes.includes(wish.requestType) ? 'contact' : 'none'),
  }
}

/** `kept`: the category the order has already, which it may keep though it was closed since. */
export function knownPlaceAndMatter(
  request: PublicRequest,
  city: City,
  kept: CategoryCode | null = null,
): RequestRefusal | null {
  const { category } = request
  if (category !== null && !city.categories.has(category)) return 'unknown-category'
  if (category !== null && category !== kept && !isOffered(city, category)) return 'category-closed'
  return city.regions.has(request.region) ? null : 'unknown-region'
}

/**
 * T01. The citizen's clock counts from `receivedAt`, which only an import or a late record may set, and never to the
 * future; everything else carries the server's own time (rule (a): no back-dating).
 */
export function openOrder(
  wish: OpenOrder,
  numbers: NewNumbers,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent & { kind: 'opened' }, RequestRefusal | 'received-in-future'> {
  const receivedAt = wish.receivedAt ?? now
  if (receivedAt > now) return refuse('received-in-future')
  const request = completeRequest(wish.request, city)
  const unknown = knownPlaceAndMatter(request, city)
  if (unknown !== null) return refuse(unknown)
  return decide({
    kind: 'opened',
    at: now,
    by,
    no: numbers.no,
    queryCode: numbers.queryCode,
    channel: wish.channel,
    receivedAt,
    request,
    taxonomyVersion: city.policy.taxonomyVersion,
  })
}
