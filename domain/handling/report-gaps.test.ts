import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { City } from '../city/city.ts'
import { approved, at, dispatched, done, handled, liaison, nth, report } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { nextDuty } from './next-duty.ts'
import { recordContact } from './record-contact.ts'
import { reportGaps } from './report-gaps.ts'
import { reportResult } from './report-result.ts'
import { signAssignment } from './sign-assignment.ts'

let city: City
const now = at('2026-03-02 10:00')
beforeAll(async () => {
  city = await loadCity('city/demo')
})

const contactOf = (order: Order, n: number, unit: string) => {
  const signed = done(order, signAssignment(order, nth(order, n), liaison(unit), now))
  const wish = { method: 'phone', result: 'connected', summary: '已约上门', evidence: [] } as const
  return done(signed, recordContact(signed, nth(signed, n), { ...wish, evidence: [] }, liaison(unit), city, now))
}

describe('what a report still lacks', () => {
  test('of an empty one: everything that is required, in the order of the form', () => {
    const order = contactOf(dispatched(city, ['housing'], now), 1, 'housing')
    expect(reportGaps(order, nth(order, 1), {})).toEqual(['handling', 'publicReply', 'factTrue', 'solved', 'signer'])
    expect(reportGaps(order, nth(order, 1), { ...report(), signer: '  ' })).toEqual(['signer'])
  })

  test('a reason where the matter is not solved, even while other things are missing', () => {
    const order = contactOf(dispatched(city, ['housing'], now), 1, 'housing')
    expect(reportGaps(order, nth(order, 1), { ...report(), solved: 'partly', solvedReason: null })).toEqual([
      'solvedReason',
    ])
    expect(reportGaps(order, nth(order, 1), { solved: 'partly' })).toContain('solvedReason')
  })

  test('the lead waits for its co-unit; when that has reported nothing is missing and the decision agrees', () => {
    const order = contactOf(
      contactOf(dispatched(city, ['housing', 'municipal-works'], now), 1, 'housing'),
      2,
      'municipal-works',
    )
    const lead = nth(order, 1)
    expect(reportGaps(order, lead, report())).toEqual(['co-units-have-not-reported'])
    expect(reportResult(order, lead, report(), liaison('housing'), city, now)).toMatchObject({ ok: false })
    const after = done(order, reportResult(order, nth(order, 2), report(), liaison('municipal-works'), city, now))
    expect(reportGaps(after, lead, report())).toEqual([])
    expect(reportResult(after, lead, report(), liaison('housing'), city, now)).toMatchObject({ ok: true })
  })

  test('in rework the head’s part; before signing nothing can be reported at all', () => {
    const fresh = dispatched(city, ['housing'], now)
    expect(reportGaps(fresh, nth(fresh, 1), report())).toEqual(['wrong-state'])
    const order = contactOf(fresh, 1, 'housing')
    expect(reportGaps({ ...order, reworkCount: 1 }, nth(order, 1), report({ headInvolved: null }))).toEqual([
      'headInvolved',
    ])
  })
})

describe('the next duty', () => {
  test('is signing until signed, then whatever runs out first, and nothing once reported', () => {
    const order = dispatched(city, ['housing'], now)
    const first = (of: Order) => nextDuty(of, of.assignments[0] ?? expect.fail('no assignment'))
    expect(first(order)?.kind).toBe('sign')
    const signed = done(order, signAssignment(order, nth(order, 1), liaison('housing'), now))
    expect(first(signed)).toMatchObject({ kind: 'contact', due: expect.any(String) })
    expect(first(contactOf(order, 1, 'housing'))?.kind).toBe('report')
    expect(first(approved(handled(order, 1, 'housing', city, now), city, now))).toBeNull()
  })
})
