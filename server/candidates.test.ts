import { afterAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import type { CategoryCode, OrderId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { candidateHandlers } from './candidates.ts'
import { closeOrder, dispatchTo, writeAllSignatures } from './close-order.fixture.ts'
import { nearHandlers } from './near.ts'

const MANHOLE = 'E0202' as CategoryCode
describe.each(inject('engines'))('on $name', (engine) => {
  const closing: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })
  const open = async () => {
    const base = await freshDatabase(engine)
    const house = await testHouse(base.url)
    closing.push(base.drop, house.close)
    return house
  }
  const manhole = async (house: TestHouse, more: Record<string, unknown> = {}) =>
    (await acceptOne(house, { category: MANHOLE, content: '柳堤大街井盖翘起，车过就响', ...more })).order.id

  const offered = async (house: TestHouse, orderId: OrderId) => {
    const told = await candidateHandlers.dispatchCandidates(shellAs(house, 'dispatcher'), { params: { orderId } })
    if (!told.ok) throw new Error(told.refusal)
    return told.reply
  }

  test('the rule’s unit stands first with its ground; what ended with a unit before speaks for it, and counts are counts', async () => {
    const house = await open()
    const orderId = await manhole(house)
    const before = await offered(house, orderId)
    const { lead } = before.choice
    expect(before.candidates[0]).toMatchObject({
      unit: lead,
      source: 'rule',
      rule: { nearness: 'chosen' },
      record: { assigned: 0, kept: 0, wrong: 0 },
      ended: 0,
      load: { open: 0, overdue: 0 },
    })
    for (let i = 0; i < 3; i++) await closeOrder(house, await manhole(house), 'education')
    await dispatchTo(house, await manhole(house), 'education')
    await writeAllSignatures(house)
    const after = await offered(house, orderId)
    const education = after.candidates.find(({ unit }) => unit === 'education')
    expect(after.candidates[0]?.unit).toBe(lead)
    expect(education).toMatchObject({
      source: 'precedent',
      rule: null,
      ended: 3,
      record: { assigned: 4, kept: 3, wrong: 0 },
      load: { open: 1, green: 1 },
    })
    expect(education?.why.zh).toContain('相似先例 3 件')
    expect(education?.words).toContain('井盖')
    expect(education?.precedents).toHaveLength(3)
    expect(after.candidates.length).toBeLessThanOrEqual(3)
    expect(after.candidates.reduce((sum, { score }) => sum + score, 0)).toBeLessThan(1)
  })

  test('what was shown and what was taken of it is kept with the dispatch, once each', async () => {
    const house = await open()
    const [taken, refused, unseen] = [await manhole(house), await manhole(house), await manhole(house)]
    const first = await offered(house, taken)
    await offered(house, taken)
    await offered(house, refused)
    const lead = first.choice.lead ?? ''
    await dispatchTo(house, taken, lead)
    await dispatchTo(house, refused, 'education')
    await dispatchTo(house, unseen, lead)
    const rows = await house.db.rows(
      sql`select order_id, straight, lead, rule_lead, shown, rank, source, overridden from dispatch_taken`,
      z.object({
        order_id: z.string(),
        straight: z.boolean(),
        lead: z.string(),
        rule_lead: z.string().nullable(),
        shown: z.number().nullable(),
        rank: z.number().nullable(),
        source: z.string().nullable(),
        overridden: z.boolean(),
      }),
    )
    const of = (id: string) => rows.filter((row) => row.order_id === id)
    const plain = { straight: false, rule_lead: lead, overridden: true }
    expect(of(taken)).toEqual([{ order_id: taken, lead, shown: 2, rank: 1, source: 'rule', ...plain }])
    expect(of(refused)).toEqual([
      { order_id: refused, lead: 'education', shown: 2, rank: null, source: null, ...plain },
    ])
    expect(of(unseen)).toEqual([{ order_id: unseen, lead, shown: null, rank: null, source: null, ...plain }])
    const shown = await house.db.rows(
      sql`select rank, unit from recommended_unit where order_id = ${taken} order by rank`,
      z.object({ rank: z.number(), unit: z.string() }),
    )
    expect(shown).toEqual(first.candidates.map(({ unit }, i) => ({ rank: i + 1, unit })))
  })

  test('the hotline itself is not offered, and a closed unit only with the reason', async () => {
    const house = await open()
    const orderId = await manhole(house)
    const shell = shellAs(house, 'dispatcher')
    const hotline = await candidateHandlers.unitLoad(shell, { query: { q: '便民热线', order: orderId, limit: 12 } })
    expect(hotline).toEqual({ ok: true, reply: { units: [] } })
    const city = {
      ...house.city,
      units: new Map([...house.city.units].map(([id, u]) => [id, { ...u, active: id !== 'civil-affairs' }])),
    }
    const shut = await candidateHandlers.unitLoad(
      { ...shell, city },
      { query: { q: '民政局', order: orderId, limit: 12 } },
    )
    expect(shut).toMatchObject({ ok: true, reply: { units: [{ unit: 'civil-affairs', refused: 'unit-closed' }] } })
  })

  test.each([
    ['by part of the name', '民政局', 'civil-affairs'],
    ['by initials', 'ycsmzj', 'civil-affairs'],
    ['by what its duty list says', '殡葬', 'civil-affairs'],
  ])('a unit is found %s', async (_, q, expected) => {
    const house = await open()
    const found = await candidateHandlers.unitLoad(shellAs(house, 'dispatcher'), { query: { q, limit: 12 } })
    expect(found.ok && found.reply.units[0]?.unit).toBe(expected)
  })

  test('a precedent tells who ended it, how long it took and what the citizen said; what is open may be a master', async () => {
    const house = await open()
    const [past, other, stillOpen, orderId] = [
      await manhole(house),
      await manhole(house, { content: '下水道堵塞返水' }),
      await manhole(house),
      await manhole(house),
    ]
    house.setNow('2026-03-02T05:00:00.000Z' as never)
    await closeOrder(house, past, 'municipal-works')
    await closeOrder(house, other, 'education')
    const shell = shellAs(house, 'dispatcher')
    const told = await nearHandlers.precedents(shell, { params: { orderId } })
    if (!told.ok) throw new Error(told.refusal)
    expect(told.reply.precedents.map((row) => row.id)).toEqual([past, other])
    expect(told.reply.precedents[0]).toMatchObject({
      leadUnit: 'municipal-works',
      minutes: 180,
      solved: 'yes',
      satisfaction: 5,
      likeness: 1,
      near: 'town',
    })
    const masters = await nearHandlers.likelyMasters(shell, { params: { orderId }, query: {} })
    expect(masters.ok && masters.reply.masters.map((row) => row.id)).toEqual([stillOpen])
    const named = await nearHandlers.likelyMasters(shell, { params: { orderId }, query: { q: '井盖' } })
    expect(named.ok && named.reply.masters.map((row) => row.id)).toEqual([stillOpen])
  })
})
