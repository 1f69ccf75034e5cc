import { expect, test } from 'vitest'
import type { FileHash, Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { Order } from '../order/order.ts'
import { attachFile, filesLeft } from './attach-file.ts'

const now = '2026-03-02T02:00:00.000Z' as Instant
const citizen: Actor = { kind: 'citizen', id: 'citizen', role: null, unit: null }
const agent: Actor = { kind: 'staff', id: 's1', role: 'agent', unit: 'hotline' as UnitId }
const hash = (n: number) => n.toString(16).padStart(64, '0') as FileHash
const photo = (n: number) => ({ file: hash(n), name: `${n}.jpg`, mime: 'image/jpeg', bytes: 10 })

/** Only what the decision reads. */
const orderWith = (state: Order['state'], ...by: Actor[]): Order => {
  const read: Pick<Order, 'state' | 'files'> = { state, files: by.map((who, n) => ({ ...photo(n), at: now, by: who })) }
  return read as Order
}
const times = (n: number, who: Actor) => Array.from({ length: n }, () => who)

test.each([
  ['an open order takes a file', orderWith('in-handling'), agent, 'attached'],
  ['a closed order takes none', orderWith('closed'), agent, 'wrong-state'],
  ['a citizen adds the ninth', orderWith('in-handling', ...times(8, citizen)), citizen, 'attached'],
  ['a citizen adds no tenth', orderWith('in-handling', ...times(9, citizen)), citizen, 'too-many-files'],
  ['the hotline still may', orderWith('in-handling', ...times(9, citizen)), agent, 'attached'],
  ['nine of the hotline leave the citizen room', orderWith('in-handling', ...times(9, agent)), citizen, 'attached'],
  ['twenty are enough', orderWith('in-handling', ...times(20, agent)), agent, 'too-many-files'],
])('%s', (_, order, by, expected) => {
  const decision = attachFile(order, photo(99), by, now)
  expect(decision.ok ? decision.events[0]?.kind : decision.refusal).toBe(expected)
})

test('the same content again changes nothing, even on a full order', () => {
  expect(attachFile(orderWith('in-handling', ...times(20, agent)), photo(3), agent, now)).toEqual({
    ok: true,
    events: [],
  })
})

test('the event carries what was attached and by whom', () => {
  const decision = attachFile(orderWith('in-handling'), photo(7), citizen, now)
  expect(decision).toEqual({ ok: true, events: [{ kind: 'attached', at: now, by: citizen, ...photo(7) }] })
})

test('what is left to a citizen is bounded by the order too', () => {
  expect(filesLeft(orderWith('in-handling', ...times(2, citizen)), citizen)).toBe(7)
  expect(filesLeft(orderWith('in-handling', ...times(18, agent)), citizen)).toBe(2)
})
