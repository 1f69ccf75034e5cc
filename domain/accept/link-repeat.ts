import { z } from 'zod'
import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type Instant, msOf, OrderId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { can, type Order } from '../order/order.ts'
import { isOpen } from '../order/states.ts'

export const LinkRepeat = z.object({ of: OrderId })
export type LinkRepeat = z.infer<typeof LinkRepeat>
type LinkRepeatRefusal = 'wrong-state' | 'repeat-of-itself' | 'not-ended' | 'ended-too-long-ago' | 'another-caller'

const DAY = 86_400_000

/** 重复投诉: the same caller's matter that had ended within the city's days; counted once an order in the repeat rate. */
export function linkRepeat(
  order: Order,
  earlier: Order,
  sameCaller: boolean,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, LinkRepeatRefusal> {
  if (!can(order, 'repeat-linked')) return refuse('wrong-state')
  if (earlier.id === order.id) return refuse('repeat-of-itself')
  if (!sameCaller) return refuse('another-caller')
  if (isOpen(earlier.state) || earlier.endedAt === null) return refuse('not-ended')
  if (msOf(order.receivedAt) - msOf(earlier.endedAt) > city.policy.merging.sameCallerDays * DAY)
    return refuse('ended-too-long-ago')
  return decide({ kind: 'repeat-linked', at: now, by, of: earlier.id, ofNo: earlier.no })
}
