import { describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { decide } from '../decision.ts'
import type { CategoryCode } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import { apply } from '../order/fold.ts'
import { agent, at, dispatcher, done, openedOrder, reachable, reviewer, submitted } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { amendRequest } from './amend-request.ts'
import { reviewIntake } from './review-intake.ts'
import { submitOrder } from './submit-order.ts'
import { verdictsOf } from './verdicts.ts'

const city = await loadCity('city/demo')
const now = at('2026-03-02 10:00')
const machine: Actor = { kind: 'machine', id: 'portal', role: null, unit: null }

/** What the events of a decision say, each on the order as it stood before it. */
function said(order: Order, decision: { ok: boolean; events?: readonly OrderEvent[] }) {
  if (!decision.ok) throw new Error('refused')
  let before = order
  return (decision.events ?? []).flatMap((event) => {
    const verdicts = verdictsOf(event, before, before.version + 1)
    before = apply(before, event)
    return verdicts
  })
}
const short = (verdicts: ReturnType<typeof said>) =>
  verdicts.map(({ desk, kind, chosen }) => `${desk} ${kind} ${chosen}`)

describe('what a person says with an event', () => {
  test('submitting decides everything the form holds', () => {
    const order = openedOrder(city, { respondentName: '好邻居便利店' }, now)
    const { category, region } = order.request
    expect(short(said(order, submitOrder(order, { review: 'auto' }, reachable, agent, city, now)))).toEqual([
      `seat category ${category}`,
      'seat request-type complaint',
      'seat urgency normal',
      `seat place ${region}`,
      'seat respondent 好邻居便利店',
    ])
  })

  test('a correction before dispatch decides what it altered, and nothing else', () => {
    const order = submitted(city, {}, now)
    const wish = { ...order.request, category: 'E0202' as CategoryCode }
    const verdicts = said(order, amendRequest(order, { request: wish, reason: '分类不对' }, dispatcher, city, now))
    expect(short(verdicts)).toEqual(['dispatch category E0202'])
    expect(verdicts[0]).toMatchObject({ seq: order.version + 1, by: dispatcher.id })
  })

  test('whoever passes what a machine had set says that it is right; what a person set needs no second word', () => {
    const known = {
      contact: true,
      suggestion: {
        version: 'model-1',
        sure: false,
        suggestions: [{ category: 'E0201' as CategoryCode, probability: 0.4, reasons: ['坑洼'] }],
      },
    }
    const order = openedOrder(city, { category: 'E0201' as CategoryCode }, now)
    const bySeat = done(order, submitOrder(order, { review: 'yes' }, known, agent, city, now))
    expect(said(bySeat, reviewIntake(bySeat, { verdict: 'pass' }, reviewer, now))).toEqual([])
    const byMachine = done(order, submitOrder(order, { review: 'auto' }, known, machine, city, now))
    expect(short(said(byMachine, reviewIntake(byMachine, { verdict: 'pass' }, reviewer, now)))).toEqual([
      'review category E0201',
    ])
  })

  test('a machine decides nothing, nor does a step that says nothing of the request', () => {
    const order = openedOrder(city, {}, now)
    expect(said(order, submitOrder(order, { review: 'auto' }, reachable, machine, city, now))).toEqual([])
    const urged = { kind: 'urged', at: now, by: agent, text: null } as const
    expect(said(submitted(city, {}, now), decide(urged))).toEqual([])
  })
})
