import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'

const DAY = 86_400_000
const NOT_ENDED = 0
/** Merged, withdrawn, answered elsewhere: nothing is left that a second call could join. */
const OUT = 1

export const dayOf = (at: Instant): number => Math.floor(msOf(at) / DAY)
export const daysBefore = (at: Instant, days: number): Instant => instantOf(msOf(at) - days * DAY)

/** As the index keeps it: two bytes. */
export function endedDay(state: OrderState, endedAt: Instant | null): number {
  if (isOpen(state)) return NOT_ENDED
  return endedAt !== null && (state === 'closed' || state === 'answered') ? dayOf(endedAt) : OUT
}
