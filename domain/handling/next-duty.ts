import { z } from 'zod'
import { type Clock, isRunning } from '../deadline/clock.ts'
import type { Instant } from '../ids.ts'
import type { Assignment, Order } from '../order/order.ts'

/** What a unit has to do next on its assignment. */
export const Duty = z.enum(['sign', 'contact', 'arrive', 'report'])
export type Duty = z.infer<typeof Duty>

const DUTY_OF: Partial<Record<Clock['code'], Duty>> = {
  C2: 'sign',
  C3: 'contact',
  C4: 'arrive',
  C5: 'report',
  C8: 'report',
}
const BY_STATE: Partial<Record<Assignment['state'], Duty>> = {
  'pending-sign': 'sign',
  signed: 'contact',
  processing: 'report',
  'sent-back': 'report',
}

/**
 * The earliest of the assignment's running clocks says what is due and when. Signing comes before everything, whatever
 * runs out first; and where the city sets no limit the state alone says what is next, without a due moment.
 */
export function nextDuty(order: Pick<Order, 'clocks'>, assignment: Pick<Assignment, 'id' | 'state'>) {
  const byState = BY_STATE[assignment.state]
  if (byState === undefined) return null
  const [first] = order.clocks
    .filter((clock) => clock.party === 'unit' && clock.assignment === assignment.id && isRunning(clock))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const due: Instant | null = first?.due ?? null
  const kind = byState === 'sign' ? byState : ((first && DUTY_OF[first.code]) ?? byState)
  return { kind, due }
}
