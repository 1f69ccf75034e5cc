import { beforeAll, expect, test } from 'vitest'
import { folderRows } from '#city/folder-rows.ts'
import { loadCity } from '#city/load-city.ts'
import type { City } from '../city/city.ts'
import type { PartRow } from '../city/part.ts'
import type { CategoryCode, UnitId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { agent, at, dispatcher, done, liaison, nth, submitted } from '../order/order.fixture.ts'
import { leadOf, type Order } from '../order/order.ts'
import { adjudicate } from './adjudicate.ts'
import { chooseUnit } from './choose-unit.ts'
import { decideReturn } from './decide-return.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { type Dispute, disputes } from './disputes.fixture.ts'
import { matterOf } from './matter.ts'
import { requestReturn } from './request-return.ts'
import { firstDispatchWrong, responsibleOf } from './returns.ts'
import { ruleFromRuling } from './rule-from-ruling.ts'

const FOLDER = 'city/demo'
let city: City
let rows: readonly PartRow[]
beforeAll(async () => {
  city = await loadCity(FOLDER)
  rows = await folderRows(FOLDER, 'rules')
})
const lead: Actor = { ...agent, id: 's-lead', role: 'dispatch-lead' }

const sent = (order: Order, unit: string, when: string) =>
  done(
    order,
    dispatchOrder(
      order,
      { lead: unit as UnitId, co: [], overrideReason: '争议', note: null, exceptionGround: '属地与部门有争议' },
      dispatcher,
      city,
      at(when),
    ),
  )
const givenBack = (order: Order, n: number, unit: string, { reason, content }: Dispute, when: string) =>
  done(
    order,
    requestReturn(
      order,
      nth(order, n),
      {
        reason,
        explanation: content,
        basis: '三定规定',
        document: '现场照片 1 张',
        evidence: [],
        suggestedUnit: null,
        signer: '李局',
      },
      liaison(unit),
      city,
      at(when),
    ),
  )
const decided = (order: Order, n: number, verdict: 'approve' | 'adjudicate', when: string) =>
  done(order, decideReturn(order, nth(order, n), { verdict, finding: '各执一词' }, lead, city, at(when)))

/** Through both units and the ruling, as the dossier tells it. */
function ruled(dispute: Dispute): Order {
  const { matter, content, category, first, second } = dispute
  let order = submitted(
    city,
    { title: matter.padEnd(2, '事'), content, category: category as CategoryCode },
    at('2026-03-02 09:00'),
  )
  order = sent(order, first, '2026-03-02 09:10')
  order = givenBack(order, 1, first, dispute, '2026-03-02 09:30')
  order = decided(order, 1, 'approve', '2026-03-02 10:00')
  expect(responsibleOf(order)).toBe(first)
  order = sent(order, second, '2026-03-02 10:10')
  order = givenBack(order, 2, second, dispute, '2026-03-02 11:00')
  order = decided(order, 2, 'adjudicate', '2026-03-02 11:30')
  expect([order.state, responsibleOf(order)]).toEqual(['in-adjudication', first])
  const opinions = [first, second].map((unit) => ({ unit: unit as UnitId, opinion: '不属我单位' }))
  const wish = {
    lead: dispute.lead as UnitId,
    co: dispute.co as readonly UnitId[] as UnitId[],
    ruling: dispute.ruling,
    opinions,
    minutes: '当日会商',
    minutesNo: `会商〔2026〕${matter}`,
    evidence: [],
  }
  return done(order, adjudicate(order, wish, lead, city, at('2026-03-02 15:00')))
}

test('there are the sixteen of the field', () => {
  expect(disputes.length).toBe(16)
  expect(new Set(disputes.map((dispute) => dispute.matter)).size).toBe(16)
})

test.each(disputes)('$matter ends with a lead that cannot give it back', (dispute) => {
  const order = ruled(dispute)
  expect(order.state).toBe('in-handling')
  expect(leadOf(order)).toMatchObject({ unit: dispute.lead, state: 'pending-sign' })
  expect(order.adjudication?.ruling).toMatchObject({ lead: dispute.lead, co: dispute.co, ruling: dispute.ruling })
  expect(firstDispatchWrong(order)).toBe(true)
  const again = requestReturn(
    order,
    leadOf(order)?.id ?? nth(order, 9),
    {
      reason: 'info-missing',
      explanation: '再退',
      basis: null,
      document: null,
      evidence: [],
      suggestedUnit: null,
      signer: '李局',
    },
    liaison(dispute.lead),
    city,
    at('2026-03-02 16:00'),
  )
  expect(again).toEqual({ ok: false, refusal: 'ruling-is-final' })
})

test('with the sixteen rulings in it, the catalogue sends all sixteen to their units the first time', async () => {
  const orders = disputes.map((dispute) => ({ dispute, order: ruled(dispute) }))
  const wrongBefore = orders.filter(
    ({ dispute, order }) => chooseUnit(matterOf(order), city, new Set()).lead !== dispute.lead,
  )
  expect(wrongBefore.length).toBeGreaterThan(5)
  const catalogue = orders.reduce<readonly PartRow[]>((known, { order }) => {
    const drafted = ruleFromRuling(order, 'city', known, city)
    if (drafted === null) throw new Error('nothing was ruled')
    return drafted.rows
  }, rows)
  const learnt = await loadCity(FOLDER, new Map([['rules', { number: 1, rows: catalogue }]]))
  for (const { dispute, order } of orders) {
    const choice = chooseUnit(matterOf(order), learnt, new Set())
    expect([dispute.matter, choice.lead, [...choice.co].sort()]).toEqual([
      dispute.matter,
      dispute.lead,
      [...dispute.co].sort(),
    ])
  }
  const ids = catalogue.map((row) => row.id)
  expect(new Set(ids).size).toBe(ids.length)
})
