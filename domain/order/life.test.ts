import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { submitOrder } from '../accept/submit-order.ts'
import { recordCallback } from '../callback/record-callback.ts'
import { reopenOrder } from '../callback/reopen-order.ts'
import { withdrawOrder } from '../callback/withdraw-order.ts'
import type { City } from '../city/city.ts'
import { isLate } from '../deadline/clock.ts'
import { dueEvents, dueItems } from '../deadline/due-work.ts'
import { dispatchOrder } from '../dispatch/dispatch-order.ts'
import { handDown } from '../handling/hand-down.ts'
import { reportResult } from '../handling/report-result.ts'
import { reviewReply } from '../handling/review-reply.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import type { CategoryCode, RegionCode, UnitId } from '../ids.ts'
import { apply } from './fold.ts'
import {
  agent,
  approved,
  at,
  awaitingCallback,
  caller,
  dispatched,
  dissatisfied,
  done,
  handled,
  liaison,
  nth,
  openedOrder,
  reachable,
  report,
  reviewer,
  satisfied,
  submitted,
} from './order.fixture.ts'
import { lightOf, type Order } from './order.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const clock = (order: Order, id: string) => order.clocks.find((c) => c.id === id)
const sweep = (order: Order, when: string) => dueEvents(order, city, at(when)).reduce(apply, order)

test('a matter goes from acceptance to the confirmed close, and every clock stops', () => {
  let order = dispatched(city, ['city-management'], at('2026-03-02 10:00'))
  expect(order.state).toBe('in-handling')
  order = handled(order, 1, 'city-management', city, at('2026-03-02 14:00'))
  expect(order.state).toBe('pending-reply-review')
  order = approved(order, city, at('2026-03-03 15:00'))
  expect(order.state).toBe('pending-callback')
  order = done(
    order,
    recordCallback(
      order,
      { result: 'answered', channel: 'phone', answers: satisfied, outcome: 'close', note: null },
      caller,
      city,
      at('2026-03-04 09:00'),
    ),
  )
  expect(order.state).toBe('closed')
  expect(order.clocks.filter((c) => c.stoppedAt === null)).toEqual([])
  expect(order.clocks.filter((c) => isLate(c, at('2026-04-01 09:00')))).toEqual([])
})

test('received Friday 17:00: contact is due Saturday 17:00, the answer Wednesday 24:00', () => {
  const order = submitted(city, {}, at('2026-03-06 17:00'))
  expect(clock(order, 'citizen-C3')?.due).toBe(at('2026-03-07 17:00'))
  expect(clock(order, 'citizen-C5')?.due).toBe(at('2026-03-12 00:00'))
})

test('received 2026-02-13 before the Spring Festival: three working days end on 02-25', () => {
  const order = submitted(city, {}, at('2026-02-13 10:00'))
  expect(clock(order, 'citizen-C5')?.due).toBe(at('2026-02-26 00:00'))
})

test('the citizen’s clock counts from receipt, the unit’s from dispatch', () => {
  const order = submitted(city, {}, at('2026-03-02 10:00'))
  const later = done(
    order,
    dispatchOrder(
      order,
      { lead: 'water-group' as UnitId, co: [], overrideReason: '指定', note: null },
      agent,
      city,
      at('2026-03-03 11:00'),
    ),
  )
  expect(clock(later, 'citizen-C5')?.from).toBe(at('2026-03-02 10:00'))
  expect(clock(later, '1-C5')?.from).toBe(at('2026-03-03 11:00'))
})

test('a unit that does not sign is signed for, flagged, and its answer clock is not moved', () => {
  const order = dispatched(city, ['city-management'], at('2026-03-02 10:00'))
  const due = clock(order, '1-C5')?.due
  const swept = sweep(order, '2026-03-02 17:00')
  expect(swept.assignments[0]).toMatchObject({ state: 'signed', autoSigned: true })
  expect(clock(swept, '1-C2')?.missedAt).not.toBeNull()
  expect(clock(swept, '1-C5')?.due).toBe(due)
  expect(swept.maxLight).toBe('yellow')
})

test('overdue turns the light red, and a sweep that runs twice adds nothing', () => {
  const order = dispatched(city, ['city-management'], at('2026-03-02 10:00'))
  const swept = sweep(order, '2026-03-09 10:00')
  expect(lightOf(swept)).toBe('red')
  expect(dueEvents(swept, city, at('2026-03-09 10:00'))).toEqual([])
  expect(dueItems(swept, city).every((due) => due.at > at('2026-03-09 10:00'))).toBe(true)
})

test('the lead reports last: a co-unit is neither closed over nor able to close', () => {
  let order = dispatched(city, ['city-management', 'housing'], at('2026-03-02 10:00'))
  const early = handled(
    dispatched(city, ['city-management', 'housing'], at('2026-03-02 10:00')),
    2,
    'housing',
    city,
    at('2026-03-02 14:00'),
  )
  expect(early.state).toBe('in-handling')
  order = done(order, signAssignment(order, nth(order, 1), liaison('city-management'), at('2026-03-02 11:00')))
  expect(
    reportResult(order, nth(order, 1), report(), liaison('city-management'), city, at('2026-03-02 15:00')),
  ).toEqual({ ok: false, refusal: 'wrong-state' })
  const contacted = handledUpToContact(order)
  expect(
    reportResult(contacted, nth(order, 1), report(), liaison('city-management'), city, at('2026-03-02 15:00')),
  ).toEqual({ ok: false, refusal: 'co-units-have-not-reported' })
  expect(handled(early, 1, 'city-management', city, at('2026-03-02 16:00')).state).toBe('pending-reply-review')
})

const handledUpToContact = (order: Order): Order =>
  apply(order, {
    kind: 'contacted',
    at: at('2026-03-02 12:00'),
    by: liaison('city-management'),
    assignment: nth(order, 1),
    method: 'phone',
    summary: '已联系',
    evidence: [],
  })

test('a street hands down to its community and waits for it', () => {
  const town = [...city.units.values()].find(
    (u) => u.type === 'town' && [...city.units.values()].some((v) => v.parent === u.id),
  )
  const below = [...city.units.values()].find((u) => u.parent === town?.id)
  if (town === undefined || below === undefined) throw new Error('the demo city has a town with a community')
  // 小区车辆乱停: the catalogue itself gives it to the street, so the street may ask its community.
  const wish = { category: 'D0303' as CategoryCode, region: (town.region ?? '') as RegionCode }
  let order = dispatched(city, [town.id], at('2026-03-02 10:00'), wish)
  order = done(order, signAssignment(order, nth(order, 1), liaison(town.id), at('2026-03-02 11:00')))
  expect(
    handDown(
      order,
      nth(order, 1),
      { unit: 'housing' as UnitId, note: null },
      liaison(town.id),
      city,
      at('2026-03-02 11:05'),
    ),
  ).toEqual({ ok: false, refusal: 'not-your-unit-below' })
  order = done(
    order,
    handDown(
      order,
      nth(order, 1),
      { unit: below.id, note: '请上门核实' },
      liaison(town.id),
      city,
      at('2026-03-02 11:05'),
    ),
  )
  expect(order.assignments[1]).toMatchObject({ role: 'sub', unit: below.id, state: 'pending-sign' })
  order = handled(order, 2, below.id, city, at('2026-03-02 16:00'))
  expect(order.state).toBe('in-handling')
})

test('a rejected reply goes back with a clock of its own; the citizen’s answer clock runs on', () => {
  let order = handled(
    dispatched(city, ['city-management'], at('2026-03-02 10:00')),
    1,
    'city-management',
    city,
    at('2026-03-03 09:00'),
  )
  order = done(
    order,
    reviewReply(
      order,
      { verdict: 'reject', defects: '未说明修补范围', assignments: [] },
      reviewer,
      city,
      at('2026-03-03 10:00'),
    ),
  )
  expect(order.state).toBe('in-handling')
  expect(order.assignments[0]?.state).toBe('sent-back')
  expect(clock(order, '1-C8-1')?.stoppedAt).toBeNull()
  expect(clock(order, 'citizen-C5')?.stoppedAt).toBeNull()
})

test('a dissatisfied citizen gets rework at most as often as the city allows; the unit’s head takes part', () => {
  let order = awaitingCallback(city)
  const rework = { result: 'answered', channel: 'phone', answers: dissatisfied, outcome: 'rework', note: null } as const
  for (let round = 1; round <= city.policy.reworkLimit; round++) {
    order = done(order, recordCallback(order, rework, caller, city, at('2026-03-04 09:00')))
    expect(order.state).toBe('rework')
    const by = liaison('city-management')
    expect(reportResult(order, nth(order, 1), report(), by, city, at('2026-03-04 12:00'))).toEqual({
      ok: false,
      refusal: 'unit-head-needed',
    })
    order = done(
      order,
      reportResult(order, nth(order, 1), report({ headInvolved: '局长到现场' }), by, city, at('2026-03-04 15:00')),
    )
    order = approved(order, city, at('2026-03-04 16:00'))
  }
  expect(recordCallback(order, rework, caller, city, at('2026-03-05 09:00'))).toEqual({
    ok: false,
    refusal: 'rework-limit-reached',
  })
  expect(recordCallback(order, { ...rework, outcome: 'close' }, caller, city, at('2026-03-05 09:00'))).toEqual({
    ok: false,
    refusal: 'dissatisfied-needs-rework-or-note',
  })
})

test('nobody reached after the attempts: closed as unreachable', () => {
  let order = awaitingCallback(city)
  for (let n = 0; n < city.policy.callbackAttempts; n++)
    order = done(
      order,
      recordCallback(
        order,
        { result: 'unreached', channel: 'phone', why: 'no-answer', nextAt: null },
        caller,
        city,
        at(`2026-03-04 1${n}:00`),
      ),
    )
  expect(order.state).toBe('closed')
})

test('withdrawing takes every unit’s assignment away and stops every clock', () => {
  const order = dispatched(city, ['city-management', 'housing'], at('2026-03-02 10:00'))
  const gone = done(
    order,
    withdrawOrder(
      order,
      { askedBy: 'appellant', reason: '已自行解决', checked: '回拨核实' },
      agent,
      at('2026-03-02 12:00'),
    ),
  )
  expect(gone.state).toBe('withdrawn')
  expect(gone.assignments.map((a) => a.state)).toEqual(['cancelled', 'cancelled'])
  expect(gone.clocks.every((c) => c.stoppedAt !== null)).toBe(true)
})

test('a closed matter comes back within the city’s days, not later, and archives when they are over', () => {
  let order = awaitingCallback(city)
  order = done(
    order,
    recordCallback(
      order,
      { result: 'answered', channel: 'phone', answers: satisfied, outcome: 'close', note: null },
      caller,
      city,
      at('2026-03-04 09:00'),
    ),
  )
  const wish = { ground: 'recheck', reason: '现场查看仍有坑洼', apart: false } as const
  expect(reopenOrder(order, wish, caller, city, at('2026-05-04 09:00'))).toEqual({
    ok: false,
    refusal: 'too-long-closed',
  })
  expect(done(order, reopenOrder(order, wish, caller, city, at('2026-03-10 09:00'))).state).toBe('rework')
  expect(sweep(order, '2026-05-04 09:00').state).toBe('archived')
})

test('what an order needs before it can be dispatched is said one by one', () => {
  const now = at('2026-03-02 10:00')
  const refusal = (order: Order, contact: boolean) => {
    const decision = submitOrder(order, { review: 'auto' }, { ...reachable, contact }, agent, city, now)
    return decision.ok ? 'ok' : decision.refusal
  }
  const district = [...city.regions.values()].find((r) => r.level === 'district')
  expect(refusal(openedOrder(city, { category: null }, now), true)).toBe('category-needed')
  expect(refusal(openedOrder(city, district === undefined ? {} : { region: district.code }, now), true)).toBe(
    'place-too-coarse',
  )
  expect(refusal(openedOrder(city, {}, now), false)).toBe('contact-needed')
  expect(refusal(openedOrder(city, { anonymous: true }, now), false)).toBe('ok')
})
