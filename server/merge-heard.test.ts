import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Badge, type Door, NOBODY, openDoor } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { mergedCallers } from './merged-callers.fixture.ts'
import { type Chain, chain, hoursLater, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
})
afterAll(() => door.close())

const { accept, get, merge, logOf, kindsOf, answer, approve, pair } = mergedCallers(() => ({ door, people }))
const PHONE = '13900007777'
const ask = (name: Parameters<Door['ask']>[1], orderId: string, body: object, badge: Badge = people.desk) =>
  door.ask(badge, name, { params: { orderId }, body })
const clocksOf = async (id: string) =>
  (
    (await door.ask(people.desk, 'orderClocks', { params: { orderId: id } })).body as {
      clocks: { id: string; stoppedAt: string | null }[]
    }
  ).clocks

describe('who is merged is heard', () => {
  test('what the citizen adds is theirs in full, and the unit at the master reads it with its number, nothing personal', async () => {
    const { master, own, ticket } = await pair(1)
    const text = `路灯也不亮了，请打 ${PHONE} 找欧阳小明`
    const said = await door.ask(NOBODY, 'citizenSupplement', { body: { ...ticket, text } })
    expect(said.body).toMatchObject({ may: ['supplement', 'urge'] })
    expect((await get(own.id)).supplements).toMatchObject([{ text, mergedNo: null }])
    const unit = await get(master.id, people.lead)
    expect(unit.supplements).toMatchObject([{ mergedNo: own.no }])
    expect(unit.supplements[0]?.text).toContain('路灯也不亮了')
    for (const event of await logOf(master.id)) {
      expect(event).not.toContain(PHONE)
      expect(event).not.toContain('欧阳小明')
    }
    const bell = (await door.ask(people.lead, 'listNotices')).body as { notices: { kind: string; orderId: string }[] }
    expect(bell.notices.filter(({ kind }) => kind === 'supplemented').map(({ orderId }) => orderId)).toContain(
      master.id,
    )
    const story = (await door.ask(people.lead, 'orderTimeline', { params: { orderId: master.id } })).text
    expect(story).toContain(`来自并案诉求 ${own.no} 的补充`)
    const masters = (await door.ask(NOBODY, 'citizenFollow', { body: { no: master.no, code: master.queryCode } })).text
    expect(masters).not.toContain(own.no)
    expect(masters).not.toContain('已补充')
  })

  test('an urge counts on both, once an hour each; the master’s own caller may still urge', async () => {
    const { master, own, ticket } = await pair(11)
    expect((await door.ask(NOBODY, 'citizenUrge', { body: { ...ticket, text: '急' } })).status).toBe(200)
    expect((await door.ask(NOBODY, 'citizenUrge', { body: { ...ticket, text: '急' } })).code).toBe('urged-just-now')
    expect((await get(own.id)).urgeCount).toBe(1)
    expect(await get(master.id)).toMatchObject({ urgeCount: 1, urges: [{ mergedNo: own.no }] })
    const masters = { no: master.no, code: master.queryCode }
    expect((await door.ask(NOBODY, 'citizenUrge', { body: { ...masters, text: null } })).status).toBe(200)
    expect((await get(master.id)).urgeCount).toBe(2)
    expect((await get(own.id)).urgeCount).toBe(1)
  })

  test('the seat acts for them in the same way, one by one and in bulk; a stale page is refused and told nowhere', async () => {
    const { master, own } = await pair(21)
    expect((await ask('supplementOrder', own.id, { text: '靠近东门' })).status).toBe(200)
    const stale = await door.ask(people.desk, 'supplementOrder', {
      params: { orderId: own.id },
      body: { text: '再补充' },
      headers: { 'if-match': '"1"' },
    })
    expect(stale.code).toBe('stale-version')
    await door.ask(people.desk, 'urgeOrders', { body: { orders: [own.id], text: null } })
    expect(await get(master.id)).toMatchObject({ urgeCount: 1, supplements: [{ text: '靠近东门', mergedNo: own.no }] })
  })

  test('the same request sent twice is told once', async () => {
    const { master, own } = await pair(31)
    const send = () =>
      door.ask(people.desk, 'supplementOrder', {
        params: { orderId: own.id },
        body: { text: '只说一遍' },
        headers: { 'idempotency-key': 'merge-heard-once' },
      })
    const said = await Promise.all([send(), send(), send()])
    expect(said.some(({ status }) => status === 200)).toBe(true)
    expect((await get(master.id)).supplements).toHaveLength(1)
    expect((await get(own.id)).supplements).toHaveLength(1)
  })

  test('twelve callers at once: each is heard once at the master', async () => {
    const master = await accept(41)
    await people.dispatch(master.id)
    const others = []
    for (let n = 42; n < 54; n++) others.push(await accept(n))
    for (const { id } of others) await merge(id, master.id)
    const said = await Promise.all(others.map(({ id }) => ask('supplementOrder', id, { text: '我这里也是' })))
    expect(said.map(({ status }) => status)).toEqual(others.map(() => 200))
    const heard = (await get(master.id)).supplements.map(({ mergedNo }) => mergedNo)
    expect(heard.toSorted()).toEqual(others.map(({ no }) => no).toSorted())
  })

  test('split off, it speaks for itself again', async () => {
    const { master, own } = await pair(61)
    await people.on(people.desk, 'unmergeOrder', own.id, { reason: '另一处' })
    await ask('supplementOrder', own.id, { text: '这是我的' })
    expect((await get(own.id)).supplements).toHaveLength(1)
    expect((await get(master.id)).supplements).toEqual([])
  })
})

describe('merged into a master that is answered', () => {
  test('the caller has the answer at once and is called back', async () => {
    const [master, late] = [await accept(71), await accept(72)]
    await people.dispatch(master.id)
    await approve(master.id)
    await merge(late.id, master.id)
    expect((await get(late.id)).state).toBe('pending-callback')
    const follow = await door.ask(NOBODY, 'citizenFollow', { body: { no: late.no, code: late.queryCode } })
    expect(follow.body).toMatchObject({ stage: '已答复', reply: '路面已修补' })
    expect((await answer(late.id, 'close')).status).toBe(200)
  })
})

describe('reopening what was merged', () => {
  /** Three callers, all content, all closed. */
  async function closedFamily(n: number) {
    const { master, own } = await pair(n)
    const third = await accept(n + 2)
    await merge(third.id, master.id)
    await approve(master.id)
    for (const { id } of [own, third, master]) expect((await answer(id, 'close')).status).toBe(200)
    return { master, own, third }
  }

  test('with its master: the unit does it again, this caller waits, who was content stays closed', async () => {
    const { master, own, third } = await closedFamily(81)
    const kept = (await clocksOf(own.id)).find(({ id }) => id === 'citizen-C5')
    hoursLater(door, 24)
    people = await chain(door)
    expect((await ask('reopenOrder', own.id, { ground: 'same-appellant', reason: '又塌了' })).status).toBe(200)
    expect(await get(own.id)).toMatchObject({ state: 'merged', master: master.id, reworkCount: 1 })
    expect(await get(master.id)).toMatchObject({ state: 'rework' })
    expect(await get(third.id)).toMatchObject({ state: 'closed' })
    const report = { ...people.report, headInvolved: '到场' }
    await people.on(people.lead, 'reportResult', master.id, report, 1)
    await people.on(people.desk, 'reviewReply', master.id, { verdict: 'approve' })
    expect((await get(own.id)).state).toBe('pending-callback')
    expect((await get(third.id)).state).toBe('closed')
    // The first answer kept the promise; the second does not move it.
    expect((await clocksOf(own.id)).find(({ id }) => id === 'citizen-C5')).toMatchObject({ stoppedAt: kept?.stoppedAt })
  })

  test('on its own: out of the merge, dispatched by itself, its former master linked, the master untouched', async () => {
    const { master, own, third } = await closedFamily(91)
    const before = await kindsOf(third.id)
    const apart = { ground: 'recheck', reason: '我家门口是另一个坑', apart: true }
    expect((await ask('reopenOrder', own.id, apart)).status).toBe(200)
    expect(await get(own.id)).toMatchObject({ state: 'pending-dispatch', master: null, reworkCount: 1 })
    expect(await get(master.id)).toMatchObject({ state: 'closed', mergedOrders: [third.id] })
    expect(await kindsOf(third.id)).toEqual(before)
    const clocks = await clocksOf(own.id)
    expect(clocks.find(({ id }) => id === 'citizen-C5')?.stoppedAt).not.toBeNull()
    expect(clocks.find(({ id }) => id === 'hotline-C1-2')?.stoppedAt).toBeNull()
    const context = await door.ask(people.desk, 'orderContext', { params: { orderId: own.id } })
    expect(context.body).toMatchObject({ master: null, splitFrom: { id: master.id } })
    await people.dispatch(own.id)
    await people.on(people.lead, 'signAssignment', own.id, undefined, 1)
    await people.on(
      people.lead,
      'recordContact',
      own.id,
      { method: 'phone', result: 'connected', summary: '已联系' },
      1,
    )
    // It came back once: the unit says which part its head took.
    await people.on(people.lead, 'reportResult', own.id, { ...people.report, headInvolved: '到场' }, 1)
    await people.on(people.desk, 'reviewReply', own.id, { verdict: 'approve' })
    expect((await answer(own.id, 'close')).status).toBe(200)
  })

  test('precise refusals: apart of no merge, not closed, closed too long ago', async () => {
    const { master, own } = await closedFamily(101)
    const wish = { ground: 'recheck', reason: '没好' }
    expect((await ask('reopenOrder', master.id, { ...wish, apart: true })).code).toBe('not-merged')
    expect((await ask('unmergeOrder', own.id, { reason: '晚了' })).code).toBe('not-merged')
    expect((await ask('reopenOrder', own.id, wish)).status).toBe(200)
    expect((await ask('reopenOrder', own.id, wish)).code).toBe('wrong-state')
    hoursLater(door, 24 * 40)
    people = await chain(door)
    const old = await closedFamily(111)
    hoursLater(door, 24 * 365)
    people = await chain(door)
    expect((await ask('reopenOrder', old.own.id, wish)).code).toBe('too-long-closed')
    expect((await ask('reopenOrder', old.own.id, { ...wish, apart: true })).code).toBe('too-long-closed')
  })

  test('the master closed before its window, the caller’s still open: not with it, but on its own', async () => {
    const { master, own } = await pair(121)
    await approve(master.id)
    expect((await answer(master.id, 'close')).status).toBe(200)
    const days = door.house.city.policy.reopenDays
    hoursLater(door, 24 * (days - 1))
    people = await chain(door)
    expect((await answer(own.id, 'close')).status).toBe(200)
    hoursLater(door, 24 * 2)
    people = await chain(door)
    const wish = { ground: 'same-appellant', reason: '又坏了' }
    expect((await ask('reopenOrder', own.id, wish)).code).toBe('master-not-redone')
    expect((await ask('reopenOrder', own.id, { ...wish, apart: true })).status).toBe(200)
  })
})

test('figures are what the log says, and every row is the fold of its events', async () => {
  await sweepAll(door)
  const { figures, orders } = await tablesAndLog(door.house.db)
  expect(figures.read).toEqual(figures.recounted)
  expect(orders.stored).toEqual(orders.replayed)
})
