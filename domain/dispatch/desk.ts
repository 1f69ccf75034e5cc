import { z } from 'zod'
import type { ClockCode, Role } from '../city/vocabulary.ts'
import { type Instant, instantOf, msOf } from '../ids.ts'
import type { EventKind } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import type { OrderState } from '../order/states.ts'
import { orderTransitions } from '../order/transitions.ts'

/** The hotline's own steps on an order, each with a pool of what waits for it. */
export const Desk = z.enum(['dispatch', 'intake-review', 'reply-review', 'callback'])
export type Desk = z.infer<typeof Desk>

type DeskRow = {
  state: OrderState
  /** the hotline's limit for this step: the order of the pool */
  clock: ClockCode
  /** what a person does here: the first names who may, all count as done */
  acts: readonly [EventKind, ...EventKind[]]
}

export const desks: Record<Desk, DeskRow> = {
  dispatch: { state: 'pending-dispatch', clock: 'C1', acts: ['dispatched', 'merged', 'sent-back-to-seat'] },
  // The dispatch limit runs from submission, so intake review eats from it.
  'intake-review': { state: 'pending-review', clock: 'C1', acts: ['intake-passed', 'intake-sent-back'] },
  'reply-review': { state: 'pending-reply-review', clock: 'C6', acts: ['reply-approved', 'reply-rejected'] },
  callback: { state: 'pending-callback', clock: 'C7', acts: ['closed', 'callback-answered', 'rework-ordered'] },
}

export const deskOf = (state: OrderState): Desk | undefined => Desk.options.find((desk) => desks[desk].state === state)

/** Who sits at a desk: whoever the state machine lets do its first act. */
export const mayWorkAt = (desk: Desk, roles: readonly Role[]): boolean => {
  const [act] = desks[desk].acts
  const row = orderTransitions.find(({ event, from }) => event === act && from.includes(desks[desk].state))
  return row !== undefined && roles.some((role) => row.actors.includes(role))
}

/** Since when an order waits at its desk and by when the hotline owes the step; null where nothing is owed. */
export function deskLimit(order: Order): { since: Instant; due: Instant } | null {
  const desk = deskOf(order.state)
  if (desk === undefined) return null
  const clock = order.clocks.findLast(({ party, code }) => party === 'hotline' && code === desks[desk].clock)
  return clock === undefined ? null : { since: clock.from, due: clock.due }
}

/** 领取: how long taking an order up keeps others from it, unless the page that holds it says again that it does. */
export const CLAIM_MINUTES = 10
export const claimedUntil = (now: Instant): Instant => instantOf(msOf(now) + CLAIM_MINUTES * 60_000)
