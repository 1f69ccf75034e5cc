import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { CallerCard, Preview, SimilarOrder } from '#contract/seat.ts'
import { keyUse } from '#db/sealed-rows.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor, openDoorAt } from './door.fixture.ts'
import { chain, citizen, hoursLater, SECRETS, TOWN } from './orders.fixture.ts'
import { reseal } from './reseal.ts'
import { runSweep, sweeps } from './sweeps.ts'
import { newKeyFile, openVault } from './vault.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
const keys = newKeyFile()
let door: Door
let agent: Badge
let other: Badge
let lead: Badge
let pbx: Badge

const seatOf = async (badge: Badge) => (await door.ask(badge, 'whoAmI')).body as { id: string; login: string }

beforeAll(async () => {
  door = await openDoor(engine, { keys })
  agent = await door.staff({ roles: ['agent'] })
  other = await door.staff({ roles: ['agent'], unit: 'hotline', region: '990102' })
  lead = await door.staff({ roles: ['shift-lead'] })
  pbx = await door.machine({ scopes: ['accept'] })
})
afterAll(() => door.close())

const PHONE = citizen.callerPhone
const leaks = (text: string) => SECRETS.filter((secret) => text.includes(secret))

test('a call rings at its seat, is answered, ends, and its number is forgotten', async () => {
  const { login } = await seatOf(agent)
  const body = { callId: 'call-0001', phone: '+86 138-0000-1234', login }
  const told = await door.ask(pbx, 'ring', { body })
  expect(told).toMatchObject({ status: 200, body: { callId: 'call-0001', state: 'ringing' } })
  expect(leaks(told.text)).toEqual([])
  const current = await door.ask(agent, 'currentRing')
  expect(current.body.ring).toMatchObject({ phone: PHONE, masked: '138****1234', state: 'ringing', answeredAt: null })
  expect((await door.ask(other, 'currentRing')).body.ring).toBeNull()
  expect((await door.ask(other, 'answerRing', { params: { callId: 'call-0001' } })).code).toBe('not-found')

  expect((await door.ask(agent, 'answerRing', { params: { callId: 'call-0001' } })).status).toBe(200)
  expect((await door.ask(other, 'seeRing', { params: { callId: 'call-0001' } })).code).toBe('not-found')
  expect((await door.ask(agent, 'seeRing', { params: { callId: 'call-0001' } })).status).toBe(200)
  const sights = await door.house.db.rows(
    sql`select actor, target, detail::text as detail from admin_log where action = 'ring-number-seen'`,
    z.object({ actor: z.string(), target: z.string(), detail: z.string() }),
  )
  expect(sights.map(({ actor, target }) => [actor, target])).toEqual([[(await seatOf(agent)).id, 'call-0001']])
  expect(leaks(JSON.stringify(sights))).toEqual([])
  hoursLater(door, 1)
  expect((await door.ask(agent, 'currentRing')).body.ring).toMatchObject({ state: 'answered', phone: PHONE })
  expect((await door.ask(pbx, 'endRing', { params: { callId: 'call-0001' } })).status).toBe(200)
  expect((await door.ask(agent, 'currentRing')).body.ring).toBeNull()
  expect((await door.ask(agent, 'answerRing', { params: { callId: 'call-0001' } })).code).toBe('call-ended')
  const [row] = await door.house.db.rows(sql`select sealed from ring`, z.object({ sealed: z.null() }))
  expect(row).toEqual({ sealed: null })
})

test('told twice is told once; a new call ends what was left of the one before', async () => {
  const { id } = await seatOf(agent)
  const { login } = await seatOf(other)
  const first = { callId: 'call-0002', phone: PHONE, staff: id }
  expect((await door.ask(lead, 'ring', { body: first })).status).toBe(200)
  expect((await door.ask(pbx, 'ring', { body: first })).status).toBe(200)
  expect((await door.ask(pbx, 'ring', { body: { callId: 'call-0002', phone: PHONE, login } })).code).toBe('call-known')
  await door.ask(pbx, 'ring', { body: { callId: 'call-0003', phone: '13700000000', staff: id } })
  expect((await door.ask(agent, 'currentRing')).body.ring).toMatchObject({ callId: 'call-0003' })
  expect((await door.ask(pbx, 'ring', { body: { ...first, staff: 'nobody' } })).code).toBe('unknown-seat')
})

test.each([
  ['a phone number for a call id', { callId: '13800001234', phone: PHONE, login: 'x' }],
  ['no seat', { callId: 'call-0009', phone: PHONE }],
  ['two seats', { callId: 'call-0009', phone: PHONE, login: 'a', staff: 'b' }],
  ['no number', { callId: 'call-0009', phone: 'anonymous', login: 'x' }],
])('a ring with %s is refused', async (_, body) => {
  const said = await door.ask(pbx, 'ring', { body })
  expect(said).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(leaks(said.text)).toEqual([])
})

test('a ring nobody answers is over after two minutes, and the sweep takes it away', async () => {
  const { id } = await seatOf(agent)
  await door.ask(pbx, 'ring', { body: { callId: 'call-0004', phone: PHONE, staff: id } })
  hoursLater(door, 0.05)
  expect((await door.ask(agent, 'currentRing')).body.ring).toBeNull()
  await sweepForget()
  const [row] = await door.house.db.rows(
    sql`select count(*) as n from ring where expires_at < ${door.house.now()}`,
    Count,
  )
  expect(row?.n).toBe(0)
})

test('every process hears of a ring, the seat’s person only, and never the number', async () => {
  const second = await openDoorAt(door.url, { now: door.house.now() })
  const { id } = await seatOf(agent)
  const heard: string[] = []
  const quiet: string[] = []
  const reach = { region: null, units: null }
  const hear = () => undefined
  const stops = [
    second.feed.listen({ reach, hear, seat: id, hearRing: (ring) => heard.push(JSON.stringify(ring)) }),
    second.feed.listen({ reach, hear, seat: 'another', hearRing: (ring) => quiet.push(JSON.stringify(ring)) }),
  ]
  hoursLater(door, 0.001)
  await door.ask(pbx, 'ring', { body: { callId: 'call-0005', phone: PHONE, staff: id } })
  for (let i = 0; i < 60 && heard.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(heard).toEqual([expect.stringContaining('ringing')])
  expect(heard[0]).toContain('call-0005')
  expect(leaks(heard.join())).toEqual([])
  expect(quiet).toEqual([])
  for (const stop of stops) stop()
  await second.close()
})

const Count = z.object({ n: z.number() })
const sweepForget = async () => {
  for (const sweep of sweeps) if (sweep.name === 'forget') await runSweep(door.house, sweep)
}

const place = { lng: 113.123456, lat: 34.123456 }
const heating = {
  title: '暖气不热',
  content: '梧桐里小区3号楼暖气不热,昨晚室内实测14度',
  category: 'E0201',
  address: '梧桐里小区3号楼',
  contactWindow: '工作日 18:00 后',
  ...place,
}

test('who is calling: form of address, what they asked before, what is open, repeats of a kind', async () => {
  const { accept, on, desk, dispatch, handle, lead: unit, callback } = await chain(door)
  const closed = (await accept({ title: '电梯异响' })).id
  await dispatch(closed)
  await handle(unit, closed, 1)
  await on(desk, 'reviewReply', closed, { verdict: 'approve' })
  await callback(closed, 'close')
  hoursLater(door, 0.01)
  const open = (await accept(heating)).id
  const said = await door.ask(agent, 'caller', { body: { phone: PHONE } })
  const card = said.body as unknown as CallerCard
  expect(card).toMatchObject({
    phone: '138****1234',
    address: '欧阳先生',
    calls: 2,
    contactWindow: '工作日 18:00 后',
    appellantType: 'person',
    recent: [{ category: 'E0201', n: 2 }],
  })
  expect(card.last.map(({ id, state, satisfaction }) => ({ id, state, satisfaction }))).toEqual([
    { id: open, state: 'pending-dispatch', satisfaction: null },
    { id: closed, state: 'closed', satisfaction: 5 },
  ])
  expect(leaks(said.text)).toEqual([])
  const views = (await door.ask(lead, 'orderViews', { params: { orderId: open } })).body.views
  expect(views).toContainEqual(expect.objectContaining({ what: 'search', fields: ['phone', 'masked-appellant'] }))

  expect((await door.ask(other, 'caller', { body: { phone: PHONE } })).body).toMatchObject({ calls: 0, address: null })
  expect((await door.ask(agent, 'caller', { body: { phone: '12345678901' } })).body).toMatchObject({
    calls: 0,
    last: [],
  })
})

test('the same trouble next door is found with its reasons; what has ended at the desk is not', async () => {
  const { accept, dispatch } = await chain(door)
  const before = (await accept({ ...heating, title: '梧桐里暖气不热', lng: place.lng + 0.0003 })).id
  await dispatch(before)
  await accept({ ...heating, requestType: 'consult' }, { kind: 'answer', answer: '已抢修' })
  await accept({ ...heating, lng: 113.9 }, { kind: 'submit' })
  const body = { ...place, region: TOWN, category: 'E0201', content: '3号楼暖气不热,实测14度,希望尽快恢复' }
  const said = await door.ask(agent, 'similarOrders', { body })
  const found = said.body.orders as SimilarOrder[]
  const first = found.find(({ id }) => id === before)
  expect(first).toMatchObject({ state: 'in-handling', leadState: 'pending-sign', metres: 28, merged: 0 })
  expect(first?.score).toBeGreaterThan(0.75)
  expect(first?.reasons.map(({ zh }) => zh).join()).toMatch(/同一地点.*同类/)
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  const nearby = said.body.nearby as { id: string; metres: number; state: string }[]
  expect(nearby.map(({ id }) => id)).toContain(before)
  expect(nearby.every(({ metres, state }) => metres <= 200 && state !== 'answered')).toBe(true)
  expect(leaks(said.text)).toEqual([])

  const mine = (await door.ask(agent, 'similarOrders', { body: { ...body, phone: PHONE } })).body
    .orders as SimilarOrder[]
  expect(mine[0]?.reasons.map(({ en }) => en)).toContain('the same caller')
  const none = await door.ask(agent, 'similarOrders', { body: {} })
  expect(none.body).toMatchObject({ orders: [], nearby: [] })
})

test('the preview names the unit, its rule and the promises that submitting then makes', async () => {
  const request = { requestType: 'help', category: 'E0201', region: TOWN }
  const preview = (await door.ask(agent, 'previewOrder', { body: request })).body as unknown as Preview
  expect(preview.lead?.name).toMatch(/\p{Script=Han}/u)
  expect(preview.rule?.id).toBe(preview.choice.rule)
  expect(preview.clocks.map(({ code }) => code).sort()).toEqual(['C1', 'C3', 'C5'])
  const { accept } = await chain(door)
  const order = await accept({ category: 'E0201' })
  const kept = (await door.ask(agent, 'orderClocks', { params: { orderId: order.id } })).body.clocks as {
    code: string
    due: string
  }[]
  const dues = (clocks: { code: string; due: string }[]) => clocks.map(({ code, due }) => [code, due]).sort()
  expect(dues(preview.clocks)).toEqual(dues(kept))
  const wrong = await door.ask(agent, 'previewOrder', { body: { ...request, category: 'Z9999' } })
  expect(wrong.code).toBe('unknown-category')
})

test('the seat’s proposal to merge goes with the order to whoever dispatches', async () => {
  const { accept, desk } = await chain(door)
  const master = await accept(heating)
  const order = await accept(heating, { kind: 'submit', suggestedMaster: master.id })
  const view = await door.ask(desk, 'getOrder', { params: { orderId: order.id } })
  expect(view.body.suggestedMaster).toEqual({ id: master.id, no: master.no })
  const timeline = await door.ask(desk, 'orderTimeline', { params: { orderId: order.id } })
  expect(timeline.text).toContain(master.no)

  const draft = await accept(heating, { kind: 'draft' })
  const submit = (suggestedMaster: string) =>
    door.ask(desk, 'submitOrder', { params: { orderId: draft.id }, body: { suggestedMaster } })
  expect((await submit('01KJQ000000000000000000000')).code).toBe('unknown-master')
  expect((await submit(draft.id)).code).toBe('unknown-master')
  expect((await submit(master.id)).body.suggestedMaster).toEqual({ id: master.id, no: master.no })
})

const NEW = { params: { kind: 'accept', key: 'new' } }

test('a draft is one’s own, sealed, comes back, and goes after seven days', async () => {
  const text = JSON.stringify({ phone: PHONE, content: '暖气<b>不热</b>🥶' })
  const kept = await door.ask(agent, 'putDraft', { ...NEW, body: { text } })
  expect(kept).toMatchObject({ status: 200, body: { savedAt: door.house.now() } })
  expect((await door.ask(agent, 'getDraft', NEW)).body.draft).toMatchObject({ text })
  expect((await door.ask(other, 'getDraft', NEW)).body.draft).toBeNull()
  const [row] = await door.house.db.rows(sql`select sealed from draft`, z.object({ sealed: z.instanceof(Buffer) }))
  expect(row?.sealed.includes(PHONE)).toBe(false)
  await door.ask(agent, 'putDraft', { ...NEW, body: { text: '{}' } })
  expect((await door.ask(agent, 'getDraft', NEW)).body.draft).toMatchObject({ text: '{}' })
  expect((await door.ask(agent, 'dropDraft', NEW)).status).toBe(200)
  expect((await door.ask(agent, 'getDraft', NEW)).body.draft).toBeNull()
  await door.ask(agent, 'putDraft', { ...NEW, body: { text } })
  hoursLater(door, 24 * 7 + 1)
  await sweepForget()
  const [left] = await door.house.db.rows(sql`select count(*) as n from draft`, Count)
  expect(left?.n).toBe(0)
})

test('drafts are bounded, in size, in number, and in what their address may say', async () => {
  const fresh = await door.staff({ roles: ['agent'] })
  const tooLong = await door.ask(fresh, 'putDraft', { ...NEW, body: { text: 'x'.repeat(65_537) } })
  expect(tooLong.code).toBe('invalid-request')
  for (const key of ['13800001234', 'a/b', '周女士', '']) {
    const said = await door.ask(fresh, 'putDraft', { params: { kind: 'accept', key }, body: { text: 'x' } })
    expect(said.status).toBeGreaterThanOrEqual(400)
  }
  const letters = 'abcdefghijklmnopqrst'
  for (let n = 0; n < 105; n++)
    await door.ask(fresh, 'putDraft', {
      params: { kind: 'reply', key: `k-${letters[n % 20]}${letters[Math.floor(n / 20)]}` },
      body: { text: 'x' },
    })
  const [row] = await door.house.db.rows(sql`select count(*) as n from draft where kind = 'reply'`, Count)
  expect(row?.n).toBe(100)
})

test('a new key takes over drafts and calls', async () => {
  agent = await door.staff({ roles: ['agent'] })
  pbx = await door.machine({ scopes: ['accept'] })
  const { id } = await seatOf(agent)
  await door.ask(agent, 'putDraft', { ...NEW, body: { text: 'kept' } })
  await door.ask(pbx, 'ring', { body: { callId: 'call-0006', phone: PHONE, staff: id } })
  const renewed = { ...keys, active: 2, keys: { ...keys.keys, '2': Buffer.alloc(32, 7).toString('base64') } }
  const { unreadable } = await reseal(door.house.db, openVault(renewed), {
    which: 'old-key',
    progress: () => undefined,
  })
  expect(unreadable).toEqual([])
  expect((await keyUse(door.house.db)).map(({ key }) => key)).toEqual([2])

  const withoutOld = { ...renewed, keys: { '2': renewed.keys['2'] } }
  const after = await openDoorAt(door.url, { keys: withoutOld, now: door.house.now() })
  expect((await after.ask(agent, 'getDraft', NEW)).body.draft).toMatchObject({ text: 'kept' })
  expect((await after.ask(agent, 'currentRing')).body.ring).toMatchObject({ callId: 'call-0006', phone: PHONE })
  await after.close()
})
