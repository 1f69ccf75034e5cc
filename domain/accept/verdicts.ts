import { z } from 'zod'
import type { Instant } from '../ids.ts'
import type { EventOf, OrderEvent } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import type { OrderState } from '../order/states.ts'
import type { PublicRequest } from './request.ts'

/** What a machine suggests for an order. */
export const SuggestionKind = z.enum(['category', 'request-type', 'urgency', 'place', 'respondent'])
export type SuggestionKind = z.infer<typeof SuggestionKind>

/** Where the person sat who decided. */
export const VerdictDesk = z.enum(['seat', 'review', 'dispatch'])
export type VerdictDesk = z.infer<typeof VerdictDesk>

/** A person said what is right: `seq` is the event in which they did, `chosen` null where they left it open. */
export type Verdict = {
  seq: number
  at: Instant
  by: string
  desk: VerdictDesk
  kind: SuggestionKind
  chosen: string | null
}

const chosenOf: Readonly<Record<SuggestionKind, (request: PublicRequest) => string | null>> = {
  category: (request) => request.category,
  'request-type': (request) => request.requestType,
  urgency: (request) => request.urgency,
  place: (request) => request.region,
  respondent: (request) => request.respondentName,
}

const DESK_OF: Partial<Record<OrderState, VerdictDesk>> = { 'pending-review': 'review', 'pending-dispatch': 'dispatch' }
const CONFIRMS: Partial<Record<OrderEvent['kind'], VerdictDesk>> = { 'intake-passed': 'review', dispatched: 'dispatch' }

/** What a machine had set alone and this person let stand: passed at review, or dispatched as it was. */
const confirmed = (order: Order): readonly SuggestionKind[] => {
  const { classification, request } = order
  const byMachine = classification !== null && classification.by !== 'human'
  return byMachine && request.category !== null && request.category === classification.proposed ? ['category'] : []
}

/** Only what was altered: a text mended at review says nothing about the urgency beside it. */
const altered = (before: Order, { request }: EventOf<'amended'>): readonly SuggestionKind[] =>
  SuggestionKind.options.filter((kind) => chosenOf[kind](request) !== chosenOf[kind](before.request))

function decided(event: OrderEvent, before: Order): { desk: VerdictDesk; kinds: readonly SuggestionKind[] } | null {
  if (event.kind === 'submitted' || event.kind === 'submitted-for-review')
    return { desk: 'seat', kinds: SuggestionKind.options }
  // A question answered at once needs no category; one without says nothing about it.
  if (event.kind === 'answered')
    return { desk: 'seat', kinds: SuggestionKind.options.filter((kind) => chosenOf[kind](before.request) !== null) }
  if (event.kind === 'amended') {
    const desk = DESK_OF[before.state]
    return desk === undefined ? null : { desk, kinds: altered(before, event) }
  }
  const desk = CONFIRMS[event.kind]
  return desk === undefined ? null : { desk, kinds: confirmed(before) }
}

/**
 * What a person decided with an event, for every kind a machine suggests: the ground on which suggestions are measured
 * and models learn. `before` is the order as it stood; a machine's own acts decide nothing.
 */
export function verdictsOf(event: OrderEvent, before: Order, seq: number): Verdict[] {
  if (event.by.kind !== 'staff') return []
  const said = decided(event, before)
  if (said === null) return []
  const request = event.kind === 'amended' ? event.request : before.request
  const { at, by } = event
  return said.kinds.map((kind) => ({ seq, at, by: by.id, desk: said.desk, kind, chosen: chosenOf[kind](request) }))
}
