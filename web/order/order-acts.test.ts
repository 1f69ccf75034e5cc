import { describe, expect, test } from 'vitest'
import type { PossibleAct } from '#contract/order-page.ts'
import type { OrderId } from '#domain/ids.ts'
import { barReasons, deskOf, offered } from './order-acts.ts'

const order = { id: '01KJQ000000000000000000000' as OrderId, state: 'closed' as const, assignments: [] }
const open = (act: PossibleAct['act']): PossibleAct => ({ act, refusal: null, why: null })
const shut = (act: PossibleAct['act'], refusal = 'wrong-state'): PossibleAct => ({
  act,
  refusal,
  why: { zh: '办结已超过可重开期限', en: 'Closed too long ago to reopen' },
})

describe('the foot bar', () => {
  test('puts the chain’s own work first and what cannot be done last, with its reason', () => {
    const acts = offered([shut('urgeOrder'), open('supplementOrder'), open('dispatchOrder')], order, 'zh')
    expect(acts).toEqual([
      { act: 'dispatchOrder', whyNot: null, byState: false },
      { act: 'supplementOrder', whyNot: null, byState: false },
      { act: 'urgeOrder', whyNot: '现在“已办结”，不能催办', byState: true },
    ])
  })

  test('leaves out desks whose stage it is not, and words a refusal as the server does', () => {
    const acts = offered([shut('dispatchOrder'), shut('reopenOrder', 'too-long-closed')], order, 'zh')
    expect(acts).toEqual([{ act: 'reopenOrder', whyNot: '办结已超过可重开期限', byState: false }])
  })

  test('does not speak of reopening while it is still open', () => {
    const open = { ...order, state: 'in-handling' as const }
    expect(
      offered([shut('reopenOrder'), shut('urgeOrder', 'urged-just-now')], open, 'zh').map(({ act }) => act),
    ).toEqual(['urgeOrder'])
  })

  test('says a reason once, however many acts it holds back', () => {
    const acts = offered(
      [shut('urgeOrder'), shut('withdrawOrder'), shut('reopenOrder', 'too-long-closed')],
      order,
      'zh',
    )
    expect(barReasons(acts, order, 'zh')).toEqual(['办结已超过可重开期限', '现在“已办结”，不能催办、撤单'])
  })

  test('leads to the desk with the order open there', () => {
    expect(deskOf('dispatchOrder', order, 'housing')).toEqual({ to: '/dispatch', search: { order: order.id } })
    expect(deskOf('reportResult', order, 'housing').to).toBe('/unit')
  })
})
