import { beforeAll, describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { City } from '../city/city.ts'
import { dueEvents } from '../deadline/due-work.ts'
import type { Instant, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { apply } from '../order/fold.ts'
import { agent, at, dispatched, done, liaison, nth } from '../order/order.fixture.ts'
import { lightOf, type Order } from '../order/order.ts'
import { Adjudicate, adjudicate } from './adjudicate.ts'
import { decideReturn } from './decide-return.ts'
import { FileOpinion, fileOpinion } from './file-opinion.ts'
import { RequestReturn, requestReturn } from './request-return.ts'

let city: City
beforeAll(async () => {
  city = await loadCity('city/demo')
})
const A = 'city-management'
const B = 'housing'
const monday = at('2026-03-02 10:00')
const lead: Actor = { ...agent, id: 's-lead', role: 'dispatch-lead' }

function disputed(): Order {
  const order = dispatched(city, [A], monday)
  const wish = RequestReturn.parse({ reason: 'info-missing', explanation: '没有路段', signer: '李局' })
  const asked = done(order, requestReturn(order, nth(order, 1), wish, liaison(A), city, at('2026-03-02 10:30')))
  const verdict = { verdict: 'adjudicate', finding: '归谁办' } as const
  return done(asked, decideReturn(asked, nth(asked, 1), verdict, lead, city, at('2026-03-02 11:00')))
}
const opinion = (text: string) => FileOpinion.parse({ opinion: text, signer: '王局' })
const ruling = (more: Partial<Adjudicate> = {}) =>
  Adjudicate.parse({ lead: B as UnitId, ruling: '属物业管理', minutes: '会商', ...more })
const sweep = (order: Order, now: Instant) => dueEvents(order, city, now).reduce(apply, order)

describe('听取意见: a unit speaks for itself while the ruling is pending', () => {
  test('its last word counts, stands in the ruling, and needs no copy by whoever rules', () => {
    let order = disputed()
    expect(adjudicate(order, ruling(), lead, city, at('2026-03-02 12:00'))).toMatchObject({ refusal: 'unit-not-heard' })
    order = done(order, fileOpinion(order, opinion('不归我们'), liaison(A), at('2026-03-02 11:10')))
    order = done(order, fileOpinion(order, opinion('归住建'), liaison(A), at('2026-03-02 11:20')))
    const ruled = done(order, adjudicate(order, ruling(), lead, city, at('2026-03-02 12:00')))
    expect(ruled.adjudication?.ruling?.opinions).toEqual([{ unit: A, opinion: '归住建' }])
    expect(order.adjudication?.filed.map(({ opinion: said }) => said)).toEqual(['不归我们', '归住建'])
  })

  test('whoever rules may write another word down for it', () => {
    const order = done(disputed(), fileOpinion(disputed(), opinion('不归我们'), liaison(A), monday))
    const wish = ruling({ opinions: [{ unit: A as UnitId, opinion: '电话里说可以协办' }] })
    const ruled = done(order, adjudicate(order, wish, lead, city, at('2026-03-02 12:00')))
    expect(ruled.adjudication?.ruling?.opinions).toEqual([{ unit: A, opinion: '电话里说可以协办' }])
  })

  test('others are not heard, and nobody once it is ruled', () => {
    const order = disputed()
    expect(fileOpinion(order, opinion('我说'), liaison('police'), monday)).toMatchObject({ refusal: 'not-heard-here' })
    const going = dispatched(city, [A], monday)
    expect(fileOpinion(going, opinion('我说'), liaison(A), monday)).toMatchObject({ refusal: 'wrong-state' })
  })
})

describe('a limit passes in the middle of an adjudication', () => {
  test('every clock is true: the ruling’s, the unit’s and the citizen’s are missed when they are, once each', () => {
    const order = disputed()
    const late = at('2026-03-20 09:00')
    const missed = dueEvents(order, city, late).filter((event) => event.kind === 'clock-missed')
    const codes = missed.map((event) => (event.kind === 'clock-missed' ? event.clock : ''))
    expect(codes).toContain('hotline-C11-1')
    expect(codes).toContain('1-C5')
    expect(codes).toContain('citizen-C5')
    expect(new Set(codes).size).toBe(codes.length)
    const swept = sweep(order, late)
    expect(swept.state).toBe('in-adjudication')
    expect(lightOf(swept)).toBe('red')
    expect(dueEvents(swept, city, late)).toEqual([])
    for (const clock of order.clocks)
      expect(swept.clocks.find(({ id }) => id === clock.id)).toMatchObject({ from: clock.from, due: clock.due })
  })

  test('the ruling then starts the new lead’s clocks and neither moves nor forgives the citizen’s', () => {
    const swept = sweep(disputed(), at('2026-03-20 09:00'))
    const filed = done(swept, fileOpinion(swept, opinion('归住建'), liaison(A), at('2026-03-20 09:30')))
    const ruled = done(filed, adjudicate(filed, ruling(), lead, city, at('2026-03-20 10:00')))
    const promise = ruled.clocks.find(({ id }) => id === 'citizen-C5')
    expect(promise).toMatchObject({ from: monday, missedAt: at('2026-03-20 09:00'), stoppedAt: null })
    expect(ruled.clocks.find(({ id }) => id === 'hotline-C11-1')).toMatchObject({ stoppedAt: at('2026-03-20 10:00') })
    expect(ruled.clocks.find(({ id }) => id === '2-C5')).toMatchObject({ from: at('2026-03-20 10:00'), missedAt: null })
    expect(lightOf(ruled)).toBe('red')
  })
})
