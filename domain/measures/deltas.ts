import { isLate } from '../deadline/clock.ts'
import type { Instant } from '../ids.ts'
import type { EventKind, EventOf, OrderEvent } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import { isOpen } from '../order/states.ts'
import { at, type Delta, type Measure } from './delta.ts'
import { dispatchCounts } from './dispatch-counts.ts'
import { Rate, verdictOf } from './rates.ts'

/** Counted as open: accepted and not ended. The day is that of acceptance, so both signs meet in the same row. */
const standing = (order: Order | null, n: 1 | -1): Delta[] =>
  order === null || order.acceptedAt === null || !isOpen(order.state) ? [] : [at(order, 'open', order.acceptedAt, n)]

const sameRow = (a: Delta | undefined, b: Delta | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.day === b.day &&
  a.category === b.category &&
  a.region === b.region &&
  a.unit === b.unit &&
  a.light === b.light &&
  a.requestType === b.requestType

const ACCEPTS: readonly EventKind[] = ['answered', 'not-accepted', 'transferred', 'submitted', 'submitted-for-review']

/** 三率 as counts: what each closed order says is decided in rates.ts. */
function rates(order: Order, when: Instant): Delta[] {
  const [response, resolution, satisfaction] = Rate.options.map((rate) => verdictOf(order, rate, when))
  const deltas: Delta[] = []
  const add = (measure: Measure, counts: boolean) => counts && deltas.push(at(order, measure, when))
  add('response-of', response !== null)
  add('response-right', response === 'right')
  add('resolution-of', resolution !== null)
  add('resolution-right', resolution === 'right')
  add('resolution-partly', resolution === 'partly')
  add('satisfaction-of', satisfaction !== null)
  add('satisfaction-right', satisfaction === 'right')
  return deltas
}

function closing(order: Order, when: Instant): Delta[] {
  const answer = order.clocks.find((clock) => clock.id === 'citizen-C5')
  const inTime = answer === undefined || !isLate(answer, when)
  const done = [at(order, 'closed', when), ...(inTime ? [at(order, 'closed-in-time', when)] : [])]
  // A unit closes masters, as it is dispatched masters; the requests merged into them are the hotline's to close.
  const counted = order.master === null ? done : done.map((delta) => ({ ...delta, unit: '' }))
  return [...counted, ...rates(order, when)]
}

/** A reopened order takes its verdict back: its closing is counted again when it closes again. */
const undone = (deltas: Delta[]): Delta[] => deltas.map((delta) => ({ ...delta, n: -delta.n }))

/** A merged order's round ends with this caller's own word too, when that sends it back or makes it an order of its own. */
function heardOfMerged(before: Order | null, event: OrderEvent): Delta[] {
  const own = event.kind === 'unmerged' || (event.kind === 'returned-to-master' && event.ground === 'own-callback')
  const asked = before?.state === 'pending-callback' && before.lastCallback !== null
  return own && asked ? [at(before, 'callback-answered', event.at)] : []
}

/** Closed and open again: what its closing said is taken back. */
const takenBack = (before: Order | null): Delta[] =>
  before?.state === 'closed' && before.endedAt !== null ? undone(closing(before, before.endedAt)) : []

function splitOff(before: Order | null, event: EventOf<'unmerged'>, after: Order): Delta[] {
  const redone = event.reopened === undefined ? [] : [at(after, 'rework', event.at)]
  return [at(after, event.kind, event.at), ...heardOfMerged(before, event), ...redone, ...takenBack(before)]
}

function counted(before: Order | null, event: OrderEvent, after: Order): Delta[] {
  if (ACCEPTS.includes(event.kind) && before?.acceptedAt === null) {
    const direct = event.kind === 'answered' ? [at(after, 'answered-directly', event.at)] : []
    return [at(after, 'accepted', event.at), ...direct]
  }
  switch (event.kind) {
    case 'dispatched':
      return [at(after, 'dispatched', event.at), ...dispatchCounts(before, event, after)]
    case 'merged':
      return [at(after, event.kind, event.at)]
    case 'unmerged':
      return splitOff(before, event, after)
    // That it is done again is counted once, at the master.
    case 'returned-to-master':
      return [...heardOfMerged(before, event), ...takenBack(before)]
    case 'repeat-linked':
      return before?.repeatOf === null ? [at(after, 'repeat', after.acceptedAt ?? event.at)] : []
    case 'master-answered':
    case 'reply-approved':
      return [at(after, 'callback-due', event.at)]
    // Once a round, when the round ends: a citizen may rate and be called as well.
    case 'closed': {
      const heard = event.ground === 'unreachable' ? [] : [at(after, 'callback-answered', event.at)]
      return [...closing(after, event.at), ...heard]
    }
    case 'rework-ordered':
      return [at(after, 'rework', event.at), at(after, 'callback-answered', event.at)]
    case 'reopened': {
      const closed = before?.endedAt ?? event.at
      return [at(after, 'rework', event.at), ...(before === null ? [] : undone(closing(before, closed)))]
    }
    case 'withdrawn':
      return [at(after, 'withdrawn', event.at)]
    case 'clock-missed':
      return event.clock === 'citizen-C5' ? [at(after, 'overdue', event.at)] : []
    default:
      return dispatchCounts(before, event, after)
  }
}

/** What one event adds to the figures. Pure, so that figures can be rebuilt from the log and compared. */
export function deltasOf(before: Order | null, event: OrderEvent, after: Order): readonly Delta[] {
  const [leaves] = standing(before, -1)
  const [enters] = standing(after, 1)
  const moves = sameRow(leaves, enters) ? [] : [leaves, enters].filter((delta) => delta !== undefined)
  return [...counted(before, event, after), ...moves]
}
