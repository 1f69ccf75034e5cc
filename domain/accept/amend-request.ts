import { z } from 'zod'
import type { City } from '../city/city.ts'
import { citizenClocks, profileFor } from '../deadline/start-clock.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import type { Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { completeRequest, knownPlaceAndMatter, type RequestRefusal, RequestWish } from './open-order.ts'
import { shortText } from './request.ts'

export const AmendRequest = z.object({ request: RequestWish, reason: shortText(200) })
export type AmendRequest = z.infer<typeof AmendRequest>

/**
 * Before dispatch the request may be corrected; the old text stays in the log. If the correction changes which limits
 * apply, the citizen's promises are worked out anew, still counted from receipt.
 */
export function amendRequest(
  order: Order,
  wish: AmendRequest,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, 'wrong-state' | RequestRefusal> {
  if (!can(order, 'amended')) return refuse('wrong-state')
  const request = completeRequest(wish.request, city)
  const unknown = knownPlaceAndMatter(request, city, order.request.category)
  if (unknown !== null) return refuse(unknown)
  const profile = profileFor(city, request)
  const promised = order.profile !== null && profile.code !== order.profile
  const clocks = promised ? citizenClocks(city, profile, order.receivedAt) : []
  return decide({ kind: 'amended', at: now, by, request, reason: wish.reason, clocks })
}
