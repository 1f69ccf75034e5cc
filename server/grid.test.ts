import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { GridTask, GridWhistle, GridWorkerView } from '#contract/grid.ts'
import type { Notice } from '#contract/waiting.ts'
import { photo as jpeg } from '#tools/sample-files.ts'
import { type Badge, type Door, knock, openDoor, urlOf } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { sweepGrid } from './grid-sweep.ts'
import { type Chain, chain, hoursLater, SECRETS, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const COMMUNITY = 'community-990101001001'
const GRID = '990101001001001'
const rubbish = {
  title: '楼后积存垃圾',
  content: '楼后空地堆了很久的垃圾，请联系 13800001234',
  category: 'B0204',
  region: '990101001001',
  address: '枫丹花园 3 栋 2 单元 501',
  lng: 111.39195,
  lat: 33.90438,
}

describe('热线+网格', () => {
  let door: Door
  let people: Chain
  let worker: Badge
  let street: Badge
  const again = async () => {
    people = await chain(door)
    worker = await door.staff({ roles: ['grid-worker'], unit: COMMUNITY, region: GRID })
    street = await door.staff({ roles: ['liaison'], unit: 'town-990101001' })
  }
  beforeAll(async () => {
    door = await openDoor(engine, {
      changeCity: (city) => ({
        ...city,
        policy: { ...city.policy, grid: { ...city.policy.grid, straight: false, dailyCap: 30 } },
      }),
    })
    await again()
  })
  afterAll(() => door.close())

  const later = async (hours: number) => {
    hoursLater(door, hours)
    await sweepAll(door)
    await again()
  }
  const send = (orderId: string, body: object = {}) =>
    door.ask(people.desk, 'dispatchToGrid', { params: { orderId }, body })
  const tasks = async (badge = worker) =>
    (await door.ask(badge, 'listGridTasks')).body as { tasks: GridTask[]; whistles: GridWhistle[]; today: number }
  const upload = async (content: Buffer, badge = worker) => {
    const url = urlOf('uploadFile', { query: { name: 'photo.jpg' } })
    const said = await knock(door.app, 'POST', url, { ...badge, 'content-type': 'application/octet-stream' }, content)
    return said.body.file as string
  }
  const taken = { at: '2026-03-02T02:05:00.000Z', lng: 111.392, lat: 33.9044, accuracy: 8 }
  const result = async (orderId: string, more: object = {}, headers: Record<string, string> = {}) => {
    const file = await upload(await jpeg())
    const body = { result: 'solved', told: 'visit', photos: [{ file, taken }], ...more }
    return door.ask({ ...worker, ...headers }, 'gridResult', { params: { orderId, n: 1 }, body })
  }
  const noticesOf = async (badge: Badge, id: string) =>
    ((await door.ask(badge, 'listNotices')).body.notices as Notice[]).filter(({ orderId }) => orderId === id)
  const granted = async (wish: object = {}) => {
    const { id } = await people.accept({ ...rubbish, ...wish })
    expect((await send(id)).status).toBe(200)
    return id
  }

  test('the desk sees to whom it would go, or each guard that speaks against it', async () => {
    const { id } = await people.accept(rubbish)
    const offer = await door.ask(people.desk, 'gridOffer', { params: { orderId: id } })
    expect(offer.body).toMatchObject({ guards: [], worker: { unitName: expect.any(String), cap: 30 } })
    const pothole = await people.accept()
    const no = await door.ask(people.desk, 'gridOffer', { params: { orderId: pothole.id } })
    const guards = no.body.guards as { guard: string; exceptable: boolean }[]
    expect(guards.map(({ guard }) => guard)).toContain('not-grid-direct')
    expect(await send(pothole.id)).toMatchObject({ status: 422 })
  })

  test('the worker has it at once, with the door and without the citizen; the street is told', async () => {
    const id = await granted()
    const { tasks: mine } = await tasks()
    const task = mine.find(({ orderId }) => orderId === id)
    expect(task).toMatchObject({ n: 1, state: 'pending-sign', post: 'main', contactOwed: true })
    expect(task?.address).toContain('3 栋')
    const text = JSON.stringify(mine)
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    const notices = (await door.ask(street, 'listNotices')).body.notices as Notice[]
    expect(notices.find(({ orderId }) => orderId === id)).toMatchObject({
      kind: 'dispatched',
      forInformation: true,
      isNew: true,
    })
    await door.ask(street, 'seeNotices', { body: { until: door.house.now() } })
    expect(await noticesOf(street, id)).toMatchObject([{ isNew: false }])
    const seen = await door.ask(street, 'getOrder', { params: { orderId: id } })
    expect(seen.body.assignments).toMatchObject([{ grid: { streetName: expect.stringContaining('街道') } }])
    const other = await door.staff({ roles: ['grid-worker'], unit: COMMUNITY, region: '990101001001002' })
    expect((await door.ask(other, 'getOrder', { params: { orderId: id } })).code).toBe('not-found')
    expect((await door.ask(other, 'signAssignment', { params: { orderId: id, n: 1 } })).code).toBe('not-found')
  })

  test('one action is a result: signed, there, photographed, told, reported; called back as any other', async () => {
    const id = await granted()
    expect(await result(id)).toMatchObject({ status: 200, body: { state: 'pending-reply-review' } })
    await people.on(people.desk, 'reviewReply', id, { verdict: 'approve' })
    await people.callback(id, 'close')
    const admin = await door.staff({ roles: ['administrator'] })
    const { events } = (await door.ask(admin, 'orderEvents', { params: { orderId: id } })).body as {
      events: { kind: string; event: object }[]
    }
    expect(events.find(({ kind }) => kind === 'attached')?.event).toMatchObject({ taken, at: door.house.now() })
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['signed', 'arrived', 'contacted', 'reported', 'closed']),
    )
    const { files } = (await door.ask(admin, 'getOrder', { params: { orderId: id } })).body as { files: object[] }
    expect(files).toMatchObject([{ placed: true }])
    expect(files[0]).not.toHaveProperty('taken')
  })

  test('sent twice under one key it has one effect; the second time the kept reply', async () => {
    const id = await granted()
    const file = await upload(await jpeg())
    const body = { result: 'solved', told: 'phone', photos: [{ file, taken }] }
    const wish = { params: { orderId: id, n: 1 }, body, headers: { 'idempotency-key': 'outbox-0123456789abcdef0123' } }
    const [first, second] = [await door.ask(worker, 'gridResult', wish), await door.ask(worker, 'gridResult', wish)]
    expect(second.body).toEqual(first.body)
    expect(first.status).toBe(200)
    await later(24 * 3)
    expect((await door.ask(worker, 'gridResult', wish)).body).toEqual(first.body)
  })

  test('another’s upload is no photo of mine', async () => {
    const id = await granted()
    const file = await upload(await jpeg('2026:03:01 10:00:00'), people.desk)
    const body = { result: 'solved', told: 'visit', photos: [{ file }] }
    expect((await door.ask(worker, 'gridResult', { params: { orderId: id, n: 1 }, body })).code).toBe('unknown-file')
  })

  test('reported up it is back at the desk with its history, and no department is offered the grid again', async () => {
    const id = await granted()
    const body = { ground: 'needs-department', note: '要换垃圾箱', photos: [] }
    const up = await door.ask(worker, 'reportUp', { params: { orderId: id, n: 1 }, body })
    expect(up.body).toMatchObject({ state: 'pending-dispatch' })
    const order = (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body
    expect(order.reportsUp).toMatchObject([{ ground: 'needs-department', note: '要换垃圾箱' }])
    expect((await send(id)).code).toBe('already-tried-by-grid')
    expect((await tasks()).tasks.some(({ orderId }) => orderId === id)).toBe(false)
    const community = await door.staff({ roles: ['liaison'], unit: COMMUNITY })
    for (const badge of [street, community]) {
      const [told] = await noticesOf(badge, id)
      expect(told).toMatchObject({ kind: 'reported-up', forInformation: true, ground: 'needs-department' })
      const read = await door.ask(badge, 'getOrder', { params: { orderId: id } })
      expect(read.body.reportsUp).toMatchObject([{ note: '要换垃圾箱' }])
      for (const secret of SECRETS) expect(read.text).not.toContain(secret)
    }
    expect(await noticesOf(people.desk, id)).toMatchObject([{ kind: 'reported-up', forInformation: false }])
    const far = await door.staff({ roles: ['liaison'], unit: 'town-990102001' })
    expect(await noticesOf(far, id)).toEqual([])
    expect((await door.ask(far, 'getOrder', { params: { orderId: id } })).code).toBe('not-found')
    await people.dispatch(id)
    await people.on(people.lead, 'signAssignment', id, undefined, 2)
    expect((await door.ask(street, 'getOrder', { params: { orderId: id } })).code).toBe('not-found')
  })

  test('after 24 hours without a result it goes up by itself', async () => {
    const id = await granted()
    await later(25)
    const order = (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body
    expect(order).toMatchObject({ state: 'pending-dispatch', reportsUp: [{ ground: 'over-24-hours' }] })
    expect((await noticesOf(street, id))[0]).toMatchObject({ kind: 'reported-up', ground: 'over-24-hours' })
  })

  test('what has a department’s duty goes to no street without a ground', async () => {
    const { id } = await people.accept({
      category: 'G0101',
      title: '拖欠工资',
      content: '工地拖欠三个月工资',
      kind: 'general',
    })
    const wish = { lead: 'town-990101001', co: [], overrideReason: '属地' }
    const ask = (body: object) => door.ask(people.desk, 'dispatchOrder', { params: { orderId: id }, body })
    expect(await ask(wish)).toMatchObject({ status: 422, code: 'departmental-matter' })
    expect((await ask({ ...wish, exceptionGround: '会议纪要3号' })).status).toBe(200)
    const story = (await door.ask(people.desk, 'orderTimeline', { params: { orderId: id } })).text
    expect(story).toContain('会议纪要3号')
  })

  test('a whistle is an order of its own channel; the department must come to the place', async () => {
    const file = await upload(await jpeg('2026:03:02 09:00:00'))
    const place = { at: door.house.now(), lng: 111.39195, lat: 33.90438, accuracy: 10 }
    const body = { content: '路口井盖没了，先用锥桶围上了', category: 'E0201', place, photos: [{ file, taken: place }] }
    const blown = await door.ask(worker, 'whistle', { body })
    expect(blown.body).toMatchObject({ channel: 'grid-report', state: 'pending-dispatch' })
    const id = blown.body.orderId as string
    await people.dispatch(id)
    expect((await tasks()).whistles[0]).toMatchObject({ orderId: id, arriveBy: expect.any(String), arrivedAt: null })
    await people.on(people.lead, 'signAssignment', id, undefined, 1)
    const report = () => door.ask(people.lead, 'reportResult', { params: { orderId: id, n: 1 }, body: people.report })
    expect((await report()).code).toBe('arrival-needed')
    const arrive = (where: object) =>
      door.ask(people.lead, 'recordArrival', { params: { orderId: id, n: 1 }, body: where })
    expect((await arrive({})).code).toBe('arrival-place-needed')
    expect((await arrive({ lng: 111.6, lat: 33.9 })).code).toBe('not-at-the-place')
    expect((await arrive({ lng: 111.3921, lat: 33.9044 })).status).toBe(200)
    expect((await tasks()).whistles[0]?.arrivedAt).not.toBeNull()
    expect((await report()).status).toBe(200)
  })

  const posts = async () =>
    (await door.ask(street, 'listGridWorkers')).body.workers as (GridWorkerView & { unit: string })[]
  const post = (staffId: string, version: number, more: object = {}, badge = street) =>
    door.ask(badge, 'setGridWorker', {
      params: { staffId },
      body: { post: 'main', hours: null, away: false, ...more },
      headers: { 'if-match': `"${version}"` },
    })
  const ours = async () => (await posts()).filter(({ unit }) => unit === COMMUNITY)

  test('posts and hours are the street’s to set, within its own; who is away gets nothing', async () => {
    expect((await posts()).every(({ unit }) => unit.startsWith('community-990101001'))).toBe(true)
    const [mine] = await ours()
    if (mine === undefined) throw new Error('no worker')
    const far = await door.staff({ roles: ['liaison'], unit: 'town-990102001' })
    expect((await post(mine.id, mine.version, { away: true }, far)).code).toBe('not-found')
    expect((await post(mine.id, mine.version, { hours: { from: '08:00', to: '08:00' } })).status).toBe(400)
    for (const { id, version } of await ours())
      expect(await post(id, version, { away: true })).toMatchObject({
        status: 200,
        body: { away: true, awayUntil: null, version: version + 1 },
      })
    const { id } = await people.accept(rubbish)
    await later(24)
    expect((await send(id)).code).toBe('no-grid-worker')
    for (const one of await ours()) await post(one.id, one.version)
    expect((await send(id)).status).toBe(200)
  })

  test('an absence with a last day ends by itself; one that is over already is refused', async () => {
    const today = door.house.now().slice(0, 10)
    for (const { id, version } of await ours())
      expect((await post(id, version, { away: true, awayUntil: today })).body).toMatchObject({ awayUntil: today })
    const { id } = await people.accept(rubbish)
    expect((await send(id)).code).toBe('no-grid-worker')
    await later(24)
    expect((await ours()).map(({ away, awayUntil }) => ({ away, awayUntil }))).toContainEqual({
      away: false,
      awayUntil: null,
    })
    expect((await send(id)).status).toBe(200)
    const [mine] = await ours()
    if (mine === undefined) throw new Error('no worker')
    expect(await post(mine.id, mine.version, { away: true, awayUntil: today })).toMatchObject({
      status: 422,
      code: 'absence-already-over',
    })
  })

  test('two who set one post: the second is told, whether it was set before or never', async () => {
    const fresh = await door.staff({ roles: ['grid-worker'], unit: COMMUNITY, region: '990101001001009' })
    const { id } = (await door.ask(fresh, 'whoAmI')).body as { id: string }
    expect((await ours()).find((one) => one.id === id)?.version).toBe(0)
    const both = await Promise.all([post(id, 0, { post: 'backup' }), post(id, 0, { away: true })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect(both.find(({ status }) => status === 412)?.code).toBe('stale-version')
    const kept = (await ours()).find((one) => one.id === id)
    expect(kept?.version).toBe(1)
    expect((await post(id, 1, { post: 'main' })).headers.etag).toBe('"2"')
    const blind = { params: { staffId: id }, body: { post: 'main', hours: null, away: false } }
    expect((await door.ask(street, 'setGridWorker', blind)).code).toBe('version-needed')
  })

  test('where the city says so, what all guards let pass goes by itself', async () => {
    const { id } = await people.accept(rubbish)
    const { id: other } = await people.accept()
    expect(await sweepGrid(door.house, door.house.now())).toBe(0)
    const { city } = door.house
    door.house.city = { ...city, policy: { ...city.policy, grid: { ...city.policy.grid, straight: true } } }
    expect(await sweepGrid(door.house, door.house.now())).toBeGreaterThan(0)
    door.house.city = city
    const state = async (orderId: string) =>
      (await door.ask(people.desk, 'getOrder', { params: { orderId } })).body.state
    expect([await state(id), await state(other)]).toEqual(['in-handling', 'pending-dispatch'])
  })

  test('the figures are what the log says', async () => {
    const { figures, orders } = await tablesAndLog(door.house.db)
    expect(orders.stored).toEqual(orders.replayed)
    expect(figures.read).toEqual(figures.recounted)
  })
})
