import type { Clock } from '../deadline/clock.ts'
import type { OrderEvent } from './event.ts'
import type { Order } from './order.ts'

const stopped = (clock: Clock, at: Clock['stoppedAt']): Clock => ({ ...clock, stoppedAt: at })

/**
 * The citizen's promises while somebody else's order carries them: merging holds them, the master's answer is this
 * caller's answer at that moment, and split off they count again from receipt, as if they had never been held.
 */
export function clocksOfMerged(order: Order, event: OrderEvent): readonly Clock[] {
  if (event.kind !== 'master-answered' && event.kind !== 'unmerged') return order.clocks
  // Once answered, the promise was kept or missed then: neither doing it again nor reopening counts it anew.
  if (event.kind === 'unmerged' ? event.reopened !== undefined : order.answer !== null) return order.clocks
  return order.clocks.map((clock) => {
    if (!order.heldClocks.includes(clock.id)) return clock
    if (event.kind === 'unmerged') return stopped(clock, null)
    return clock.code === 'C5' ? stopped(clock, event.at) : clock
  })
}

/** What merging, splitting off and the master's answers leave on an order, and on its master. */
export function noteMerge(order: Order, event: OrderEvent): Partial<Order> | undefined {
  switch (event.kind) {
    case 'merged': {
      const held = order.clocks.filter(({ party, stoppedAt }) => party === 'citizen' && stoppedAt === null)
      return { master: event.master, splitFrom: null, heldClocks: held.map(({ id }) => id) }
    }
    case 'took-in':
      return { mergedOrders: [...order.mergedOrders, event.merged] }
    case 'let-go':
      return { mergedOrders: order.mergedOrders.filter((id) => id !== event.released) }
    case 'unmerged':
      return {
        master: null,
        splitFrom: { id: event.master, no: event.masterNo },
        heldClocks: [],
        masterUnit: null,
        votes: true,
        answer: event.reopened === undefined ? null : order.answer,
        reworkCount: order.reworkCount + (event.reopened === undefined ? 0 : 1),
        endedAt: null,
        callbackAttempts: 0,
        nextCallbackAt: null,
      }
    case 'master-answered':
      return {
        masterUnit: event.unit,
        votes: event.votes,
        answer: event.reply,
        endedAt: null,
        callbackAttempts: 0,
        nextCallbackAt: null,
      }
    case 'returned-to-master':
      return { reworkCount: order.reworkCount + 1, callbackAttempts: 0, nextCallbackAt: null }
    case 'repeat-linked':
      return { repeatOf: { id: event.of, no: event.ofNo } }
    default:
      return undefined
  }
}
