import { expect, test } from 'vitest'
import type { PublicRequest } from '#domain/accept/request.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant, UnitId } from '#domain/ids.ts'
import type { Assignment, Order } from '#domain/order/order.ts'
import { mayHaveOriginal } from './may-have-original.ts'
import type { Caller } from './shell.ts'

const signed = { state: 'signed', signedAt: '2026-03-02T02:00:00.000Z' as Instant } as const
const unsigned = { state: 'pending-sign', signedAt: null } as const
const returned = { ...signed, state: 'returned' } as const

/** Only what the rule reads. */
function orderOf(
  roads: Pick<Assignment, 'state' | 'signedAt'>,
  request: Partial<Pick<PublicRequest, 'confidential' | 'anonymous'>> = {},
): Order {
  const read = {
    request: { confidential: 'none', anonymous: false, ...request },
    assignments: [{ unit: 'roads', ...roads }],
  } as unknown
  return read as Order
}

const staff = (unit: string, ...roles: Role[]) => ({ kind: 'staff', unit, roles, region: null }) as unknown as Caller
const machine = { kind: 'machine', id: 'm', name: 'm', unit: 'roads' as UnitId, scopes: ['read', 'handle'] } as const

test.each([
  ['an agent', staff('line', 'agent'), orderOf(unsigned, { confidential: 'all' }), true],
  ['a quality checker', staff('line', 'quality-checker'), orderOf(unsigned), true],
  ['a leader', staff('line', 'leader'), orderOf(signed), false],
  ['an analyst', staff('line', 'analyst'), orderOf(signed), false],
  ['an administrator', staff('line', 'administrator'), orderOf(signed), false],
  ['the unit that signed', staff('roads', 'liaison'), orderOf(signed), true],
  ['the unit before it signs', staff('roads', 'liaison'), orderOf(unsigned), false],
  ['the unit that gave it back', staff('roads', 'liaison'), orderOf(returned), false],
  ['the unit, of a confidential order', staff('roads', 'liaison'), orderOf(signed, { confidential: 'name' }), false],
  ['the unit, of an unnamed citizen', staff('roads', 'liaison'), orderOf(signed, { anonymous: true }), false],
  ['a grid worker of the unit', staff('roads', 'grid-worker'), orderOf(signed), false],
  ['another unit', staff('east', 'liaison'), orderOf(signed), false],
  ['a machine of the unit', machine, orderOf(signed), false],
  ['a citizen', { kind: 'citizen', id: 'citizen' } as const, orderOf(signed), false],
])('%s: %#', (_, caller, order, may) => {
  expect(mayHaveOriginal({ caller }, order)).toBe(may)
})
