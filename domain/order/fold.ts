import { asKept } from '../accept/request.ts'
import type { Light } from '../city/vocabulary.ts'
import type { Clock, StartedClock } from '../deadline/clock.ts'
import type { Instant, OrderId } from '../ids.ts'
import type { EventKind, EventOf, NewAssignment, OrderEvent } from './event.ts'
import { firstSent } from './first-sent.ts'
import { clocksOfMerged, noteMerge } from './fold-merges.ts'
import { noteReturn, stateBefore } from './fold-returns.ts'
import { type Assignment, type Contact, type Order, worse } from './order.ts'
import { isOpen } from './states.ts'
import type { Transition } from './transition.ts'
import {
  assignmentRecords,
  assignmentTransitions,
  nextAssignmentState,
  nextOrderState,
  orderTransitions,
} from './transitions.ts'

type Stopping = Pick<Transition<string>, 'event' | 'stops'>
const stopsOf = (rows: readonly Stopping[]) =>
  new Map(rows.filter((row) => row.stops !== undefined).map((row) => [row.event, row.stops ?? []]))
const orderStops = stopsOf(orderTransitions)
const assignmentStops = stopsOf([...assignmentTransitions, ...assignmentRecords])

/** Whose assignments an event moves: one named, several named, or all that its row allows. */
function touches(event: OrderEvent, assignment: Assignment): boolean {
  if ('assignment' in event) return event.assignment === assignment.id
  if (event.kind === 'dispatched' || event.kind === 'adjudicated') return false
  if ('assignments' in event) return event.assignments.includes(assignment.id)
  return nextAssignmentState[assignment.state]?.[event.kind] !== undefined
}

function step(id: string, state: string, kind: EventKind, next: string | undefined): string {
  if (next === undefined) throw new Error(`${id}: ${kind} cannot follow ${state}`)
  return next
}

const contactOf = (
  { at, by, method, summary }: EventOf<'contacted'> | EventOf<'contact-attempted'>,
  result: Contact['result'],
): Contact => ({ at, by, method, result, summary })

/** What the event leaves on the assignment besides its new state. */
function mark(assignment: Assignment, event: OrderEvent): Assignment {
  switch (event.kind) {
    case 'signed':
    case 'auto-signed':
      return { ...assignment, signedAt: event.at, autoSigned: event.kind === 'auto-signed' }
    case 'arrived':
      return { ...assignment, arrivedAt: assignment.arrivedAt ?? event.at }
    case 'contacted':
      return {
        ...assignment,
        contactedAt: assignment.contactedAt ?? event.at,
        contacts: [...assignment.contacts, contactOf(event, 'connected')],
      }
    case 'contact-attempted':
      return {
        ...assignment,
        contactAttempts: assignment.contactAttempts + 1,
        contacts: [...assignment.contacts, contactOf(event, event.result)],
      }
    case 'contact-exempted':
      return { ...assignment, contactExempt: true }
    case 'handed-over':
      return { ...assignment, unit: event.to }
    case 'reported': {
      const { kind: _kind, assignment: _id, ...report } = event
      return { ...assignment, reportedAt: event.at, report }
    }
    case 'reply-rejected':
      return { ...assignment, sentBack: { at: event.at, why: event.kind, reason: event.defects } }
    case 'rework-ordered':
    case 'reopened':
      return { ...assignment, sentBack: { at: event.at, why: event.kind, reason: event.reason } }
    default:
      return assignment
  }
}

function moveAssignment(order: Order, assignment: Assignment, event: OrderEvent): Assignment {
  if (!touches(event, assignment)) return assignment
  const next = nextAssignmentState[assignment.state]?.[event.kind]
  const state = step(assignment.id, assignment.state, event.kind, next) as Assignment['state'] | 'as-before'
  return { ...mark(assignment, event), state: state === 'as-before' ? stateBefore(order, assignment) : state }
}

/** An event of one assignment moves the order only where the order's table has it too, and only by its lead. */
const movesOrder = (order: Order, event: OrderEvent): boolean =>
  !('assignment' in event) || (orderTransitions.some((row) => row.event === event.kind) && touchesLead(event, order))

const newAssignment = (to: NewAssignment, at: Instant, note: string | null): Assignment => ({
  ...to,
  grid: to.grid ?? null,
  state: 'pending-sign',
  dispatchedAt: at,
  note,
  signedAt: null,
  autoSigned: false,
  arrivedAt: null,
  contactedAt: null,
  contactAttempts: 0,
  contactExempt: false,
  contacts: [],
  sentBack: null,
  reportedAt: null,
  report: null,
})

/** An order's row stops the clocks of the order, an assignment's row those of the assignments it touches. */
function stops(event: OrderEvent, clock: Clock, order: Order): boolean {
  const ofOrder = orderStops.get(event.kind)
  if (ofOrder === 'all') return true
  if (clock.assignment === null && ofOrder?.includes(clock.code)) return true
  const ofAssignment = assignmentStops.get(event.kind)
  if (ofAssignment === undefined) return false
  const listed = ofAssignment === 'all' || ofAssignment.includes(clock.code)
  const assignment = order.assignments.find((a) => a.id === clock.assignment)
  if (assignment !== undefined) return listed && touches(event, assignment)
  return (
    ofAssignment !== 'all' && listed && clock.code === 'C3' && clock.party === 'citizen' && touchesLead(event, order)
  )
}

/** The citizen's contact promise is kept by whoever leads. */
const touchesLead = (event: OrderEvent, order: Order): boolean =>
  order.assignments.some((a) => a.role === 'lead' && touches(event, a))

const running = (clock: StartedClock): Clock => ({ ...clock, stoppedAt: null, missedAt: null, warned: [] })

function moveClocks(order: Order, event: OrderEvent): readonly Clock[] {
  const stopped = clocksOfMerged(order, event).map((clock) =>
    clock.stoppedAt === null && stops(event, clock, order) ? { ...clock, stoppedAt: event.at } : clock,
  )
  if (event.kind === 'clock-warned')
    return stopped.map((c) => (c.id === event.clock ? { ...c, warned: [...c.warned, event.percent] } : c))
  if (event.kind === 'clock-missed')
    return stopped.map((c) => (c.id === event.clock ? { ...c, missedAt: event.at } : c))
  if (!('clocks' in event)) return stopped
  const fresh = new Set(event.clocks.map((clock) => clock.id))
  return [...stopped.filter((clock) => !fresh.has(clock.id)), ...event.clocks.map(running)]
}

/** A hit stays while its clock runs, or as long as the order is open when no clock caused it. */
function moveLights(order: Order, event: OrderEvent): Pick<Order, 'lightHits' | 'maxLight'> {
  const standing = order.lightHits.filter(
    (hit) => hit.clock === null || order.clocks.some((c) => c.id === hit.clock && c.stoppedAt === null),
  )
  const open = isOpen(order.state) ? standing : []
  const light: Light | null = 'light' in event ? event.light : null
  if (light === null) return { lightHits: open, maxLight: order.maxLight }
  const clock = 'clock' in event ? event.clock : null
  return { lightHits: [...open, { light, clock, at: event.at }], maxLight: worse(order.maxLight, light) }
}

const ENDS: readonly EventKind[] = [
  'answered',
  'not-accepted',
  'transferred',
  'closed',
  'merged',
  'returned-to-master',
  'withdrawn',
]

/** What the event leaves on the order besides state, assignments, clocks and lights. */
function note(order: Order, event: OrderEvent): Partial<Order> {
  switch (event.kind) {
    case 'amended':
      return { request: asKept(event.request) }
    case 'answered':
      return { answer: event.answer, acceptedAt: event.at }
    case 'not-accepted':
      return { answer: event.told, acceptedAt: order.acceptedAt ?? event.at }
    case 'transferred':
      return { answer: event.target, acceptedAt: event.at }
    case 'submitted':
    case 'submitted-for-review':
      return {
        classification: event.classification,
        profile: event.profile,
        acceptedAt: order.acceptedAt ?? event.at,
        suggestedMaster: event.suggestedMaster ?? order.suggestedMaster,
      }
    case 'dispatched':
      return {
        firstSent: order.firstSent ?? firstSent(event),
        dispatchedAt: event.at,
        choice: event.choice,
        profile: event.profile,
      }
    case 'dispatch-undone': {
      const { at, by, of: assignment, ground, reason } = event
      return { undone: [...order.undone, { at, by, assignment, ground, reason }] }
    }
    case 'attached': {
      const { kind: _kind, ...file } = event
      return { files: [...order.files, file] }
    }
    case 'callback-attempted':
      return { callbackAttempts: order.callbackAttempts + 1, nextCallbackAt: event.nextAt }
    case 'callback-answered':
      return {
        callbackAttempts: order.callbackAttempts + 1,
        firstCallback: order.firstCallback ?? event.answers,
        lastCallback: event.answers,
        nextCallbackAt: null,
      }
    case 'rework-ordered':
    case 'reopened':
      return { reworkCount: order.reworkCount + 1, callbackAttempts: 0, nextCallbackAt: null, endedAt: null }
    case 'urged': {
      const { kind: _kind, ...urge } = event
      return {
        urges: [...order.urges, urge],
        urgeCount: order.urgeCount + 1,
        lastUrgedAt: event.at,
      }
    }
    case 'reported-up': {
      const { kind: _kind, clocks: _clocks, ...up } = event
      return { reportsUp: [...order.reportsUp, up] }
    }
    case 'supplemented': {
      const { kind: _kind, ...supplement } = event
      return { supplements: [...order.supplements, supplement] }
    }
    default:
      return noteMerge(order, event) ?? noteReturn(order, event)
  }
}

/** Order after one more event. Throws where the tables do not allow it: a stored log that does so is broken. */
export function apply(order: Order, event: OrderEvent): Order {
  if (event.kind === 'opened') throw new Error(`order ${order.id} was opened twice`)
  const state = movesOrder(order, event)
    ? (step(order.id, order.state, event.kind, nextOrderState[order.state]?.[event.kind]) as Order['state'])
    : order.state
  const clocks = moveClocks(order, event)
  const kept = order.assignments.map((a) => moveAssignment(order, a, event))
  const added =
    event.kind === 'dispatched' || event.kind === 'adjudicated'
      ? event.assignments
      : event.kind === 'sub-dispatched'
        ? [event.to]
        : ([] as NewAssignment[])
  const ended = ENDS.includes(event.kind) ? { endedAt: event.at } : {}
  const moved: Order = {
    ...order,
    version: order.version + 1,
    state,
    clocks,
    assignments: [...kept, ...added.map((to) => newAssignment(to, event.at, 'note' in event ? event.note : null))],
    ...ended,
    ...note(order, event),
  }
  return { ...moved, ...moveLights(moved, event) }
}

export function opened(id: OrderId, event: EventOf<'opened'>): Order {
  return {
    id,
    no: event.no,
    queryCode: event.queryCode,
    version: 1,
    state: 'draft',
    channel: event.channel,
    receivedAt: event.receivedAt,
    request: asKept(event.request),
    taxonomyVersion: event.taxonomyVersion,
    classification: null,
    profile: null,
    suggestedMaster: null,
    acceptedBy: event.by,
    acceptedAt: null,
    assignments: [],
    clocks: [],
    lightHits: [],
    maxLight: 'green',
    files: [],
    firstSent: null,
    dispatchedAt: null,
    choice: null,
    callbackAttempts: 0,
    firstCallback: null,
    lastCallback: null,
    nextCallbackAt: null,
    reworkCount: 0,
    supplements: [],
    urges: [],
    urgeCount: 0,
    lastUrgedAt: null,
    master: null,
    mergedOrders: [],
    splitFrom: null,
    heldClocks: [],
    masterUnit: null,
    votes: true,
    repeatOf: null,
    returns: [],
    adjudication: null,
    reportsUp: [],
    handOvers: [],
    undone: [],
    endedAt: null,
    answer: null,
  }
}

/** The order that these events make; the first must open it. */
export function replay(id: OrderId, events: readonly OrderEvent[]): Order {
  const [first, ...rest] = events
  if (first?.kind !== 'opened') throw new Error(`order ${id} does not begin with opened`)
  return rest.reduce(apply, opened(id, first))
}
