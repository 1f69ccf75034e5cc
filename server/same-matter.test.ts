import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { MatterCluster } from '#contract/same-matter.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, citizen, hoursLater, request, SECRETS } from './orders.fixture.ts'
import { writersGone } from './same/writers-gone.fixture.ts'
import { runSweep, sweeps } from './sweeps.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
let agent: Badge

/** As two seconds in a running house. */
const sweepBy = async (...names: readonly string[]) => {
  for (const name of names) for (const sweep of sweeps) if (sweep.name === name) await runSweep(door.house, sweep)
}
const settle = async () => {
  await sweepBy('signatures')
  await writersGone(door.house.db)
  await sweepBy('same-index', 'links', 'clusters')
}
const NOWHERE = { lng: null, lat: null, address: null }
const said = (title: string, content: string, more: object = {}) => ({ title, content, ...NOWHERE, ...more })
const alike = async (content: string, more: object = {}) =>
  (await door.ask(agent, 'similarOrders', { body: { content, ...more } })).body as {
    ready: boolean
    orders: SimilarOrder[]
  }
const strangers = (n: number) => ({ appellant: { ...citizen, callerPhone: `1390000${1000 + n}`, contactPhone: null } })
/** Each a while after the one before: keys sort by time. */
const accepted = async (wish: object, n: number) => {
  hoursLater(door, 0.01)
  return (await people.accept(wish, { kind: 'submit' }, strangers(n))).id
}

beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
  agent = await door.staff({ roles: ['agent'] })
})
afterAll(() => door.close())

const LIFT = '翠竹苑小区三栋的电梯坏了四次，昨晚又把老人困在里面半个多小时，物业一直不修'
let lift = ''

test('before the index is loaded the answer says so, and finds by caller, place and kind as ever', async () => {
  lift = await accepted(said('翠竹苑小区三栋电梯频繁困人', LIFT, { lng: 113.12, lat: 34.12 }), 1)
  const there = await alike(LIFT, { lng: 113.12, lat: 34.12 })
  expect([there.ready, there.orders.map(({ id }) => id)]).toEqual([false, [lift]])
  expect((await alike(LIFT)).orders).toEqual([])
  await settle()
  expect((await alike(LIFT)).ready).toBe(true)
})

test('the same matter in other words, without a place on the map, a category or a number', async () => {
  const found = await alike('我住翠竹苑小区，三栋电梯老是出毛病，昨天晚上有老人被困在电梯里')
  expect(found.orders.map(({ id }) => id)).toEqual([lift])
  const reasons = found.orders[0]?.reasons.map(({ zh }) => zh).join()
  expect(reasons).toContain('翠竹苑小区')
  expect(found.orders[0]?.score).toBeGreaterThanOrEqual(0.5)
})

test('the same template about another estate is not offered', async () => {
  expect((await alike(LIFT.replace('翠竹苑', '金桂园'))).orders).toEqual([])
})

test.each([
  ['nothing', ''],
  ['one character', '电'],
  ['what everybody says', '来电人反映有关问题，希望有关部门尽快处理'],
  ['emoji', '😡😡😡😡😡😡'],
  ['pinyin', 'cui zhu yuan xiao qu san dong dian ti huai le'],
  ['English', 'the street lamp in front of my house is broken'],
  ['HTML', '<script>alert(1)</script><b></b>'],
  ['mojibake', '鏈熸湜鏈夊叧閮ㄩ棬灏藉揩澶勭悊'],
  ['one word again and again', '路灯'.repeat(900)],
])('%s is like nothing', async (_, content) => {
  const answer = await door.ask(agent, 'similarOrders', { body: { content } })
  expect([answer.status, (answer.body as { orders: unknown[] }).orders]).toEqual([200, []])
})

describe('beside an order', () => {
  test('its like, not itself, with the reasons; whoever may not look by number does not learn who calls twice', async () => {
    const second = await accepted(said('翠竹苑电梯又困人', '翠竹苑小区三栋电梯今天又困人了，请尽快维修'), 2)
    await settle()
    const dispatcher = await door.staff({ roles: ['dispatcher'] })
    const told = await door.ask(dispatcher, 'sameMatter', { params: { orderId: second } })
    const { orders, matter } = told.body as { orders: SimilarOrder[]; matter: string | null }
    expect(orders.map(({ id }) => id)).toEqual([lift])
    expect(matter).toBe(lift)
    expect(SECRETS.filter((secret) => told.text.includes(secret))).toEqual([])
    const quality = await door.staff({ roles: ['quality-checker'] })
    expect((await door.ask(quality, 'sameMatter', { params: { orderId: second } })).status).toBe(200)
  })

  test('a unit is not asked, and a district’s desk sees its own district only', async () => {
    const liaison = await door.staff({ roles: ['liaison'], unit: 'housing' })
    expect((await door.ask(liaison, 'sameMatter', { params: { orderId: lift } })).status).toBe(403)
    expect((await door.ask(liaison, 'matterClusters')).status).toBe(403)
    const elsewhere = await door.staff({ roles: ['agent'], region: '990102' })
    const there = await door.ask(elsewhere, 'similarOrders', { body: { content: LIFT } })
    expect((there.body as { orders: unknown[] }).orders).toEqual([])
    expect((await door.ask(elsewhere, 'sameMatter', { params: { orderId: lift } })).code).toBe('not-found')
    expect((await door.ask(elsewhere, 'matterClusters')).body.clusters).toEqual([])
  })

  test('that a caller’s number led to an order is logged as the search it is', async () => {
    const phone = '13900005555'
    const own = { appellant: { ...citizen, callerPhone: phone, contactPhone: phone } }
    const { id } = await people.accept(said('望江花苑油烟', '望江花苑楼下烧烤店油烟直排'), { kind: 'submit' }, own)
    await settle()
    await alike('望江花苑楼下烧烤店的油烟还是没有人管', { phone })
    const views = await door.house.db.rows(
      sql`select what, fields from view_log where order_id = ${id} and what = 'search'`,
      z.object({ what: z.string(), fields: z.array(z.string()) }),
    )
    expect(views).toEqual([{ what: 'search', fields: ['phone'] }])
  })
})

describe('matters of several', () => {
  const clusters = async (badge: Badge, query: Record<string, string> = {}) => {
    const { status, body } = await door.ask(badge, 'matterClusters', { query })
    expect(status).toBe(200)
    return (body as { clusters: MatterCluster[] }).clusters
  }

  test('are told with callers, towns and growth, and go once their orders leave nothing to join', async () => {
    const supervisor = await door.staff({ roles: ['supervisor'] })
    await accepted(said('翠竹苑三栋电梯困人', '翠竹苑小区三栋电梯天天困人，物业不修'), 3)
    await settle()
    const [first] = await clusters(supervisor)
    expect(first).toMatchObject({
      matter: lift,
      orders: 3,
      open: 3,
      callers: 3,
      lastDay: 3,
      lastWeek: 3,
      weekBefore: 0,
    })
    expect(first?.towns.map(({ orders }) => orders)).toEqual([3])
    expect(first?.members.map(({ id }) => id)).toContain(lift)
    expect(await clusters(supervisor, { matter: lift, sort: 'growth' })).toHaveLength(1)
    expect(await clusters(supervisor, { region: '990102' })).toEqual([])
    for (const { id } of first?.members ?? [])
      await people.on(people.desk, 'withdrawOrder', id, {
        askedBy: 'appellant',
        reason: '已经修好',
        checked: '回拨核实',
      })
    await settle()
    expect((await clusters(supervisor)).map(({ matter }) => matter)).not.toContain(lift)
  })

  test('one order of a matter that is told anew about something else leaves it', async () => {
    const one = await accepted(said('滨河大道路面塌陷', '滨河大道中段路面塌陷，没有围挡，很危险'), 4)
    const two = await accepted(said('滨河大道塌陷', '滨河大道中段塌了一个坑，没有围挡，车都绕行'), 5)
    await settle()
    const analyst = await door.staff({ roles: ['analyst'] })
    expect((await clusters(analyst, { matter: one })).map(({ orders }) => orders)).toEqual([2])
    const { headers } = await door.ask(people.desk, 'getOrder', { params: { orderId: two } })
    const other = said('图书馆闭馆太早', '图书馆周末四点关门，希望延长到晚上')
    const amended = await door.ask(people.desk, 'amendOrder', {
      params: { orderId: two },
      body: { request: { ...request, ...other }, reason: '记错了' },
      headers: { 'if-match': String(headers.etag) },
    })
    expect(amended.status).toBe(200)
    hoursLater(door, 0.1)
    await settle()
    expect(await clusters(analyst, { matter: one })).toEqual([])
  })
})
