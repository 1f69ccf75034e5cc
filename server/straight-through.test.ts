import { afterAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { findOrder } from '#db/orders.ts'
import { sql } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import type { CategoryCode, Instant, OrderId, UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { closeOrder, dispatchTo, writeAllSignatures } from './close-order.fixture.ts'
import { deskHandlers } from './desk.ts'
import { sweepGrid } from './grid-sweep.ts'
import { goStraight, sweepStraight } from './recommend/go-straight.ts'
import { straightHandlers } from './straight-through.ts'

const MANHOLE = 'E0202' as CategoryCode
const LATER = '2026-03-02T05:00:00.000Z' as Instant
const easy = { enabled: true, minScore: 0.5, minCases: 2, minConfidence: 0, urgent: true }
const allowing =
  (set: Partial<StraightThroughPolicy>) =>
  (city: City): City => ({
    ...city,
    policy: { ...city.policy, reviewShare: 0, straightThrough: StraightThroughPolicy.parse(set) },
  })

const waiting = (house: TestHouse) =>
  house.db.rows(sql`select order_id from straight_due order by n`, z.object({ order_id: z.string() }))
const stateOf = async (house: TestHouse, id: OrderId) => (await findOrder(house.db, id))?.order
const leadsOf = async (house: TestHouse, id: OrderId) =>
  ((await stateOf(house, id))?.assignments ?? []).filter(({ role }) => role === 'lead').map(({ unit }) => unit)
const manhole = async (house: TestHouse, more: Record<string, unknown> = {}) =>
  (
    await acceptOne(house, {
      category: MANHOLE,
      title: '井盖翘起',
      content: '柳堤大街井盖翘起，车过就响，夜里很吵',
      confidential: 'none',
      kind: 'general',
      ...more,
    })
  ).order.id
const told = async (house: TestHouse, orderId: OrderId) => {
  const reply = await straightHandlers.straightDecisions(shellAs(house, 'dispatcher'), { params: { orderId } })
  if (!reply.ok) throw new Error(reply.refusal)
  return reply.reply
}
const failedOf = async (house: TestHouse, id: OrderId) =>
  (await told(house, id)).decisions[0]?.conditions.filter(({ held }) => !held).map(({ condition }) => condition)

describe.each(inject('engines'))('on $name', (engine) => {
  const closing: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })
  const open = async (set: Partial<StraightThroughPolicy> = easy) => {
    const base = await freshDatabase(engine)
    const house = await testHouse(base.url, { changeCity: allowing(set) })
    closing.push(base.drop, house.close)
    return { house, url: base.url }
  }
  /** A city in which this scene has been handled before by the unit its rule names. */
  const lived = async () => {
    const { house, url } = await open()
    for (let i = 0; i < 3; i++) await closeOrder(house, await manhole(house), 'municipal-works')
    await writeAllSignatures(house)
    await house.db.run(sql`delete from straight_due`)
    house.setNow(LATER)
    return { house, url }
  }

  test('what meets every condition goes by itself, once, by the platform’s hand, and the reasons are kept', async () => {
    const { house } = await lived()
    const id = await manhole(house)
    expect((await stateOf(house, id))?.state).toBe('pending-dispatch')
    expect(await waiting(house)).toEqual([{ order_id: id }])
    expect(await sweepStraight(house, LATER)).toBe(1)
    expect((await stateOf(house, id))?.state).toBe('in-handling')
    expect(await leadsOf(house, id)).toEqual(['municipal-works'])
    expect(await sweepStraight(house, LATER)).toBe(0)
    const { decisions, undo } = await told(house, id)
    expect(decisions).toMatchObject([{ went: true, unit: 'municipal-works' }])
    expect(decisions[0]?.conditions.every(({ held }) => held)).toBe(true)
    expect(undo.may).toBe(true)
    const [taken] = await house.db.rows(
      sql`select straight, rank, by from dispatch_taken where order_id = ${id}`,
      z.object({ straight: z.boolean(), rank: z.number().nullable(), by: z.string() }),
    )
    expect(taken).toEqual({ straight: true, rank: 1, by: 'system' })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['confidential', { confidential: 'name' }, 'not-confidential'],
    ['complex', { kind: 'complex' }, 'not-complex'],
    ['of a scene nobody has handled', { category: 'E0201' }, 'known-scene'],
  ])('%s stays at the desk, and the page can say why', async (_, more, condition) => {
    const { house } = await lived()
    const id = await manhole(house, more)
    await sweepStraight(house, LATER)
    expect((await stateOf(house, id))?.state).toBe('pending-dispatch')
    expect(await failedOf(house, id)).toContain(condition)
  })

  test('what the grid may have by itself is left to it; at night, or where the city says so, it is not', async () => {
    const { house } = await lived()
    const { policy } = house.city
    const gridGoes = (straight: boolean) => {
      house.city = { ...house.city, policy: { ...policy, grid: { ...policy.grid, straight } } }
    }
    await house.db.run(sql`
      insert into staff (staff_id, login, name, unit, roles, region, password_hash, password_is, created_at)
      values ('g', 'g', '网格员', 'community-990101001001', '{grid-worker}', '990101001001001', 'x', 'own', ${LATER})`)
    const rubbish = { category: 'B0204', title: '积存垃圾', content: '楼后空地堆了很久的垃圾', region: '990101001001' }
    const decided = async (straight: boolean, at: Instant) => {
      gridGoes(straight)
      house.setNow(at)
      const id = await manhole(house, rubbish)
      await sweepStraight(house, at)
      return { id, failed: await failedOf(house, id) }
    }
    const day = await decided(true, LATER)
    expect(day.failed).toContain('not-for-grid')
    expect(await sweepGrid(house, LATER)).toBe(1)
    expect((await stateOf(house, day.id))?.assignments[0]?.grid?.worker).toBe('g')
    expect((await decided(false, LATER)).failed).not.toContain('not-for-grid')
    expect((await decided(true, '2026-03-02T15:00:00.000Z' as Instant)).failed).not.toContain('not-for-grid')
  })

  test('whoever has taken it up keeps it; who was faster by hand has it, and nothing is decided', async () => {
    const { house } = await lived()
    const [held, sent] = [await manhole(house), await manhole(house)]
    const desk = shellAs(house, 'dispatcher')
    await house.db.run(sql`
      insert into staff (staff_id, login, name, unit, roles, password_hash, password_is, created_at)
      values (${desk.actor.id}, 'd', '派单员', 'hotline', '{dispatcher}', 'x', 'own', ${LATER})`)
    await deskHandlers.claimOrder(desk, { params: { orderId: held } })
    await dispatchTo(house, sent, 'education')
    await sweepStraight(house, LATER)
    expect(await failedOf(house, held)).toEqual(['free'])
    expect((await told(house, sent)).decisions).toEqual([])
    expect(await leadsOf(house, sent)).toEqual(['education'])
  })

  test('where it is off nothing waits and nothing goes', async () => {
    const { house } = await open({ enabled: false })
    const id = await manhole(house)
    expect(await waiting(house)).toEqual([])
    await sweepStraight(house, LATER)
    expect((await stateOf(house, id))?.state).toBe('pending-dispatch')
  })

  test('two processes never dispatch one order twice, and together they leave none', async () => {
    const { house, url } = await lived()
    const second = await testHouse(url, { changeCity: allowing(easy), now: LATER })
    closing.push(second.close)
    const ids = await Promise.all(Array.from({ length: 6 }, () => manhole(house)))
    const done = await Promise.all([sweepStraight(house, LATER), sweepStraight(second, LATER)])
    expect(done[0] + done[1]).toBe(6)
    for (const id of ids) expect(await leadsOf(house, id)).toHaveLength(1)
  })

  test('a desk and the platform at once: one dispatch', async () => {
    const { house } = await lived()
    const ids = await Promise.all(Array.from({ length: 4 }, () => manhole(house)))
    await Promise.all([sweepStraight(house, LATER), ...ids.map((id) => dispatchTo(house, id, 'education'))])
    while ((await goStraight(house, LATER)) !== null);
    for (const id of ids) expect(await leadsOf(house, id)).toHaveLength(1)
    expect(await waiting(house)).toEqual([])
  })

  test('a crash in the middle loses nothing: the order is still to be decided on, behind the others', async () => {
    const { house } = await lived()
    const [first, next] = [await manhole(house), await manhole(house)]
    const broken = { ...house, city: { ...house.city, slaProfiles: [] } }
    await expect(goStraight(broken, LATER)).rejects.toThrow()
    expect((await stateOf(house, first))?.state).toBe('pending-dispatch')
    expect((await waiting(house)).map((row) => row.order_id)).toEqual([next, first])
    expect(await sweepStraight(house, LATER)).toBe(2)
    expect((await stateOf(house, first))?.state).toBe('in-handling')
  })

  test('the desk sees what went by itself, takes it back, and that counts as wrong', async () => {
    const { house } = await lived()
    const orderId = await manhole(house)
    await sweepStraight(house, LATER)
    const desk = shellAs(house, 'dispatcher')
    const page = await deskHandlers.deskPool(desk, {
      params: { desk: 'dispatch' },
      query: { tab: 'straight', limit: 50 },
    })
    expect(page.ok && [page.reply.counts.straight, page.reply.orders.map(({ id }) => id)]).toEqual([1, [orderId]])
    const lead = 'education' as UnitId
    const wish = { ground: 'wrong-unit' as const, reason: '学校门口的归教育', lead, co: [], note: null }
    const moved = await straightHandlers.undoDispatch(desk, {
      params: { orderId },
      body: wish,
    })
    expect(moved.ok && moved.reply.state).toBe('in-handling')
    const all = await straightHandlers.straightThrough(desk, { query: { days: 30 } })
    expect(all.ok && all.reply.effect).toEqual({ decided: 1, went: 1, wrong: 1, asked: 0 })
    const twice = await straightHandlers.undoDispatch(desk, {
      params: { orderId },
      body: wish,
    })
    expect(twice).toEqual({ ok: false, refusal: 'same-unit-again' })
  })

  test('settings are tried on the past, each order by what was known before it', async () => {
    const { house } = await open({ ...easy, enabled: false })
    for (let i = 0; i < 5; i++) {
      const id = await manhole(house)
      await closeOrder(house, id, 'municipal-works')
      house.setNow(`2026-03-0${3 + i}T02:00:00.000Z` as Instant)
    }
    const shell = shellAs(house, 'dispatch-lead')
    const tried = { minScore: 0.5, minCases: 2, minConfidence: 0 }
    const loose = await straightHandlers.replayStraightThrough(shell, { query: { days: 30, ...tried } })
    expect(loose.ok && [loose.reply.judged, loose.reply.went, loose.reply.wrong]).toEqual([5, 3, 0])
    const strict = await straightHandlers.replayStraightThrough(shell, { query: { days: 30, ...tried, minCases: 99 } })
    expect(strict.ok && strict.reply.went).toBe(0)
    expect(strict.ok && strict.reply.failing.find(({ condition }) => condition === 'known-scene')?.orders).toBe(5)
  })
})
