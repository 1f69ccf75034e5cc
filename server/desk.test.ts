import { afterAll, describe, expect, inject, test } from 'vitest'
import { deskPool } from '#contract/desk.ts'
import { findOrder } from '#db/orders.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { CLAIM_MINUTES } from '#domain/dispatch/desk.ts'
import type { OrderId, StaffId, UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { chainHandlers } from './chain.ts'
import { deskHandlers } from './desk.ts'
import { dispatchHandlers } from './dispatch.ts'
import type { Shell } from './shell.ts'

/** A person with an account, as the claim names them. */
async function person(house: TestHouse, name: string, role: Role = 'dispatcher'): Promise<Shell> {
  const shell = shellAs(house, role)
  const id = `s-${name}` as StaffId
  const row = { id, login: id, name, unit: 'hotline' as UnitId, region: null, roles: [role] }
  await addStaff(house.db, [row], { hash: 'x', is: 'demo' }, house.now())
  if (shell.caller.kind !== 'staff') throw new Error('no person')
  return { ...shell, caller: { ...shell.caller, id, name }, actor: { ...shell.actor, id } }
}

const minutes = (house: TestHouse, n: number) =>
  house.setNow(new Date(Date.parse(house.now()) + n * 60_000).toISOString() as never)

const poolOf = async (shell: Shell, query: Record<string, unknown> = {}, desk = 'dispatch') => {
  const answer = await deskHandlers.deskPool(shell, {
    params: deskPool.params.parse({ desk }),
    query: deskPool.query.parse(query),
  })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.reply
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

  test('one takes an order up; the other is told who and until when; time or an act lets it go', async () => {
    const house = await open()
    const [anna, bo] = [await person(house, '陈屿'), await person(house, '林晓芸')]
    const now = (shell: Shell): Shell => ({ ...shell, at: house.now() })
    const { order } = await acceptOne(house)
    const params = { orderId: order.id }
    const taken = await deskHandlers.claimOrder(anna, { params })
    const told = await deskHandlers.claimOrder(bo, { params })
    expect(taken).toMatchObject({ ok: true, reply: { name: '陈屿', mine: true } })
    expect(told).toMatchObject({ ok: true, reply: { name: '陈屿', mine: false } })
    expect((await poolOf(bo)).orders[0]?.claim).toMatchObject({ name: '陈屿', mine: false })
    expect((await poolOf(anna)).counts).toMatchObject({ pool: 1, mine: 1, done: 0 })

    minutes(house, CLAIM_MINUTES - 1)
    await deskHandlers.claimOrder(now(anna), { params })
    minutes(house, CLAIM_MINUTES - 1)
    expect(await deskHandlers.claimOrder(now(bo), { params })).toMatchObject({ reply: { name: '陈屿' } })
    minutes(house, 2)
    expect(await deskHandlers.claimOrder(now(bo), { params })).toMatchObject({ reply: { name: '林晓芸', mine: true } })
    await deskHandlers.releaseOrder(now(anna), { params })
    expect(await deskHandlers.claimOrder(now(anna), { params })).toMatchObject({ reply: { mine: false } })
    expect(await deskHandlers.releaseOrder(now(bo), { params })).toEqual({ ok: true, reply: { claim: null } })

    await deskHandlers.claimOrder(now(bo), { params })
    const sent = await dispatchHandlers.sendBackOrder(now(bo), { params, body: { defects: '哪一侧的路灯' } })
    expect(sent.ok && sent.reply.state).toBe('draft')
    const left = await poolOf(now(bo))
    expect(left.counts).toMatchObject({ pool: 0, mine: 0, done: 1, returned: 0 })
    expect((await poolOf(now(bo), { tab: 'done' })).orders).toMatchObject([{ id: order.id, claim: null }])
    expect(await deskHandlers.claimOrder(now(bo), { params })).toEqual({ ok: false, refusal: 'wrong-state' })
  })

  test('of two who ask at once one gets it, and a claim leaves no trace in the log', async () => {
    const house = await open()
    const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => person(house, name)))
    const { order } = await acceptOne(house)
    const answers = await Promise.all(
      people.map((shell) => deskHandlers.claimOrder(shell, { params: { orderId: order.id } })),
    )
    expect(answers.filter((answer) => answer.ok && answer.reply.mine)).toHaveLength(1)
    const names = answers.map((answer) => (answer.ok ? answer.reply.name : answer.refusal))
    expect(new Set(names).size).toBe(1)
    const [first] = people
    if (first === undefined) throw new Error('nobody')
    expect((await poolOf(first)).orders[0]?.version).toBe(order.version)
  })

  test('a pool is read by the limit of its desk, page by page, and each desk is its own people’s', async () => {
    const house = await open()
    const desk = await person(house, '陈屿')
    const ids: OrderId[] = []
    for (const kind of ['general', 'urgent', 'general', 'complex'] as const) {
      ids.push((await acceptOne(house, { kind })).order.id)
      minutes(house, 1)
    }
    const shell = { ...desk, at: house.now() }
    const whole = await poolOf(shell)
    const dues = whole.orders.map((row) => row.deskDue ?? '')
    expect(dues).toEqual(dues.toSorted())
    expect(whole.counts.pool).toBe(4)
    expect(whole.oldest).toBe(whole.orders.map((row) => row.deskSince ?? '').toSorted()[0])
    const first = await poolOf(shell, { limit: '3' })
    const second = await poolOf(shell, { limit: '3', cursor: first.next })
    expect([...first.orders, ...second.orders].map((row) => row.id)).toEqual(whole.orders.map((row) => row.id))
    expect(second.next).toBeNull()

    const reviewer = await person(house, '周敏', 'reviewer')
    const params = deskPool.params.parse({ desk: 'dispatch' })
    expect(await deskHandlers.deskPool(reviewer, { params, query: deskPool.query.parse({}) })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect((await poolOf(reviewer, {}, 'reply-review')).counts.pool).toBe(0)
    expect(deskPool.query.safeParse({ cursor: 'nonsense' }).success).toBe(false)
    expect(deskPool.query.safeParse({ cursor: '2026-99-99|01ABC' }).success).toBe(false)
  })

  test('several go out as proposed, each with its own answer; the same again is told why not', async () => {
    const house = await open()
    const desk = await person(house, '陈屿')
    const [one, two] = [await acceptOne(house), await acceptOne(house)]
    const body = { orders: [one.order.id, two.order.id] }
    const sent = await dispatchHandlers.dispatchProposed({ ...desk, at: house.now() }, { body })
    expect(sent.ok && sent.reply.results.map((result) => result.ok)).toEqual([true, true])
    const again = await dispatchHandlers.dispatchProposed({ ...desk, at: house.now() }, { body })
    expect(again.ok && again.reply.results[0]).toMatchObject({ ok: false, refusal: 'wrong-state' })
    expect((await poolOf({ ...desk, at: house.now() })).counts).toMatchObject({ pool: 0, done: 2 })
  })

  test('the limits shown before dispatch are those that then run', async () => {
    const house = await open()
    const shell = await person(house, '陈屿')
    const { order } = await acceptOne(house)
    const params = { orderId: order.id }
    const lead = 'municipal-works' as UnitId
    const preview = await dispatchHandlers.dispatchPreview(shell, { params, query: { lead, co: [] } })
    const sent = await chainHandlers.dispatchOrder(shell, {
      params,
      body: { lead, co: [], overrideReason: '权属单位', note: null },
    })
    expect(sent.ok).toBe(true)
    const stored = await findOrder(house.db, order.id)
    const running = stored?.order.clocks
      .filter((clock) => clock.party !== 'hotline')
      .map(({ code, due }) => [code, due])
    expect(preview.ok && preview.reply.clocks.map(({ code, due }) => [code, due])).toEqual(running)
    expect(await dispatchHandlers.dispatchPreview(shell, { params, query: { lead, co: [] } })).toEqual({
      ok: false,
      refusal: 'wrong-state',
    })
  })
})
