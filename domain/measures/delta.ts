import { type Day, dayOf, type Instant } from '../ids.ts'
import { countedFor, leadOf, lightOf, type Order } from '../order/order.ts'

/**
 * What is counted (domain.md §5.4, §9.2, §9.3). Rates travel as two counts, right and of; only a screen divides.
 * `open` is a standing count: +1 and −1 over all days give the present.
 */
export const measures = [
  'accepted',
  'answered-directly',
  'dispatched',
  'open',
  'closed',
  'closed-in-time',
  'overdue',
  'response-of',
  'response-right',
  'resolution-of',
  'resolution-right',
  'resolution-partly',
  'satisfaction-of',
  'satisfaction-right',
  'rework',
  'withdrawn',
  'callback-due',
  'callback-answered',
  'first-dispatched',
  'first-dispatch-wrong',
  'assigned',
  'return-requested',
  'return-approved',
  'return-rejected',
  'adjudicated',
  'return-unclear-duty',
  'merged',
  'unmerged',
  'repeat',
] as const
export type Measure = (typeof measures)[number]

/** One fact counted once, with everything it may later be grouped by. */
export type Delta = {
  measure: Measure
  day: Day
  channel: string
  requestType: string
  category: string
  region: string
  unit: string
  light: string
  n: number
}

export const at = (order: Order, measure: Measure, when: Instant, n = 1): Delta => ({
  measure,
  day: dayOf(when),
  channel: order.channel,
  requestType: order.request.requestType,
  category: order.request.category ?? '',
  region: order.request.region,
  // Merged, it is counted for whoever answered its master.
  unit: countedFor(leadOf(order)) ?? order.masterUnit ?? '',
  light: measure === 'open' ? lightOf(order) : '',
  n,
})
