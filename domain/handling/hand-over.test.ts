import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { City } from '../city/city.ts'
import { decideReturn } from '../dispatch/decide-return.ts'
import { RequestReturn, requestReturn } from '../dispatch/request-return.ts'
import { responsibleOf, unitsThatReturned } from '../dispatch/returns.ts'
import type { UnitId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import type { Actor } from '../order/actor.ts'
import { apply } from '../order/fold.ts'
import { agent, at, dispatched, done, liaison, nth } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { handBack, handOver, openPartOf } from './hand-over.ts'
import { signAssignment } from './sign-assignment.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const [A, B, C] = ['city-management', 'housing', 'municipal-works'] as unknown as [UnitId, UnitId, UnitId]
const monday = at('2026-03-02 10:00')
const noon = at('2026-03-02 12:00')
const admin: Actor = { ...agent, id: 's-admin', role: 'administrator' }
const lead: Actor = { ...agent, id: 's-lead', role: 'dispatch-lead' }
const moved = (order: Order, from: UnitId, to: UnitId, id = 1) =>
  handOver(order, { unit: from, to }, { id, reason: '机构改革' }, admin, noon)
const handed = (order: Order, from: UnitId, to: UnitId, id = 1) => moved(order, from, to, id).reduce(apply, order)

describe('a unit is dissolved with orders open', () => {
  test('its assignments change hands as they stand, with every clock running on', () => {
    const signed = dispatched(city, [A, C], monday)
    const order = done(signed, signAssignment(signed, nth(signed, 1), liaison(A), at('2026-03-02 10:30')))
    const now = handed(order, A, B)
    expect(now.assignments.map(({ unit, state }) => [unit, state])).toEqual([
      [B, 'signed'],
      [C, 'pending-sign'],
    ])
    expect(now.clocks).toEqual(order.clocks)
    expect(responsibleOf(now)).toBe(B)
  })

  test('the standing count of open orders moves with it', () => {
    const order = dispatched(city, [A], monday)
    const [event] = moved(order, A, B)
    if (event === undefined) throw new Error('nothing moved')
    const open = deltasOf(order, event, apply(order, event)).filter(({ measure }) => measure === 'open')
    expect(open.map(({ unit, n }) => [unit, n])).toEqual([
      [A, -1],
      [B, 1],
    ])
  })

  test('nobody stands in an order twice: the weightier part is kept', () => {
    const led = handed(dispatched(city, [A, B], monday), A, B)
    expect(led.assignments.map(({ unit, role, state }) => [unit, role, state])).toEqual([
      [B, 'lead', 'pending-sign'],
      [B, 'co', 'cancelled'],
    ])
    const helped = handed(dispatched(city, [B, A], monday), A, B)
    expect(helped.assignments.map(({ unit, role, state }) => [unit, role, state])).toEqual([
      [B, 'lead', 'pending-sign'],
      [A, 'co', 'cancelled'],
    ])
  })

  test('what it gave back and is still answerable for, the successor answers for; the return stays the old unit’s', () => {
    const order = dispatched(city, [A], monday)
    const wish = RequestReturn.parse({
      reason: 'info-missing',
      explanation: '没有路段',
      signer: '李局',
    })
    const asked = done(order, requestReturn(order, nth(order, 1), wish, liaison(A), city, at('2026-03-02 10:30')))
    const back = done(
      asked,
      decideReturn(asked, nth(asked, 1), { verdict: 'approve', finding: '同意' }, lead, city, at('2026-03-02 11:00')),
    )
    expect(openPartOf(back, A)).toEqual({ assignments: [], responsible: true })
    const now = handed(back, A, B)
    expect(responsibleOf(now)).toBe(B)
    expect([...unitsThatReturned(now)]).toEqual([A])
    expect(moved(now, A, B, 2)).toEqual([])
  })

  test('an order that has ended, or is none of its, is left alone', () => {
    const order = dispatched(city, [A], monday)
    expect(moved(order, C, B)).toEqual([])
    expect(moved({ ...order, state: 'closed' }, A, B)).toEqual([])
  })

  test('a hand-over is given back as far as it is still open', () => {
    const order = handed(dispatched(city, [A], monday), A, B)
    const undone = handBack(order, { unit: B, to: A }, { id: 2, reason: '改革暂缓', of: 1 }, admin, noon)
    const back = undone.reduce(apply, order)
    expect(back.assignments[0]?.unit).toBe(A)
    expect(responsibleOf(back)).toBe(A)
    const settled = handed(dispatched(city, [A], monday), A, B)
    const returned: Order = { ...settled, assignments: settled.assignments.map((a) => ({ ...a, state: 'returned' })) }
    expect(handBack(returned, { unit: B, to: A }, { id: 2, reason: '改革暂缓', of: 1 }, admin, noon)).toEqual([])
  })
})
