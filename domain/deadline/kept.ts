import type { OrderId } from '../ids.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply, opened } from '../order/fold.ts'
import type { Order } from '../order/order.ts'
import { type Clock, isRunning } from './clock.ts'

/** Clocks that an event met: stopped by it, in time or late. Those that end with the order were not met by anybody. */
const MEETS: Partial<Record<OrderEvent['kind'], readonly Clock['code'][]>> = {
  dispatched: ['C1'],
  signed: ['C2'],
  contacted: ['C3'],
  arrived: ['C4'],
  reported: ['C5', 'C8'],
  'return-approved': ['C9'],
  'return-rejected': ['C9'],
  'sent-to-adjudication': ['C9'],
  adjudicated: ['C11'],
  'reply-approved': ['C5', 'C6'],
  'reply-rejected': ['C6'],
  'rework-ordered': ['C7'],
  closed: ['C7'],
}

/** By the number of its event (from 1), the clocks it met as they stood when it stopped them: a later round replaces some. */
export function clocksMet(id: OrderId, events: readonly OrderEvent[]): ReadonlyMap<number, readonly Clock[]> {
  const met = new Map<number, readonly Clock[]>()
  const [first, ...rest] = events
  if (first?.kind !== 'opened') return met
  let order: Order = opened(id, first)
  for (const [index, event] of rest.entries()) {
    const running = new Set(order.clocks.filter(isRunning).map((clock) => clock.id))
    order = apply(order, event)
    const stopped = order.clocks.filter(
      (clock) => running.has(clock.id) && !isRunning(clock) && MEETS[event.kind]?.includes(clock.code) === true,
    )
    if (stopped.length > 0) met.set(index + 2, stopped)
  }
  return met
}
