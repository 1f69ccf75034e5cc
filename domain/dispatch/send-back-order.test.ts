import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { submitOrder } from '../accept/submit-order.ts'
import type { City } from '../city/city.ts'
import { agent, at, dispatched, dispatcher, done, openedOrder, reachable, submitted } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { sendBackOrder } from './send-back-order.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const wish = { defects: '井盖上铸的是什么字' }
const now = at('2026-03-02 10:20')

test('an order that cannot be dispatched goes back to the seat, and only the dispatch limit starts again with it', () => {
  const order = submitted(city, {}, at('2026-03-02 10:00'))
  const running = (of: Order) => of.clocks.filter((clock) => clock.stoppedAt === null).map((clock) => clock.id)
  const answer = order.clocks.find((clock) => clock.id === 'citizen-C5')
  const back = done(order, sendBackOrder(order, wish, dispatcher, now))
  expect(back.state).toBe('draft')
  expect(running(back)).toEqual(['citizen-C3', 'citizen-C5'])
  const again = done(back, submitOrder(back, { review: 'auto' }, reachable, agent, city, at('2026-03-02 10:30')))
  expect(again.state).toBe('pending-dispatch')
  expect(again.clocks.find((clock) => clock.id === 'citizen-C5')).toEqual(answer)
  expect(again.clocks.find((clock) => clock.code === 'C1')?.from).toBe(at('2026-03-02 10:30'))
})

test.each([
  ['one that the seat has not submitted', () => openedOrder(city, {}, now)],
  ['one that is with its units', () => dispatched(city, ['city-management'], now)],
])('%s is not sent back', (_, make) => {
  expect(sendBackOrder(make(), wish, dispatcher, now)).toEqual({ ok: false, refusal: 'wrong-state' })
})
