import type { City } from '../city/city.ts'
import { profileFor, redoClock } from '../deadline/start-clock.ts'
import { roundsOf } from '../handling/review-reply.ts'
import type { Instant } from '../ids.ts'
import type { Assignment, Order } from '../order/order.ts'

/** Doing it again runs on the rework profile (S1): its answer limit, counted from the order to redo. */
export function reworkClocks(order: Order, redo: readonly Assignment[], city: City, now: Instant) {
  const profile = profileFor(city, order.request, 'rework')
  const limit = profile.limits.C5 ?? city.policy.redoLimit
  return redo.map((a) => redoClock(city, { code: profile.code, limit }, a, roundsOf(order, a.id), now))
}
