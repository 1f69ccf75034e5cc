import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Notice, Waiting } from '#contract/waiting.ts'
import { sql } from '#db/sql.ts'
import { noticedKinds } from '#domain/desk/notice-rules.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, hoursLater, LEAD, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('what waits, and what one is told of', () => {
  let door: Door
  let people: Chain
  let supervisor: Badge
  const waiting = async (badge: Badge) => (await door.ask(badge, 'getWaiting')).body as unknown as Waiting
  const notices = async (badge: Badge) => {
    const { body } = await door.ask(badge, 'listNotices')
    return body as { now: string; unread: number; notices: Notice[] }
  }
  const told = async (badge: Badge) => (await notices(badge)).notices.map(({ kind, no }) => `${kind} ${no}`)

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    supervisor = await door.staff({ roles: ['supervisor'] })
  })
  afterAll(() => door.close())

  test('a unit is told what reaches it, its own doing is no news, and looking makes it old', async () => {
    const { accept, dispatch, on, desk, lead, co } = people
    const { id, no } = await accept()
    hoursLater(door, 0.1)
    await dispatch(id)
    expect(await told(lead)).toEqual([`dispatched ${no}`])
    expect(await told(co)).toEqual([])
    await on(lead, 'signAssignment', id, undefined, 1)
    hoursLater(door, 0.1)
    await on(desk, 'urgeOrder', id, { text: '请尽快' })
    const { now, unread } = await notices(lead)
    expect([unread, await told(lead)]).toEqual([2, [`urged ${no}`, `dispatched ${no}`]])
    expect(await told(desk)).toEqual([])
    await door.ask(lead, 'seeNotices', { body: { until: now } })
    expect((await notices(lead)).unread).toBe(0)
    hoursLater(door, 0.1)
    await on(supervisor, 'urgeOrder', id, { text: '今天要有结果' })
    const again = await notices(lead)
    expect([again.unread, again.notices[0]?.from]).toEqual([1, 'supervisor'])
    // A page left open since yesterday, or a clock that is ahead, changes nothing of that.
    await door.ask(lead, 'seeNotices', { body: { until: '2026-01-01T00:00:00.000Z' } })
    expect((await notices(lead)).unread).toBe(1)
    const far = await door.ask(lead, 'seeNotices', { body: { until: '2027-01-01T00:00:00.000Z' } })
    expect(far.body.seenAt).toBe(door.house.now())
  })

  test('a supervisor may follow a citizen’s urge at once, but not their own within the hour', async () => {
    const { accept, dispatch, on, desk } = people
    const { id } = await accept()
    await dispatch(id)
    await on(desk, 'urgeOrder', id, { text: null })
    await on(supervisor, 'urgeOrder', id, { text: null })
    const wish = { params: { orderId: id }, body: { text: null } }
    expect((await door.ask(supervisor, 'urgeOrder', wish)).code).toBe('urged-just-now')
  })

  test('each role counts its own step, and no more', async () => {
    const dispatcher = await door.staff({ roles: ['dispatcher'] })
    const before = await waiting(dispatcher)
    await people.accept()
    expect(await waiting(dispatcher)).toMatchObject({
      dispatch: (before.dispatch ?? 0) + 1,
      handle: null,
      supervise: null,
      callback: null,
      review: null,
    })
  })

  test('an agent hears that their request came back', async () => {
    const [agent, reviewer] = [await door.staff({ roles: ['agent'] }), await door.staff({ roles: ['reviewer'] })]
    const said = await door.ask(agent, 'acceptOrder', {
      body: {
        channel: 'phone',
        request: { requestType: 'help', title: '路灯', content: '路灯不亮', category: 'E0201', region: '990101001' },
        appellant: { callerPhone: '13800001234' },
        outcome: { kind: 'submit', review: 'yes' },
      },
    })
    await door.ask(reviewer, 'reviewIntake', {
      params: { orderId: String(said.body.id) },
      body: { verdict: 'send-back', defects: '缺门牌号' },
    })
    expect(await told(agent)).toEqual([`intake-sent-back ${said.body.no}`])
  })

  test('time turns an order red: the supervisor is told, counts it, and sees why', async () => {
    const { id, no } = await people.accept({ category: 'E0201' })
    await people.dispatch(id)
    expect((await waiting(people.lead)).handle).toBeTypeOf('number')
    hoursLater(door, 24 * 8)
    await sweepAll(door)
    people = await chain(door)
    supervisor = await door.staff({ roles: ['supervisor'] })
    expect((await waiting(supervisor)).supervise).toBeGreaterThan(0)
    expect((await waiting(people.lead)).handle).toBeGreaterThan(0)
    const news = await notices(supervisor)
    expect(news.notices.some((notice) => notice.no === no && notice.brought === 'red')).toBe(true)
    const { body } = await door.ask(supervisor, 'supervisedOrders', { query: { light: 'red', unit: LEAD } })
    const { orders, counts } = body as { orders: { no: string; causes: unknown[]; clock: unknown }[]; counts: object }
    expect(orders.find((order) => order.no === no)).toMatchObject({
      causes: [{ when: { kind: 'clock-missed', clock: 'C5' } }, { reason: '未按时到场处置' }],
      clock: { late: true },
      mayUrge: true,
    })
    expect(counts).toMatchObject({ red: orders.length })
    const other = await door.staff({ roles: ['liaison'], unit: 'human-resources' })
    expect((await door.ask(other, 'supervisedOrders')).body.orders).toEqual([])
  })

  test('what is noticed is what the index holds', async () => {
    const [index] = await door.house.db.rows(
      sql`select indexdef as def from pg_indexes where indexname = 'order_event_notice'`,
      z.object({ def: z.string() }),
    )
    const kinds = [...(index?.def ?? '').matchAll(/'([\w-]+)'::text/g)].map(([, kind]) => kind)
    expect(kinds.toSorted()).toEqual([...noticedKinds].toSorted())
  })
})
