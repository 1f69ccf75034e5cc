import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import type { Instant } from '#domain/ids.ts'
import { type Badge, type Door, openDoor } from '../door.fixture.ts'
import { citizen, request } from '../orders.fixture.ts'
import { suggestCategory } from './suggest-category.ts'

let door: Door
let agent: Badge
let reviewer: Badge
let dispatcher: Badge
let admin: Badge
const TEXT = '楼下路灯不亮，晚上看不见路'
let best = ''

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  // Nobody's work is drawn by lot here: what goes to review goes there because it was asked for.
  const changeCity = (city: Door['house']['city']) => ({ ...city, policy: { ...city.policy, reviewShare: 0 } })
  door = await openDoor(engine, { changeCity })
  await logIn()
  best = suggestCategory(door.house, '', TEXT).suggestions[0]?.category ?? ''
})
afterAll(() => door.close())

async function logIn(): Promise<void> {
  agent = await door.staff({ roles: ['agent'] })
  reviewer = await door.staff({ roles: ['reviewer'] })
  dispatcher = await door.staff({ roles: ['dispatcher'] })
  admin = await door.staff({ roles: ['administrator'] })
}

const Row = z.object({
  seq: z.number(),
  kind: z.string(),
  version: z.string(),
  suggested: z.string().nullable(),
  probability: z.number().nullable(),
  chosen: z.string().nullable(),
  adopted: z.boolean(),
  desk: z.string(),
  by: z.string(),
})
const signalsOf = (id: string, kind = 'category') =>
  door.house.db.rows(
    sql`select seq, kind, version, suggested, probability, chosen, adopted, desk, by from suggestion_signal
        where order_id = ${id} and kind = ${kind} order by seq`,
    Row,
  )

type Order = { id: string; version: number; request: Record<string, unknown> }
async function accept(wish: object, review: 'auto' | 'yes' = 'auto'): Promise<Order> {
  const body = {
    channel: 'phone',
    request: { ...request, title: TEXT.slice(0, 12), content: TEXT, ...wish },
    appellant: citizen,
    outcome: { kind: 'submit', review },
  }
  const said = await door.ask(agent, 'acceptOrder', { body })
  if (said.status !== 200) throw new Error(said.text)
  return said.body as Order
}
const amend = (badge: Badge, { id, version, request: was }: Order, wish: object) =>
  door.ask(badge, 'amendOrder', {
    params: { orderId: id },
    body: { request: { ...was, ...wish }, reason: '分类不对' },
    headers: { 'if-match': `"${version}"` },
  })

test('an adoption at the seat is kept with the model, its probability and whoever adopted', async () => {
  const { id } = await accept({ category: best })
  const [signal, ...more] = await signalsOf(id)
  expect(more).toEqual([])
  expect(signal).toMatchObject({ version: 'model-1', suggested: best, chosen: best, adopted: true, desk: 'seat' })
  expect(signal?.probability).toBeGreaterThan(0)
  expect(signal?.by).toMatch(/^s-/)
})

test('another choice at the seat, a correction at review and one at dispatch each leave their own', async () => {
  const order = await accept({ category: 'E0201' }, 'yes')
  expect(await amend(reviewer, order, { category: best })).toMatchObject({ status: 200 })
  const passed = await door.ask(reviewer, 'reviewIntake', { params: { orderId: order.id }, body: { verdict: 'pass' } })
  expect(await amend(dispatcher, passed.body as Order, { category: 'E0201' })).toMatchObject({ status: 200 })
  const told = (await signalsOf(order.id)).map(({ desk, chosen, adopted }) => [desk, chosen, adopted])
  expect(told).toEqual([
    ['seat', 'E0201', false],
    ['review', best, true],
    ['dispatch', 'E0201', false],
  ])
})

/** A request a citizen sent in and a person let pass: the category is still nobody's judgement. */
async function sentIn(): Promise<string> {
  const { category: _none, ...rest } = request
  const sent = await door.ask({}, 'citizenSubmit', {
    body: { request: { ...rest, title: TEXT.slice(0, 12), content: TEXT }, appellant: citizen },
  })
  const { no } = sent.body as { no: string }
  const [row] = await door.house.db.rows(
    sql`select order_id, state, category from work_order where order_no = ${no}`,
    z.object({ order_id: z.string(), state: z.string(), category: z.string() }),
  )
  const id = row?.order_id ?? ''
  expect(row?.category).toBe(best)
  expect(await signalsOf(id)).toEqual([])
  if (row?.state === 'pending-review')
    await door.ask(reviewer, 'reviewIntake', { params: { orderId: id }, body: { verdict: 'pass' } })
  return id
}

test('what a citizen sent is judged by the person who lets it pass; the citizen judges nothing', async () => {
  const id = await sentIn()
  const said = await door.ask(dispatcher, 'dispatchOrder', {
    params: { orderId: id },
    body: { lead: 'housing', co: [], overrideReason: '测试' },
  })
  expect(said.status).toBe(200)
  const told = await signalsOf(id)
  expect(told.at(-1)).toMatchObject({ desk: 'dispatch', chosen: best, adopted: true })
})

test('type, urgency, place and respondent are kept beside it, the respondent’s name masked', async () => {
  const content = '青石小区的好邻居便利店卖过期牛奶，我要投诉，老板是王建国先生，电话 13800001234'
  const respondentName = '好邻居便利店 13800001234'
  const { id } = await accept({ category: best, requestType: 'complaint', content, respondentName })
  const kinds = ['request-type', 'urgency', 'place', 'respondent'] as const
  const [type, urgency, place, respondent] = await Promise.all(
    kinds.map(async (kind) => (await signalsOf(id, kind))[0]),
  )
  expect(type).toMatchObject({ chosen: 'complaint', suggested: 'complaint', adopted: true, version: 'rules-1' })
  expect(urgency).toMatchObject({ chosen: 'normal', desk: 'seat' })
  expect(place).toMatchObject({ chosen: request.region })
  expect(respondent?.chosen).toContain('好邻居便利店')
  expect(JSON.stringify([place, respondent])).not.toContain('13800001234')
})

test('a refused change leaves no signal, and nobody alters one', async () => {
  const order = await accept({ category: best })
  expect((await amend(dispatcher, order, { category: 'Z9999' })).code).toBe('unknown-category')
  expect(await signalsOf(order.id)).toHaveLength(1)
  const { db } = door.house
  await expect(db.run(sql`update suggestion_signal set adopted = true`)).rejects.toThrow('append-only')
  await expect(db.run(sql`delete from suggestion_signal`)).rejects.toThrow('append-only')
})

test('the last word about an order counts: shares, corrections with their orders, claims against the truth', async () => {
  door.house.setNow('2026-05-04T02:00:00.000Z' as Instant)
  await logIn()
  const kept = await accept({ category: best })
  const wrong = await accept({ category: best }, 'yes')
  await amend(reviewer, wrong, { category: 'E0201' })
  const query = { from: '2026-05-01', until: '2026-05-31' }
  const { body } = await door.ask(admin, 'suggestionStatistics', { query })
  expect(body).toMatchObject({
    ...query,
    all: { of: 2, adopted: 1, silent: 0, left: 0 },
    versions: [{ version: 'model-1', of: 2, adopted: 1 }],
    months: [{ month: '2026-05', of: 2, adopted: 1 }],
    desks: [
      { desk: 'seat', of: 1, adopted: 1 },
      { desk: 'review', of: 1, adopted: 0 },
    ],
    corrections: [{ from: best, to: 'E0201', times: 1, orders: [{ id: wrong.id }] }],
  })
  const { bands, values } = body as { bands: { of: number; right: number }[]; values: { value: string; of: number }[] }
  expect(bands.map(({ of, right }) => [of, right])).toEqual([[2, 1]])
  expect(values.map(({ value, of }) => [value, of])).toEqual([['E0201', 1]])
  expect(kept.id).not.toBe(wrong.id)
  const before = await door.ask(admin, 'suggestionStatistics', { query: { from: '2026-01-01', until: '2026-01-31' } })
  expect(before.body).toMatchObject({ all: { of: 0 }, corrections: [], bands: [] })
  expect((await door.ask(agent, 'suggestionStatistics', { query })).code).toBe('not-allowed')
  const leader = await door.staff({ roles: ['leader'] })
  expect((await door.ask(leader, 'suggestionStatistics', { query })).status).toBe(200)
})

test('of several who pass one order on at the same moment one does; the others are told, and one judgement is kept', async () => {
  for (let i = 0; i < 15; i++) {
    const id = await sentIn()
    const answers = await Promise.all(
      ['housing', 'municipal-works', 'housing', 'municipal-works'].map((lead) =>
        door.ask(dispatcher, 'dispatchOrder', {
          params: { orderId: id },
          body: { lead, co: [], overrideReason: '测试' },
        }),
      ),
    )
    const told = answers.map(({ status, code }) => code ?? status)
    expect(told.toSorted()).toEqual([200, 'wrong-state', 'wrong-state', 'wrong-state'])
    expect((await signalsOf(id)).filter(({ desk }) => desk === 'dispatch')).toHaveLength(1)
  }
})
