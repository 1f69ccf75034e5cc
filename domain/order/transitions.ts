import type { ClockCode } from '../city/vocabulary.ts'
import type { EventKind } from './event.ts'
import { handOverRecord, mergeRecords, orderMerges } from './merge-transitions.ts'
import { assignmentReturns, orderReturns } from './return-transitions.ts'
import { type AssignmentState, LIVE, OPEN, type OrderState } from './states.ts'
import type { Transition, Who } from './transition.ts'

const HOTLINE: readonly Who[] = ['agent', 'shift-lead', 'machine']
const UNIT: readonly Who[] = ['liaison', 'unit-leader', 'grid-worker', 'machine']

export const orderTransitions: readonly Transition<OrderState>[] = [
  {
    id: 'T01',
    event: 'opened',
    from: ['none'],
    to: 'draft',
    actors: [...HOTLINE, 'citizen'],
    guard: 'channel and receipt time known; the citizen clock counts from receipt',
  },
  {
    id: 'T02',
    event: 'answered',
    from: ['draft'],
    to: 'answered',
    actors: HOTLINE,
    guard: 'consult, praise or suggestion, or solved on the call; the answer is given',
    stops: 'all',
  },
  {
    id: 'T03',
    event: 'not-accepted',
    from: ['draft', 'pending-review'],
    to: 'not-accepted',
    actors: [...HOTLINE, 'reviewer'],
    guard: 'a reason of the list; the proper way is told',
    stops: 'all',
  },
  {
    id: 'T04',
    event: 'transferred',
    from: ['draft'],
    to: 'transferred',
    actors: HOTLINE,
    guard: 'an emergency or another line',
    stops: 'all',
  },
  {
    id: 'T05',
    event: 'submitted',
    from: ['draft'],
    to: 'pending-dispatch',
    actors: [...HOTLINE, 'citizen'],
    guard: 'type, scene (a review may find it), place down to a town, contact or anonymous',
    starts: ['C3', 'C5', 'C1'],
  },
  {
    id: 'T05',
    event: 'submitted-for-review',
    from: ['draft'],
    to: 'pending-review',
    actors: [...HOTLINE, 'citizen'],
    guard: 'as above; the city samples this submission for intake review',
    starts: ['C3', 'C5', 'C1'],
  },
  {
    id: 'T06',
    event: 'intake-passed',
    from: ['pending-review'],
    to: 'pending-dispatch',
    actors: ['reviewer', 'shift-lead'],
    guard: 'elements complete',
  },
  {
    id: 'T06',
    event: 'intake-sent-back',
    from: ['pending-review'],
    to: 'draft',
    actors: ['reviewer', 'shift-lead'],
    guard: 'the missing elements are named',
  },
  {
    id: 'T06',
    event: 'sent-back-to-seat',
    from: ['pending-dispatch'],
    to: 'draft',
    actors: ['dispatcher', 'dispatch-lead'],
    guard: 'no unit can be told from what is known; what is missing is named; the citizen’s limits run on',
    stops: ['C1'],
  },
  {
    id: 'T07',
    event: 'dispatched',
    from: ['pending-dispatch'],
    to: 'in-handling',
    actors: ['dispatcher', 'dispatch-lead', 'system'],
    guard:
      'the rule hit, or an override with its reason; units known; a unit once only; the platform alone where every condition of straight-through dispatch holds',
    stops: ['C1'],
    starts: ['C2', 'C3', 'C4', 'C5'],
  },
  ...orderMerges,
  ...orderReturns,
  {
    id: 'T32',
    event: 'reported-up',
    from: ['in-handling', 'rework'],
    to: 'pending-dispatch',
    actors: ['grid-worker', 'liaison', 'unit-leader', 'system'],
    guard:
      'a grid worker cannot settle it, refuses it with a reason, or the 24 hours are over; the history goes with it',
    starts: ['C1'],
  },
  {
    id: 'T20',
    event: 'handling-completed',
    from: ['in-handling', 'rework'],
    to: 'pending-reply-review',
    actors: ['system'],
    guard: 'every lead and co assignment is reported or accepted',
    starts: ['C6'],
  },
  {
    id: 'T21',
    event: 'reply-rejected',
    from: ['pending-reply-review'],
    to: 'in-handling',
    actors: ['reviewer', 'shift-lead'],
    guard: 'defects named; the assignments to redo chosen',
    stops: ['C6'],
  },
  {
    id: 'T22',
    event: 'reply-approved',
    from: ['pending-reply-review'],
    to: 'pending-callback',
    actors: ['reviewer', 'shift-lead'],
    guard: 'somebody other than the unit found the reply sound; the citizen has the answer',
    stops: ['C5', 'C6'],
    starts: ['C7'],
  },
  {
    id: 'T23',
    event: 'closed',
    from: ['pending-callback'],
    to: 'closed',
    actors: ['callback-agent', 'shift-lead', 'citizen'],
    guard:
      'answered satisfied or basic; or unreachable after the attempts; or dissatisfied though handled reasonably, with a note',
    stops: 'all',
  },
  {
    id: 'T24',
    event: 'rework-ordered',
    from: ['pending-callback'],
    to: 'rework',
    actors: ['callback-agent', 'shift-lead'],
    guard: 'not solved or satisfaction ≤ 2; reworks below the limit',
    stops: ['C7'],
  },
  {
    id: 'T27',
    event: 'withdrawn',
    from: OPEN,
    to: 'withdrawn',
    actors: ['agent', 'shift-lead', 'callback-agent', 'citizen'],
    guard:
      'the citizen asked the hotline, or did it with number and query code where no other order is merged into it; who asked and how it was checked is kept; a unit may not withdraw',
    stops: 'all',
  },
  {
    id: 'T30',
    event: 'reopened',
    from: ['closed'],
    to: 'rework',
    actors: ['quality-checker', 'shift-lead', 'callback-agent'],
    guard: 'within the city’s days after closing; evidence that it is unsolved',
  },
  {
    id: 'T31',
    event: 'archived',
    from: ['closed', 'answered', 'not-accepted', 'transferred', 'withdrawn', 'merged'],
    to: 'archived',
    actors: ['system'],
    guard: 'the city’s days after the end, no open appeal',
  },
]

/** Where a caller is heard: merged, the matter is open at its master. */
const HEARD: readonly OrderState[] = [...OPEN, 'merged']

/** Events that record something without moving the order, and where they may. */
export const orderRecords: readonly { event: EventKind; in: readonly OrderState[]; actors: readonly Who[] }[] = [
  {
    event: 'amended',
    in: ['draft', 'pending-review', 'pending-dispatch'],
    actors: [...HOTLINE, 'reviewer', 'dispatcher', 'dispatch-lead'],
  },
  { event: 'callback-attempted', in: ['pending-callback'], actors: ['callback-agent', 'shift-lead'] },
  { event: 'callback-answered', in: ['pending-callback'], actors: ['callback-agent', 'shift-lead', 'citizen'] },
  { event: 'recalled', in: ['in-handling', 'in-adjudication'], actors: ['dispatcher', 'dispatch-lead', 'leader'] },
  ...mergeRecords,
  { event: 'supplemented', in: HEARD, actors: [...HOTLINE, 'callback-agent', 'citizen'] },
  { event: 'urged', in: HEARD, actors: [...HOTLINE, 'callback-agent', 'supervisor', 'citizen'] },
  {
    event: 'attached',
    in: HEARD,
    actors: [...HOTLINE, ...UNIT, 'reviewer', 'dispatcher', 'dispatch-lead', 'callback-agent', 'citizen'],
  },
  { event: 'clock-warned', in: OPEN, actors: ['system'] },
  { event: 'clock-missed', in: OPEN, actors: ['system'] },
  { event: 'clocks-recomputed', in: OPEN, actors: ['system'] },
]

export const assignmentTransitions: readonly Transition<AssignmentState>[] = [
  {
    id: 'T09',
    event: 'signed',
    from: ['pending-sign'],
    to: 'signed',
    actors: UNIT,
    guard: 'a person of that unit',
    stops: ['C2'],
  },
  {
    id: 'T09',
    event: 'auto-signed',
    from: ['pending-sign'],
    to: 'signed',
    actors: ['system'],
    guard: 'the sign limit has passed; nobody can stall by not signing',
    stops: ['C2'],
  },
  {
    id: 'T10',
    event: 'contacted',
    from: ['signed'],
    to: 'processing',
    actors: UNIT,
    guard: 'the citizen was reached',
    stops: ['C3'],
  },
  {
    id: 'T10',
    event: 'contact-exempted',
    from: ['signed'],
    to: 'processing',
    actors: [...UNIT, 'system'],
    guard: 'anonymous, no reply wanted, or the attempts failed',
    stops: ['C3'],
  },
  {
    id: 'T10',
    event: 'contact-attempted',
    from: ['signed'],
    to: 'signed',
    actors: UNIT,
    guard: 'not reached; kept as an attempt',
  },
  ...assignmentReturns,
  {
    id: 'T32',
    event: 'reported-up',
    from: ['pending-sign', 'signed', 'processing', 'sent-back'],
    to: 'returned',
    actors: ['grid-worker', 'liaison', 'unit-leader', 'system'],
    guard: 'a grid worker’s own; no penalty',
    stops: 'all',
  },
  {
    id: 'T19',
    event: 'reported',
    from: ['processing', 'sent-back'],
    to: 'reported',
    actors: UNIT,
    guard: 'contact made or exempt; co and sub assignments reported before; reply, facts and signer given',
    stops: ['C3', 'C4', 'C5', 'C8'],
  },
  {
    id: 'T21',
    event: 'reply-rejected',
    from: ['reported'],
    to: 'sent-back',
    actors: ['reviewer', 'shift-lead'],
    guard: 'chosen for redoing',
    starts: ['C8'],
  },
  {
    id: 'T22',
    event: 'reply-approved',
    from: ['reported'],
    to: 'accepted',
    actors: ['reviewer', 'shift-lead'],
    guard: 'the reply is sound',
  },
  {
    id: 'T24',
    event: 'rework-ordered',
    from: ['accepted'],
    to: 'sent-back',
    actors: ['callback-agent', 'shift-lead'],
    guard: 'chosen for redoing; lead always',
    starts: ['C8'],
  },
  {
    id: 'T30',
    event: 'reopened',
    from: ['accepted'],
    to: 'sent-back',
    actors: ['quality-checker', 'shift-lead', 'callback-agent'],
    guard: 'lead always',
    starts: ['C8'],
  },
  {
    id: 'T27',
    event: 'withdrawn',
    from: LIVE,
    to: 'cancelled',
    actors: ['agent', 'shift-lead', 'callback-agent', 'citizen'],
    guard: 'with the order',
    stops: 'all',
  },
]

/** Records of an assignment's unit that leave its state as it is: handing down, and speaking to the citizen again. */
export const assignmentRecords: readonly {
  event: EventKind
  in: readonly AssignmentState[]
  actors: readonly Who[]
  stops?: readonly ClockCode[]
}[] = [
  {
    event: 'arrived',
    in: ['signed', 'processing', 'sent-back', 'return-requested'],
    actors: [...UNIT, 'crew'],
    stops: ['C4'],
  },
  { event: 'sub-dispatched', in: ['signed', 'processing', 'sent-back'], actors: ['liaison', 'unit-leader'] },
  { event: 'contacted', in: ['processing', 'sent-back', 'return-requested'], actors: UNIT },
  { event: 'contact-attempted', in: ['processing', 'sent-back', 'return-requested'], actors: UNIT },
  handOverRecord,
]

type Next<State extends string> = Record<string, Partial<Record<EventKind, State | 'as-before'>>>

function nextOf<State extends string>(
  moves: readonly Transition<State>[],
  records: readonly { event: EventKind; in: readonly State[] }[],
): Next<State> {
  const next: Next<State> = {}
  const allow = (state: string, event: EventKind, to: State | 'as-before') => {
    next[state] = { ...next[state], [event]: to }
  }
  for (const record of records) for (const state of record.in) allow(state, record.event, state)
  for (const move of moves) for (const state of move.from) allow(state, move.event, move.to)
  return next
}

/** What may happen next, by state: derived from the rows above, read by decisions, screens, docs and tests. */
export const nextOrderState = nextOf(orderTransitions, orderRecords)
export const nextAssignmentState = nextOf(assignmentTransitions, assignmentRecords)
