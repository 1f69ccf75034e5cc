import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { type Door, knock, NOBODY, openDoor, type Said } from './door.fixture.ts'
import { chain, citizen, hoursLater, LEAD, request, SECRETS, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const lines: string[] = []
const keep = (fields: Record<string, unknown>, message: string) =>
  void lines.push(JSON.stringify({ ...fields, message }) + String(fields.error ?? ''))
const told: Said[] = []

let door: Door
let codes: string[] = []
beforeAll(async () => {
  door = await openDoor(engine, {
    log: { info: keep, error: keep },
    smsUrl: 'http://127.0.0.1:9/sms',
    changeCity: (city) => ({ ...city, policy: { ...city.policy, notices: true } }),
  })
  const inner = door.ask
  door.ask = async (...call) => {
    const said = await inner(...call)
    told.push(said)
    return said
  }
})
afterAll(() => door.close())

const secrets = () => [...SECRETS, ...codes, '测试-secret-password']
const holding = (texts: readonly string[]) => texts.filter((text) => secrets().some((secret) => text.includes(secret)))

test('a request from call to callback leaves no name, number, identity or query code in any log line', async () => {
  const { accept, on, dispatch, handle, callback, desk, lead } = await chain(door)
  const order = await accept()
  const kept = await accept({ confidential: 'all' }, { kind: 'submit' }, { appellant: citizen })
  codes = [order.queryCode, kept.queryCode]
  await dispatch(order.id)
  await handle(lead, order.id, 1)
  await on(desk, 'reviewReply', order.id, { verdict: 'approve' })
  await callback(order.id, 'close')
  await door.ask(desk, 'getOrder', { params: { orderId: order.id } })
  await door.ask(lead, 'unmaskAppellant', {
    params: { orderId: order.id },
    body: { fields: ['name', 'contact'], reason: '上门' },
  })
  await door.ask(desk, 'findByPhone', { body: { phone: citizen.callerPhone } })
  await door.ask(NOBODY, 'citizenFollow', { body: { no: order.no, code: order.queryCode } })
  await door.ask(NOBODY, 'citizenSubmit', {
    body: { request: { ...request, category: undefined }, appellant: citizen },
  })
  hoursLater(door, 24 * 9)
  await sweepAll(door)
  expect(lines.length).toBeGreaterThan(12)
  expect(holding(lines)).toEqual([])
})

test('calls that go wrong say what, where and of which kind, and never the value', async () => {
  told.length = 0
  const { desk, accept } = await chain(door)
  const { id, no } = await accept()
  const wrong: [Parameters<Door['ask']>[1], unknown][] = [
    ['acceptOrder', { channel: citizen.callerPhone, request, appellant: citizen }],
    ['acceptOrder', { channel: 'phone', request: { ...request, region: citizen.idNumber }, appellant: citizen }],
    ['acceptOrder', { channel: 'phone', request: { ...request, category: citizen.name }, appellant: citizen }],
    ['acceptOrder', { channel: 'phone', request, appellant: { ...citizen, email: citizen.name } }],
    ['acceptOrder', { channel: 'phone', request, appellant: { ...citizen, idNumber: citizen.callerPhone } }],
    ['acceptOrder', { channel: 'phone', request, appellant: { ...citizen, callerPhone: citizen.name } }],
    ['acceptOrder', { channel: 'phone', request, appellant: { ...citizen, name: `${citizen.name}\u0000` } }],
    ['acceptOrder', { channel: 'phone', request, appellant: citizen, outcome: { kind: citizen.name } }],
    ['findByPhone', { phone: `${citizen.callerPhone}${'1'.repeat(40)}` }],
    ['citizenFollow', { no, code: `${citizen.callerPhone}` }],
    ['logIn', { login: citizen.callerPhone, password: '测试-secret-password' }],
    ['unmaskAppellant', { fields: [citizen.callerPhone], reason: '上门' }],
  ]
  for (const [name, body] of wrong) {
    const said = await door.ask(desk, name, { params: { orderId: id }, body })
    expect(said.status).toBeGreaterThanOrEqual(400)
    expect(holding([said.text, JSON.stringify(said.headers)]), `${name} ${said.text}`).toEqual([])
  }
  expect(holding(lines)).toEqual([])
})

test('an address that holds a number is neither logged nor answered with it', async () => {
  const badge = await door.staff({ roles: ['agent'] })
  for (const url of [
    `/api/orders/${citizen.callerPhone}`,
    `/api/orders?text=${citizen.callerPhone}&limit=x`,
    `/api/${citizen.callerPhone}`,
    `/api/orders/${citizen.callerPhone}%E0%A4%A`,
    `/api/orders/${citizen.callerPhone.repeat(40)}`,
    `/api/orders/${citizen.callerPhone}/nothing?x=${citizen.idNumber}`,
  ]) {
    const said = await knock(door.app, 'GET', url, badge)
    expect(said.status, url).toBeGreaterThanOrEqual(400)
    expect(holding([said.text]), url).toEqual([])
  }
  expect(holding(lines)).toEqual([])
})

test('a fault of our own is logged with its stack, told without it, and holds nobody’s data', async () => {
  const { desk } = await chain(door)
  await door.house.db.run(sql`alter table order_text add constraint broken check (body = '') not valid`)
  const said = await door.ask(desk, 'acceptOrder', {
    body: { channel: 'phone', request, appellant: citizen, outcome: { kind: 'submit' } },
  })
  await door.house.db.run(sql`alter table order_text drop constraint broken`)
  expect([said.status, said.code]).toEqual([500, 'internal-error'])
  expect(said.text).not.toMatch(/order_text|constraint|at .*\.ts/)
  const fault = lines.find((line) => line.includes('"message":"fault"'))
  expect(fault).toContain('violates check constraint')
  expect(holding([...lines, said.text])).toEqual([])
})

test('a notice that cannot be sent is noted without the number it was for', async () => {
  const rows = await door.house.db.rows(
    sql`select coalesce(last_error, '') as error, payload::text as payload, attempts from outbox`,
    z.object({ error: z.string(), payload: z.string(), attempts: z.number() }),
  )
  expect(rows.some((row) => row.attempts > 0 && row.error !== '')).toBe(true)
  expect(holding(rows.map((row) => row.error))).toEqual([])
  expect(rows.filter((row) => SECRETS.some((secret) => row.payload.includes(secret)))).toEqual([])
})

test('a line names route, status, time and caller by id, and nothing of the request besides', () => {
  const calls = lines.map((line) => JSON.parse(line.slice(0, line.lastIndexOf('}') + 1)) as Record<string, unknown>)
  const requests = calls.filter((line) => line.message === 'request')
  expect(requests.length).toBeGreaterThan(20)
  for (const line of requests)
    expect(Object.keys(line).sort()).toEqual(['at', 'caller', 'message', 'ms', 'route', 'status'])
  expect(requests.some((line) => line.route === 'POST /api/orders/:orderId/assignments/:n/sign')).toBe(true)
  expect(JSON.stringify(requests)).not.toContain(LEAD)
})
