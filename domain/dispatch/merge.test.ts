import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { redoMerged } from '../callback/merged-callback.ts'
import { RecordCallback, recordCallback } from '../callback/record-callback.ts'
import { withdrawOrder } from '../callback/withdraw-order.ts'
import type { City } from '../city/city.ts'
import { isLate } from '../deadline/clock.ts'
import { dueEvents, dueItems } from '../deadline/due-work.ts'
import type { Instant, OrderId } from '../ids.ts'
import { deltasOf } from '../measures/deltas.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import {
  agent,
  approved,
  at,
  caller,
  dispatched,
  dispatcher,
  done,
  handled,
  satisfied,
  submitted,
} from '../order/order.fixture.ts'
import { lightOf, type Order } from '../order/order.ts'
import { followMaster, votersOf } from './follow-master.ts'
import { type MergeOrder, mergeOrder } from './merge-order.ts'
import { sendBackOrder } from './send-back-order.ts'
import { unmergeOrder } from './unmerge-order.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const A = 'city-management'
const monday = at('2026-03-02 10:00')
const later = at('2026-03-02 11:00')

type Wish = Parameters<typeof submitted>[1]
const other = (n: number, now: Instant = monday, wish: Wish = {}): Order => ({
  ...submitted(city, wish, now),
  id: `01KJQ00000000000000000000${n}` as OrderId,
  no: `HL260302000002${n}`,
})
const wish = (master: Order): MergeOrder => ({ master: master.id, reason: '同一处' })

function merged(order: Order, master: Order, now = later): { own: Order; master: Order } {
  const decision = mergeOrder(order, master, wish(master), dispatcher, now)
  if (!decision.ok) throw new Error(decision.refusal)
  return {
    own: decision.events.map((e) => e.merged).reduce(apply, order),
    master: decision.events.map((e) => e.tookIn).reduce(apply, master),
  }
}

const refusalOf = (order: Order, master: Order) => {
  const decision = mergeOrder(order, master, wish(master), dispatcher, later)
  return decision.ok ? null : decision.refusal
}

/** What a step of the master does to an order in it, and the master after that step. */
function followed(own: Order, master: Order, step: OrderEvent, votes = true): Order {
  const event = followMaster(own, master, step, votes, city)
  return event === null ? own : apply(own, event)
}
function answeredMaster(now: Instant) {
  const { own, master } = merged(other(1), dispatched(city, [A], monday))
  const handledOne = handled(master, 1, A, city, at('2026-03-02 14:00'))
  const after = approved(handledOne, city, now)
  const step: OrderEvent = { kind: 'reply-approved', at: now, by: caller, clocks: [] }
  return { own: followed(own, after, step), master: after }
}

const answers = (more: object = {}) =>
  RecordCallback.parse({
    result: 'answered',
    channel: 'phone',
    answers: { ...satisfied, ...more },
    outcome: 'close',
    note: null,
  })
type Answered = Extract<RecordCallback, { result: 'answered' }>
const unhappy = (outcome: 'rework' | 'split'): Answered =>
  ({ ...answers({ solved: 'no', satisfaction: 1, reason: '还是坏的' }), outcome }) as Answered
const clock = (order: Order, id: string) => order.clocks.find((c) => c.id === id)

describe('a merge that cannot be', () => {
  test('says precisely why', () => {
    const open = dispatched(city, [A], monday)
    const own = other(1)
    expect(refusalOf(own, own)).toBe('master-is-itself')
    expect(refusalOf(merged(own, open).own, open)).toBe('already-merged')
    const taken = merged(own, open)
    expect(refusalOf(other(2), taken.own)).toBe('master-is-merged')
    expect(refusalOf(merged(own, other(3)).master, open)).toBe('order-has-merged-orders')
    expect(refusalOf(open, other(4))).toBe('wrong-state')
    expect(refusalOf(other(1, monday, { confidential: 'name' }), open)).toBe('confidential-not-merged')
    expect(refusalOf(other(1, monday, { requestType: 'report' }), open)).toBe('confidential-not-merged')
    expect(refusalOf(own, other(2, monday, { confidential: 'all' }))).toBe('confidential-not-merged')
  })

  test('an ended master takes nothing in, nor does one that the seat or intake review still has', () => {
    const closed = done(
      approved(handled(dispatched(city, [A], monday), 1, A, city, monday), city, later),
      recordCallback(
        approved(handled(dispatched(city, [A], monday), 1, A, city, monday), city, later),
        answers(),
        caller,
        city,
        later,
      ),
    )
    expect(refusalOf(other(1), closed)).toBe('master-not-open')
    expect(refusalOf(other(1), { ...other(2), state: 'pending-review' })).toBe('master-not-open')
    expect(refusalOf(other(1), { ...other(2), state: 'draft' })).toBe('master-not-open')
  })

  test('two languages are no obstacle: one matter is one matter', () => {
    const english = other(1, monday, { title: 'Pothole at the gate', content: 'A deep hole in the road at our gate' })
    expect(refusalOf(english, dispatched(city, [A], monday))).toBeNull()
  })
})

describe('splitting off', () => {
  test('the promises count on from receipt, the dispatch limit anew; both logs say so', () => {
    const before = other(1)
    const { own, master } = merged(before, dispatched(city, [A], monday))
    expect(own.clocks.every((c) => c.stoppedAt !== null)).toBe(true)
    const decision = unmergeOrder(own, master, { reason: '不是同一处' }, dispatcher, city, at('2026-03-03 09:00'))
    if (!decision.ok) throw new Error(decision.refusal)
    const split = decision.events.map((e) => e.own).reduce(apply, own)
    expect(split).toMatchObject({ state: 'pending-dispatch', master: null, endedAt: null })
    for (const id of ['citizen-C3', 'citizen-C5'])
      expect(clock(split, id)).toEqual({ ...clock(before, id), warned: expect.anything() })
    expect(split.clocks.findLast((c) => c.code === 'C1')).toMatchObject({ id: 'hotline-C1-2', stoppedAt: null })
    expect(decision.events.map((e) => e.masters).reduce(apply, master).mergedOrders).toEqual([])
  })

  test('a promise that ran out while it was merged is missed at the next sweep, and noted once', () => {
    const { own, master } = merged(other(1), dispatched(city, [A], monday))
    const late = at('2026-03-20 09:00')
    const decision = unmergeOrder(own, master, { reason: '另一件' }, dispatcher, city, late)
    if (!decision.ok) throw new Error(decision.refusal)
    const split = decision.events.map((e) => e.own).reduce(apply, own)
    const swept = dueEvents(split, city, late)
    expect(swept.filter((e) => e.kind === 'clock-missed' && e.clock === 'citizen-C5')).toHaveLength(1)
    const after = swept.reduce(apply, split)
    expect(lightOf(after)).toBe('red')
    expect(dueEvents(after, city, late)).toEqual([])
    const again = merged(after, master, late)
    const twice = unmergeOrder(again.own, again.master, { reason: '又错了' }, dispatcher, city, at('2026-03-21 09:00'))
    if (!twice.ok) throw new Error(twice.refusal)
    const back = twice.events.map((e) => e.own).reduce(apply, again.own)
    expect(lightOf(back)).toBe('red')
    expect(dueEvents(back, city, at('2026-03-21 09:00')).filter((e) => e.kind === 'clock-missed')).toEqual([])
  })

  test('only while the master is open, and only what is merged', () => {
    const { own, master } = merged(other(1), dispatched(city, [A], monday))
    const closed: Order = { ...master, state: 'closed' }
    expect(unmergeOrder(own, closed, { reason: '晚了' }, dispatcher, city, later)).toMatchObject({
      refusal: 'master-not-open',
    })
    expect(unmergeOrder(other(2), master, { reason: '没并过' }, dispatcher, city, later)).toMatchObject({
      refusal: 'not-merged',
    })
  })
})

describe('one master, many callers', () => {
  test('a merged order waits for its master and is not archived meanwhile', () => {
    const { own } = merged(other(1), dispatched(city, [A], monday))
    expect(dueItems(own, city)).toEqual([])
  })

  test('with the master’s approved reply each has the answer, late if the promise was over, and is called back', () => {
    const { own } = answeredMaster(at('2026-03-03 15:00'))
    expect(own).toMatchObject({ state: 'pending-callback', masterUnit: A, endedAt: null })
    expect(own.answer).toContain('修补')
    expect(own.clocks.findLast((c) => c.code === 'C7')?.stoppedAt).toBeNull()
    const promise = clock(own, 'citizen-C5')
    expect(promise && isLate(promise, at('2026-04-01 09:00'))).toBe(false)
    const tardy = answeredMaster(at('2026-03-20 15:00')).own
    const broken = clock(tardy, 'citizen-C5')
    expect(broken && isLate(broken, at('2026-04-01 09:00'))).toBe(true)
  })

  test('a content caller closes their own order; it counts for the master’s unit in the rates and not as its closing', () => {
    const { own } = answeredMaster(at('2026-03-03 15:00'))
    const decision = recordCallback(own, answers(), caller, city, at('2026-03-04 09:00'))
    if (!decision.ok) throw new Error(decision.refusal)
    let before = own
    const deltas = decision.events.flatMap((event) => {
      const after = apply(before, event)
      const counted = deltasOf(before, event, after)
      before = after
      return counted
    })
    expect(before.state).toBe('closed')
    const of = (measure: string) => deltas.find((delta) => delta.measure === measure)
    expect(of('closed')?.unit).toBe('')
    expect(of('satisfaction-right')?.unit).toBe(A)
    expect(of('callback-answered')?.n).toBe(1)
  })

  test('who has no vote is called all the same but moves no rate', () => {
    const { own, master } = merged(other(1), dispatched(city, [A], monday))
    const after = approved(handled(master, 1, A, city, later), city, later)
    const step: OrderEvent = { kind: 'reply-approved', at: later, by: caller, clocks: [] }
    const mute = followed(own, after, step, false)
    const closed = done(mute, recordCallback(mute, answers(), caller, city, later))
    const event = { kind: 'closed', at: later, by: caller, ground: 'satisfied', note: null } as const
    const measures = deltasOf(mute, event, closed).map((delta) => delta.measure)
    expect(measures).toContain('closed')
    expect(measures.filter((measure) => /response|resolution|satisfaction/.test(measure))).toEqual([])
  })

  test('a dissatisfied caller has the master done again, and waits with those not yet called', () => {
    const { own, master } = answeredMaster(at('2026-03-03 15:00'))
    const decision = redoMerged(own, master, unhappy('rework'), caller, city, at('2026-03-04 09:00'))
    if (!decision.ok) throw new Error(decision.refusal)
    const [step] = decision.events
    expect(step?.masters.map((e) => e.kind)).toEqual(['rework-ordered'])
    const again = step?.masters.reduce(apply, master)
    const waiting = step?.own.reduce(apply, own)
    expect(again?.state).toBe('rework')
    expect(waiting).toMatchObject({ state: 'merged', reworkCount: 1 })
    expect(waiting?.clocks.filter((c) => c.stoppedAt === null)).toEqual([])
    const bystander = answeredMaster(at('2026-03-03 15:00')).own
    const [ordered] = step?.masters ?? []
    if (again === undefined || ordered === undefined) throw new Error('no rework')
    expect(followed(bystander, again, ordered).state).toBe('merged')
  })

  test('the callback may find another matter after all: an order of its own, with the citizen’s answers kept', () => {
    const { own, master } = answeredMaster(at('2026-03-03 15:00'))
    const decision = redoMerged(own, master, unhappy('split'), caller, city, at('2026-03-04 09:00'))
    if (!decision.ok) throw new Error(decision.refusal)
    const split = decision.events.flatMap((e) => e.own).reduce(apply, own)
    expect(split).toMatchObject({ state: 'pending-dispatch', master: null, answer: null })
    expect(split.lastCallback?.reason).toBe('还是坏的')
    expect(clock(split, 'citizen-C5')?.stoppedAt).toBeNull()
    expect(
      redoMerged(
        own,
        master,
        { ...unhappy('split'), answers: { ...unhappy('split').answers, reason: null } },
        caller,
        city,
        later,
      ),
    ).toMatchObject({ refusal: 'split-needs-ground' })
    expect(recordCallback(master, unhappy('split'), caller, city, later)).toMatchObject({ refusal: 'not-merged' })
  })

  test('a master that ended too long ago is not done again', () => {
    const { own, master } = answeredMaster(at('2026-03-03 15:00'))
    const closed = done(master, recordCallback(master, answers(), caller, city, at('2026-03-04 09:00')))
    const soon = redoMerged(own, closed, unhappy('rework'), caller, city, at('2026-03-05 09:00'))
    expect(soon.ok && soon.events[0]?.masters[0]?.kind).toBe('reopened')
    expect(redoMerged(own, closed, unhappy('rework'), caller, city, at('2027-03-05 09:00'))).toMatchObject({
      refusal: 'master-not-redone',
    })
  })

  test('one vote a caller and so many a master: the master’s own first, then by receipt', () => {
    const ids = ['m', 'a', 'b', 'c', 'd'].map((id) => id as OrderId)
    const [master, ...rest] = ids
    if (master === undefined) throw new Error('no master')
    const phones: Record<string, string | null> = { m: '1', a: '2', b: '1', c: null, d: '3' }
    const voters = (most: number) => [...votersOf(master, rest, (id) => phones[id] ?? null, most)]
    expect(voters(20)).toEqual(['m', 'a', 'c', 'd'])
    expect(voters(2)).toEqual(['m', 'a'])
  })

  test('a master with others in it is neither withdrawn nor sent back to the seat', () => {
    const { master } = merged(other(1), other(2))
    const withdrawal = { askedBy: 'appellant', reason: '不办了', checked: '回拨' } as const
    expect(withdrawOrder(master, withdrawal, agent, later)).toMatchObject({ refusal: 'others-share-it' })
    expect(sendBackOrder(master, { defects: '缺路段' }, dispatcher, later)).toMatchObject({
      refusal: 'order-has-merged-orders',
    })
  })
})
