import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { City } from '../city/city.ts'
import { dueEvents } from '../deadline/due-work.ts'
import { recordContact } from '../handling/record-contact.ts'
import { reportResult } from '../handling/report-result.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import type { FileHash, Instant, UnitId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import { agent, at, dispatched, dispatcher, done, handled, liaison, nth, report } from '../order/order.fixture.ts'
import { leadOf, type Order } from '../order/order.ts'
import { Adjudicate, adjudicate } from './adjudicate.ts'
import { type DecideReturn, decideReturn } from './decide-return.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { RequestReturn, requestReturn } from './request-return.ts'
import { responsibleOf, unitsThatReturned } from './returns.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const A = 'city-management'
const B = 'housing'
const C = 'municipal-works'
const monday = at('2026-03-02 10:00')
const lead: Actor = { ...agent, id: 's-lead', role: 'dispatch-lead' }

const asked = (more: Partial<RequestReturn> = {}): RequestReturn =>
  RequestReturn.parse({
    reason: 'not-our-duty',
    explanation: '井盖铸有供水字样',
    basis: '云川市供水条例第十二条',
    document: '云水函〔2026〕3号',
    signer: '王局',
    ...more,
  })
const request = (order: Order, n: number, unit: string, now: Instant, more: Partial<RequestReturn> = {}) =>
  requestReturn(order, nth(order, n), asked(more), liaison(unit), city, now)
const decided = (order: Order, n: number, verdict: DecideReturn['verdict'], now: Instant) =>
  decideReturn(order, nth(order, n), { verdict, finding: '已核对三定' }, lead, city, now)
const sent = (order: Order, unit: string, now: Instant) =>
  done(
    order,
    dispatchOrder(order, { lead: unit as UnitId, co: [], overrideReason: '改派', note: null }, dispatcher, city, now),
  )
const signed = (order: Order, n: number, unit: string, now: Instant) =>
  done(order, signAssignment(order, nth(order, n), liaison(unit), now))
const clock = (order: Order, id: string) => order.clocks.find((c) => c.id === id)
const sweep = (order: Order, now: Instant) => dueEvents(order, city, now).reduce(apply, order)
const refusal = (decision: { ok: boolean; refusal?: string }) => (decision.ok ? null : decision.refusal)

/** Given back by A and approved, dispatched to B, and asked back by B. */
function twiceReturned(): Order {
  let order = signed(dispatched(city, [A], monday), 1, A, at('2026-03-02 10:30'))
  order = done(order, request(order, 1, A, at('2026-03-02 11:00')))
  order = done(order, decided(order, 1, 'approve', at('2026-03-02 11:30')))
  order = sent(order, B, at('2026-03-02 12:00'))
  return done(order, request(order, 2, B, at('2026-03-02 14:00'), { reason: 'ownership' }))
}
const ruling = (more: Partial<Adjudicate> = {}): Adjudicate =>
  Adjudicate.parse({
    lead: B,
    ruling: '产权单位不明，由住建先行处置',
    opinions: [
      { unit: A, opinion: '不属城管' },
      { unit: B, opinion: '产权不在本单位' },
    ],
    minutes: '3月2日会商',
    minutesNo: '云热会〔2026〕5号',
    ...more,
  })

describe('asking to give an order back', () => {
  test('the answer’s clock runs on, signing is owed no more, and the hotline owes a decision', () => {
    const order = done(
      dispatched(city, [A], monday),
      request(dispatched(city, [A], monday), 1, A, at('2026-03-02 11:00')),
    )
    expect(order.state).toBe('in-handling')
    expect(order.assignments[0]?.state).toBe('return-requested')
    expect(clock(order, '1-C5')?.stoppedAt).toBeNull()
    expect(clock(order, '1-C2')?.stoppedAt).toBe(at('2026-03-02 11:00'))
    expect(clock(order, 'hotline-C9-1')).toMatchObject({ due: at('2026-03-02 17:00'), assignment: nth(order, 1) })
    const late = sweep(order, at('2026-03-02 17:30'))
    expect(clock(late, 'hotline-C9-1')?.missedAt).not.toBeNull()
    expect(late.assignments[0]?.state).toBe('return-requested')
  })

  test('meanwhile a unit that has signed still reaches the citizen', () => {
    let order = signed(dispatched(city, [A], monday), 1, A, at('2026-03-02 10:30'))
    order = done(order, request(order, 1, A, at('2026-03-02 11:00')))
    const talk = { method: 'phone', result: 'connected', summary: '说明正在核对', evidence: [] as FileHash[] } as const
    order = done(
      order,
      recordContact(order, nth(order, 1), { ...talk, evidence: [] }, liaison(A), city, at('2026-03-02 11:10')),
    )
    order = done(order, decided(order, 1, 'reject', at('2026-03-02 12:00')))
    expect(order.assignments[0]?.state).toBe('processing')
    expect(clock(order, '1-C3')?.stoppedAt).toBe(at('2026-03-02 11:10'))
  })

  test.each<[string, string | null, (order: Order) => ReturnType<typeof request>]>([
    ['without evidence', 'return-evidence-needed', (o) => request(o, 1, A, at('2026-03-02 11:00'), { document: null })],
    ['without a basis', 'return-basis-needed', (o) => request(o, 1, A, at('2026-03-02 11:00'), { basis: null })],
    [
      'for missing facts needs neither',
      null,
      (o) => request(o, 1, A, at('2026-03-02 11:00'), { reason: 'info-missing', basis: null, document: null }),
    ],
    ['in the last minute of its window', null, (o) => request(o, 1, A, at('2026-03-03 23:59'))],
    ['after its window', 'return-window-closed', (o) => request(o, 1, A, at('2026-03-04 00:01'))],
    ['by a unit not assigned', 'not-your-assignment', (o) => request(o, 1, C, at('2026-03-02 11:00'))],
    ['of what is not there', 'not-your-assignment', (o) => request(o, 7, A, at('2026-03-02 11:00'))],
    [
      'suggesting itself',
      'suggests-itself',
      (o) => request(o, 1, A, at('2026-03-02 11:00'), { suggestedUnit: A as UnitId }),
    ],
    [
      'suggesting nobody',
      'unknown-unit',
      (o) => request(o, 1, A, at('2026-03-02 11:00'), { suggestedUnit: 'nobody' as UnitId }),
    ],
    [
      'suggesting the hotline',
      'not-a-handling-unit',
      (o) => request(o, 1, A, at('2026-03-02 11:00'), { suggestedUnit: 'hotline' as UnitId }),
    ],
    [
      'with a file of another order',
      'unknown-file',
      (o) => request(o, 1, A, at('2026-03-02 11:00'), { evidence: ['a'.repeat(64) as FileHash] }),
    ],
  ])('%s', (_, expected, ask) => {
    expect(refusal(ask(dispatched(city, [A, B], monday)))).toBe(expected)
  })

  test('once only, whatever became of it; and not after the report', () => {
    let order = done(
      dispatched(city, [A], monday),
      request(dispatched(city, [A], monday), 1, A, at('2026-03-02 11:00')),
    )
    expect(refusal(request(order, 1, A, at('2026-03-02 11:01')))).toBe('return-asked-before')
    order = done(order, decided(order, 1, 'reject', at('2026-03-02 12:00')))
    expect(refusal(request(order, 1, A, at('2026-03-02 12:10')))).toBe('return-asked-before')
    const reported = handled(dispatched(city, [A], monday), 1, A, city, at('2026-03-02 12:00'))
    expect(refusal(request(reported, 1, A, at('2026-03-02 13:00')))).toBe('wrong-state')
  })
})

describe('deciding it', () => {
  test('approved: dispatched anew under a new limit, never to the same unit, which answers for it until another signs', () => {
    let order = done(
      dispatched(city, [A, C], monday),
      request(dispatched(city, [A, C], monday), 1, A, at('2026-03-02 11:00')),
    )
    order = done(order, decided(order, 1, 'approve', at('2026-03-02 11:30')))
    expect(order.state).toBe('pending-dispatch')
    expect(order.assignments.map((a) => a.state)).toEqual(['returned', 'cancelled'])
    expect(
      order.clocks
        .filter((c) => c.stoppedAt === null)
        .map((c) => c.id)
        .sort(),
    ).toEqual(['citizen-C3', 'citizen-C5', 'hotline-C1-2'])
    expect(clock(order, 'hotline-C1-2')?.from).toBe(at('2026-03-02 11:30'))
    expect([...unitsThatReturned(order)]).toEqual([A])
    expect(responsibleOf(order)).toBe(A)
    expect(
      refusal(
        dispatchOrder(
          order,
          { lead: A as UnitId, co: [], overrideReason: '再派', note: null },
          dispatcher,
          city,
          at('2026-03-02 12:00'),
        ),
      ),
    ).toBe('unit-already-returned-it')
    order = sent(order, B, at('2026-03-02 12:00'))
    expect(responsibleOf(order)).toBe(A)
    order = signed(order, 3, B, at('2026-03-02 13:00'))
    expect(responsibleOf(order)).toBe(B)
  })

  test('rejected: it stands where it stood, and who had not signed owes that anew', () => {
    let order = done(
      dispatched(city, [A], monday),
      request(dispatched(city, [A], monday), 1, A, at('2026-03-02 11:00')),
    )
    order = done(order, decided(order, 1, 'reject', at('2026-03-02 15:00')))
    expect(order.assignments[0]?.state).toBe('pending-sign')
    expect(clock(order, '1-C2')).toMatchObject({ from: at('2026-03-02 15:00'), stoppedAt: null })
    expect(clock(order, '1-C5')?.from).toBe(monday)
    expect(sweep(order, at('2026-03-03 18:00')).assignments[0]?.autoSigned).toBe(true)
  })

  test('a co-unit that leaves moves nothing, and the lead no longer waits for it', () => {
    let order = dispatched(city, [A, C], monday)
    order = done(order, request(order, 2, C, at('2026-03-02 11:00')))
    const leadReports = (o: Order) => reportResult(o, nth(o, 1), report(), liaison(A), city, at('2026-03-02 15:00'))
    order = signed(order, 1, A, at('2026-03-02 12:00'))
    const talk = { method: 'phone', result: 'connected', summary: '已联系', evidence: [] as FileHash[] } as const
    order = done(
      order,
      recordContact(order, nth(order, 1), { ...talk, evidence: [] }, liaison(A), city, at('2026-03-02 12:10')),
    )
    expect(refusal(leadReports(order))).toBe('co-units-have-not-reported')
    expect(refusal(decided(order, 2, 'adjudicate', at('2026-03-02 13:00')))).toBe('co-unit-not-adjudicated')
    order = done(order, decided(order, 2, 'approve', at('2026-03-02 13:00')))
    expect(order.state).toBe('in-handling')
    expect(refusal(leadReports(order))).toBeNull()
  })

  test('nothing is decided twice, nor what nobody asked for', () => {
    const order = dispatched(city, [A], monday)
    expect(refusal(decided(order, 1, 'approve', monday))).toBe('no-return-open')
    expect(refusal(decided(order, 5, 'approve', monday))).toBe('unknown-assignment')
    const asked = done(order, request(order, 1, A, at('2026-03-02 11:00')))
    const rejected = done(asked, decided(asked, 1, 'reject', at('2026-03-02 12:00')))
    expect(refusal(decided(rejected, 1, 'approve', at('2026-03-02 12:01')))).toBe('no-return-open')
  })
})

describe('a second return', () => {
  test('goes to a ruling and nowhere else; the first receiver leads meanwhile and the unit’s limit passes truly', () => {
    const asked = twiceReturned()
    expect(refusal(decided(asked, 2, 'approve', at('2026-03-02 15:00')))).toBe('needs-adjudication')
    expect(refusal(decided(asked, 2, 'reject', at('2026-03-02 15:00')))).toBe('needs-adjudication')
    let order = done(asked, decided(asked, 2, 'adjudicate', at('2026-03-02 15:00')))
    expect(order.state).toBe('in-adjudication')
    expect(responsibleOf(order)).toBe(A)
    expect(clock(order, 'hotline-C11-1')?.due).toBe(at('2026-03-04 00:00'))
    order = sweep(order, at('2026-03-06 10:00'))
    expect(order.clocks.filter((c) => c.missedAt !== null).map((c) => c.id)).toEqual(
      expect.arrayContaining(['2-C5', 'hotline-C11-1', 'citizen-C5']),
    )
    expect(order.state).toBe('in-adjudication')
    const ruled = done(order, adjudicate(order, ruling(), lead, city, at('2026-03-06 11:00')))
    expect(ruled.state).toBe('in-handling')
    expect(leadOf(ruled)).toMatchObject({ unit: B, state: 'pending-sign', id: nth(ruled, 3) })
    expect(ruled.assignments.map((a) => a.state)).toEqual(['returned', 'cancelled', 'pending-sign'])
    expect(clock(ruled, '3-C5')?.from).toBe(at('2026-03-06 11:00'))
    expect(clock(ruled, 'hotline-C11-1')?.stoppedAt).toBe(at('2026-03-06 11:00'))
    expect(clock(ruled, 'citizen-C5')?.from).toBe(monday)
    expect(refusal(request(ruled, 3, B, at('2026-03-06 12:00')))).toBe('ruling-is-final')
  })

  test('is ruled within four hours where the matter presses', () => {
    const urgent = { kind: 'urgent', urgency: 'urgent' } as const
    let order = dispatched(city, [A], monday, urgent)
    order = done(order, request(order, 1, A, at('2026-03-02 11:00')))
    order = done(order, decided(order, 1, 'adjudicate', at('2026-03-02 11:30')))
    expect(clock(order, 'hotline-C11-1')?.due).toBe(at('2026-03-02 15:30'))
  })

  test.each<[string, string, Partial<Adjudicate>]>([
    ['whoever gave it back is heard', 'unit-not-heard', { opinions: [{ unit: A as UnitId, opinion: '不属城管' }] }],
    ['a unit nobody knows', 'unknown-unit', { lead: 'nobody' as UnitId }],
    ['the hotline itself', 'not-a-handling-unit', { lead: 'hotline' as UnitId }],
    ['one unit twice', 'unit-named-twice', { co: [B as UnitId] }],
    ['a file of another order', 'unknown-file', { evidence: ['b'.repeat(64) as FileHash] }],
  ])('%s', (_, expected, more) => {
    const asked = twiceReturned()
    const order = done(asked, decided(asked, 2, 'adjudicate', at('2026-03-02 15:00')))
    expect(refusal(adjudicate(order, ruling(more), lead, city, at('2026-03-02 16:00')))).toBe(expected)
  })

  test('nothing is ruled that nobody sent to a ruling', () => {
    expect(refusal(adjudicate(twiceReturned(), ruling(), lead, city, at('2026-03-02 16:00')))).toBe('wrong-state')
  })
})

describe('what it counts', () => {
  const measure = (before: Order, decision: { ok: boolean; events?: readonly OrderEvent[] }) => {
    const counts: string[] = []
    let order = before
    for (const event of decision.events ?? []) {
      const after = apply(order, event)
      for (const d of deltasOf(order, event, after))
        if (d.measure !== 'open') counts.push(`${d.measure} ${d.unit} ${d.day}`)
      order = after
    }
    return counts.sort()
  }
  const after = at('2026-03-03 09:00')

  test.each([
    ['not-our-duty', ['first-dispatch-wrong city-management 2026-03-02', 'return-approved city-management 2026-03-03']],
    ['duplicate', ['return-approved city-management 2026-03-03']],
  ] as const)('an approved return for %s', (reason, expected) => {
    const order = dispatched(city, [A], monday)
    const asked = done(order, request(order, 1, A, at('2026-03-02 11:00'), { reason }))
    expect(measure(asked, decided(asked, 1, 'approve', after))).toEqual(expected)
  })

  test('a ruling counts the unclear returns, and the first dispatch as wrong once only', () => {
    const asked = twiceReturned()
    const order = done(asked, decided(asked, 2, 'adjudicate', at('2026-03-02 15:00')))
    expect(measure(order, adjudicate(order, ruling(), lead, city, after))).toEqual([
      'adjudicated housing 2026-03-03',
      'assigned housing 2026-03-03',
      'return-unclear-duty city-management 2026-03-03',
      'return-unclear-duty housing 2026-03-03',
    ])
  })
})
