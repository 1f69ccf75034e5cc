import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { reviewIntake } from '../accept/review-intake.ts'
import { submitOrder } from '../accept/submit-order.ts'
import { supplementOrder, urgeOrder } from '../accept/supplement-order.ts'
import { recordCallback } from '../callback/record-callback.ts'
import { reopenOrder } from '../callback/reopen-order.ts'
import { withdrawOrder } from '../callback/withdraw-order.ts'
import type { City } from '../city/city.ts'
import { dueEvents, dueItems } from '../deadline/due-work.ts'
import type { Decision } from '../decision.ts'
import { adjudicate } from '../dispatch/adjudicate.ts'
import { decideReturn } from '../dispatch/decide-return.ts'
import { dispatchOrder } from '../dispatch/dispatch-order.ts'
import { type RequestReturn, requestReturn } from '../dispatch/request-return.ts'
import { responsibleOf } from '../dispatch/returns.ts'
import { type UndoDispatch, undoDispatch } from '../dispatch/undo-dispatch.ts'
import { recordArrival } from '../handling/record-arrival.ts'
import { recordContact } from '../handling/record-contact.ts'
import { reportResult } from '../handling/report-result.ts'
import { reviewReply } from '../handling/review-reply.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import { type Instant, instantOf, type UnitId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import type { OrderEvent } from './event.ts'
import { apply, replay } from './fold.ts'
import {
  agent,
  at,
  caller,
  dispatcher,
  dissatisfied,
  liaison,
  nth,
  openedOrder,
  reachable,
  report,
  reviewer,
  satisfied,
} from './order.fixture.ts'
import type { Order } from './order.ts'
import { isOpen } from './states.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})

const UNITS = ['city-management', 'housing', 'water-group'] as const
const contact = (result: 'connected' | 'no-answer') =>
  ({ method: 'phone', result, summary: '电话联系', evidence: [] }) as const

const lead = { ...agent, id: 's-lead', role: 'dispatch-lead' } as const
const asked: RequestReturn = {
  reason: 'not-our-duty',
  explanation: '不属本单位',
  basis: '三定',
  document: '1号',
  evidence: [],
  suggestedUnit: null,
  signer: '王局',
}
const ruled = (order: Order) => ({
  ruling: '裁定',
  opinions: order.returns.map(({ unit }) => ({ unit, opinion: '已听取' })),
  minutes: '会商',
  minutesNo: null,
  evidence: [],
})

const undone: UndoDispatch = { ground: 'wrong-unit', reason: '派错了', lead: null, co: [], note: null }

/** Everything anybody may try, in any order, by the right people and the wrong ones. */
type Try = (order: Order, n: number, unit: string, now: Instant) => Decision<OrderEvent, string>
const tries: readonly Try[] = [
  (o, _n, _u, now) => submitOrder(o, { review: 'auto' }, reachable, agent, city, now),
  (o, _n, _u, now) => submitOrder(o, { review: 'yes' }, reachable, agent, city, now),
  (o, _n, _u, now) => reviewIntake(o, { verdict: 'pass' }, reviewer, now),
  (o, n, u, now) =>
    dispatchOrder(
      o,
      { lead: u as UnitId, co: n > 2 ? ['police' as UnitId] : [], overrideReason: '试', note: null },
      dispatcher,
      city,
      now,
    ),
  (o, n, u, now) => signAssignment(o, nth(o, n), liaison(u), now),
  (o, n, u, now) => recordContact(o, nth(o, n), { ...contact('connected'), evidence: [] }, liaison(u), city, now),
  (o, n, u, now) => recordContact(o, nth(o, n), { ...contact('no-answer'), evidence: [] }, liaison(u), city, now),
  (o, n, u, now) => recordArrival(o, nth(o, n), { lng: null, lat: null, evidence: [] }, liaison(u), city, now),
  (o, n, u, now) => reportResult(o, nth(o, n), report({ headInvolved: '到场' }), liaison(u), city, now),
  (o, _n, _u, now) => signAssignment(o, nth(o, 2), liaison('police'), now),
  (o, _n, _u, now) =>
    recordContact(o, nth(o, 2), { ...contact('connected'), evidence: [] }, liaison('police'), city, now),
  (o, _n, _u, now) => reportResult(o, nth(o, 2), report({ headInvolved: '到场' }), liaison('police'), city, now),
  (o, _n, _u, now) => reviewReply(o, { verdict: 'approve' }, reviewer, city, now),
  (o, _n, _u, now) => reviewReply(o, { verdict: 'reject', defects: '不具体', assignments: [] }, reviewer, city, now),
  (o, _n, _u, now) =>
    recordCallback(
      o,
      { result: 'answered', channel: 'phone', answers: satisfied, outcome: 'close', note: null },
      caller,
      city,
      now,
    ),
  (o, _n, _u, now) =>
    recordCallback(
      o,
      { result: 'answered', channel: 'phone', answers: dissatisfied, outcome: 'rework', note: null },
      caller,
      city,
      now,
    ),
  (o, _n, _u, now) =>
    recordCallback(o, { result: 'unreached', channel: 'phone', why: 'no-answer', nextAt: null }, caller, city, now),
  (o, _n, _u, now) => reopenOrder(o, { ground: 'recheck', reason: '回头看', apart: false }, caller, city, now),
  (o, _n, _u, now) => withdrawOrder(o, { askedBy: 'appellant', reason: '不办了', checked: '回拨' }, agent, now),
  (o, n, u, now) => requestReturn(o, nth(o, n), asked, liaison(u), city, now),
  (o, _n, _u, now) => requestReturn(o, nth(o, 2), asked, liaison('police'), city, now),
  (o, n, _u, now) => decideReturn(o, nth(o, n), { verdict: 'approve', finding: '同意' }, lead, city, now),
  (o, n, _u, now) => decideReturn(o, nth(o, n), { verdict: 'reject', finding: '不同意' }, lead, city, now),
  (o, n, _u, now) => decideReturn(o, nth(o, n), { verdict: 'adjudicate', finding: '归谁' }, lead, city, now),
  (o, n, u, now) =>
    adjudicate(o, { ...ruled(o), lead: u as UnitId, co: n > 2 ? ['police' as UnitId] : [] }, lead, city, now),
  (o, _n, _u, now) => undoDispatch(o, { ...undone, lead: null }, dispatcher, city, now),
  (o, _n, u, now) => undoDispatch(o, { ...undone, lead: u as UnitId }, dispatcher, city, now),
  (o, _n, _u, now) => supplementOrder(o, { text: '补充', evidence: [] }, agent, now),
  (o, _n, _u, now) => urgeOrder(o, { text: null }, agent, now),
]

type Step = { act: number; n: number; unit: (typeof UNITS)[number]; hours: number }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.nat(tries.length),
    n: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom(...UNITS),
    hours: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 8, max: 400 }) },
    ),
  }),
  { minLength: 10, maxLength: 60 },
)

function walk(path: readonly Step[]): { events: OrderEvent[]; order: Order; now: Instant } {
  let now = at('2026-03-02 10:00')
  let order = openedOrder(city, {}, now)
  const events: OrderEvent[] = []
  for (const { act, n, unit, hours } of path) {
    now = instantOf(Date.parse(now) + hours * 3_600_000)
    const swept = dueEvents(order, city, now)
    const acted = [...swept].reduce(apply, order)
    const attempt = tries[act]?.(acted, n, unit, now)
    const more = attempt?.ok === true ? attempt.events : []
    events.push(...swept, ...more)
    order = more.reduce(apply, acted)
  }
  return { events, order, now }
}

test('whatever is tried in whatever order, the log replays to the same order and time owes nothing', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { events, order, now } = walk(path)
      const first = openedOrder(city, {}, at('2026-03-02 10:00'))
      const opening: OrderEvent = {
        kind: 'opened',
        at: first.receivedAt,
        by: agent,
        no: first.no,
        queryCode: first.queryCode,
        channel: first.channel,
        receivedAt: first.receivedAt,
        request: first.request,
        taxonomyVersion: first.taxonomyVersion,
      }
      const kept = JSON.parse(JSON.stringify([opening, ...events])) as OrderEvent[]
      expect(replay(first.id, kept)).toEqual(order)
      const swept = dueEvents(order, city, now).reduce(apply, order)
      expect(dueEvents(swept, city, now)).toEqual([])
      expect(dueItems(swept, city).every((due) => due.at > now)).toBe(true)
      if (!isOpen(swept.state)) expect(swept.clocks.filter((clock) => clock.stoppedAt === null)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the citizen’s promises are counted from receipt and never move; a unit’s never before its dispatch', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { order } = walk(path)
      const promises = order.clocks.filter((clock) => clock.party === 'citizen')
      expect(promises.every((clock) => clock.from === order.receivedAt)).toBe(true)
      const sent = new Map(order.assignments.map((a) => [a.id, a.dispatchedAt]))
      expect(
        order.clocks.every((clock) => clock.assignment === null || clock.from >= (sent.get(clock.assignment) ?? '')),
      ).toBe(true)
    }),
    { numRuns: 200 },
  )
})

/** All deltas of a walk, added up by measure. */
function totalsOf(first: Order, events: readonly OrderEvent[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  let before = first
  for (const event of events) {
    const after = apply(before, event)
    for (const delta of deltasOf(before, event, after))
      totals.set(delta.measure, (totals.get(delta.measure) ?? 0) + delta.n)
    before = after
  }
  return totals
}

test('standing counts come to one while an order is open and to nothing when it has ended', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { events, order } = walk(path)
      const totals = totalsOf(openedOrder(city, {}, at('2026-03-02 10:00')), events)
      const accepted = order.acceptedAt !== null
      expect(totals.get('open') ?? 0).toBe(accepted && isOpen(order.state) ? 1 : 0)
      expect(totals.get('accepted') ?? 0).toBe(accepted ? 1 : 0)
      const confirmed = order.assignments.some((a) => a.state === 'accepted')
      const closed = order.state === 'closed' || (order.state === 'archived' && confirmed)
      expect(totals.get('closed') ?? 0).toBe(closed ? 1 : 0)
    }),
    { numRuns: 200 },
  )
})

test('from the first dispatch on somebody is responsible, and no unit that gave it back is dispatched to again', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { order } = walk(path)
      if (order.assignments.length > 0) expect(responsibleOf(order)).not.toBeNull()
      for (const gone of order.assignments.filter((a) => a.state === 'returned')) {
        const later = order.assignments.filter((a) => a.unit === gone.unit && a.dispatchedAt > gone.dispatchedAt)
        expect(later.filter(() => order.adjudication?.ruling == null)).toEqual([])
      }
      expect(order.returns.every((r) => order.returns.filter((other) => other.unit === r.unit).length === 1)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
