import { afterAll, describe, expect, inject, test } from 'vitest'
import type { CategoryCode, FileHash, OrderId, UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { candidateHandlers } from './candidates.ts'
import { chainHandlers } from './chain.ts'
import { nearHandlers } from './near.ts'

const MANHOLE = 'E0202' as CategoryCode
const dispatch = (house: TestHouse, orderId: OrderId, lead: string) =>
  chainHandlers.dispatchOrder(shellAs(house, 'dispatcher'), {
    params: { orderId },
    body: { lead: lead as UnitId, co: [], overrideReason: '权属单位', note: null },
  })

/** From dispatch to the close, by the people whose turn it is. */
async function closed(house: TestHouse, orderId: OrderId, lead: string): Promise<void> {
  const unit = shellAs(house, 'liaison', lead)
  const params = { orderId, n: 1 }
  await dispatch(house, orderId, lead)
  await chainHandlers.signAssignment(unit, { params })
  const contact = { method: 'phone', result: 'connected', summary: '已联系', evidence: [] as FileHash[] } as const
  await chainHandlers.recordContact(unit, { params, body: contact })
  const body = {
    handling: '已换井盖',
    publicReply: '井盖已换',
    factTrue: 'yes',
    solved: 'solved',
    solvedReason: null,
    overDuty: false,
    policyBasis: null,
    evidence: [] as FileHash[],
    signer: '李局',
    headInvolved: null,
  } as const
  await chainHandlers.reportResult(unit, { params, body })
  await chainHandlers.reviewReply(shellAs(house, 'reviewer'), { params: { orderId }, body: { verdict: 'approve' } })
  const said = { contacted: true, replyTrue: true, solved: 'yes', satisfaction: 5, attitude: 5 } as const
  const called = await chainHandlers.recordCallback(shellAs(house, 'callback-agent'), {
    params: { orderId },
    body: {
      result: 'answered',
      channel: 'phone',
      answers: { ...said, reason: null, opinion: null },
      outcome: 'close',
      note: null,
    },
  })
  if (!called.ok) throw new Error(called.refusal)
}

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

  test('the rule’s unit stands first, whoever led the same lately follows, and counts are counts', async () => {
    const house = await open()
    const orderId = await manhole(house)
    const shell = shellAs(house, 'dispatcher')
    const before = await candidateHandlers.dispatchCandidates(shell, { params: { orderId } })
    if (!before.ok) throw new Error(before.refusal)
    const { lead } = before.reply.choice
    expect(before.reply.candidates[0]).toMatchObject({
      unit: lead,
      rule: { nearness: 'chosen' },
      history: null,
      load: { open: 0 },
    })
    for (let i = 0; i < 3; i++) await dispatch(house, await manhole(house), 'education')
    if (lead !== null) await dispatch(house, await manhole(house), lead)
    const after = await candidateHandlers.dispatchCandidates(shell, { params: { orderId } })
    if (!after.ok) throw new Error(after.refusal)
    const [first, second] = after.reply.candidates
    expect(first).toMatchObject({ unit: lead, history: { led: 1, of: 4, returned: 0 }, load: { open: 1, green: 1 } })
    expect(second).toMatchObject({ unit: 'education', rule: null, history: { led: 3, of: 4 }, load: { open: 3 } })
    expect(after.reply.candidates.length).toBeLessThanOrEqual(9)
    expect(new Set(after.reply.candidates.map(({ unit }) => unit)).size).toBe(after.reply.candidates.length)
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
    await closed(house, past, 'municipal-works')
    await closed(house, other, 'education')
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
