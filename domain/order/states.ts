import { z } from 'zod'

/**
 * 主单状态; the three outcomes at intake and `withdrawn` are followed only by `archived`, `closed` also by a reopening;
 * `merged` waits for its master's answer, or is split off again.
 */
export const OrderState = z.enum([
  'draft',
  'pending-review',
  'answered',
  'not-accepted',
  'transferred',
  'pending-dispatch',
  'in-handling',
  'in-adjudication',
  'suspended',
  'pending-reply-review',
  'pending-callback',
  'rework',
  'closed',
  'merged',
  'withdrawn',
  'archived',
])
export type OrderState = z.infer<typeof OrderState>

/** 派件状态 */
export const AssignmentState = z.enum([
  'pending-sign',
  'signed',
  'processing',
  'reported',
  'accepted',
  'sent-back',
  'return-requested',
  'returned',
  'cancelled',
])
export type AssignmentState = z.infer<typeof AssignmentState>

/** States in which the matter is still somebody's to do. */
export const OPEN: readonly OrderState[] = [
  'draft',
  'pending-review',
  'pending-dispatch',
  'in-handling',
  'in-adjudication',
  'suspended',
  'pending-reply-review',
  'pending-callback',
  'rework',
]
export const isOpen = (state: OrderState): boolean => OPEN.includes(state)

/** Assignments that still bind their unit. */
export const LIVE: readonly AssignmentState[] = [
  'pending-sign',
  'signed',
  'processing',
  'reported',
  'sent-back',
  'return-requested',
]

/** Of these, the ones with something still to do: what a new dispatch or a ruling takes the place of. */
export const OWED: readonly AssignmentState[] = LIVE.filter((state) => state !== 'reported')
