import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import type { Confidential } from '#domain/city/vocabulary.ts'
import { type Badge, type Door, NOBODY, openDoor } from './door.fixture.ts'
import { type Chain, CO, chain, citizen, LEAD, SECRETS, TOWN } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const THIRD = 'education'
const PHONE = '13800001234'
const viewers = [
  'hotline desk',
  'signed unit',
  'signed co-unit',
  'unsigned unit',
  'grid worker',
  'crew’s unit',
  'analyst',
  'leader',
  'administrator',
  'machine',
  'unit’s machine',
] as const
type Viewer = (typeof viewers)[number]
const levels = ['none', 'name', 'contact', 'all'] as const satisfies readonly Confidential[]

let door: Door
let people: Chain
const badges = {} as Record<Viewer, Badge>
const orders = {} as Record<Confidential, { id: string; no: string; queryCode: string }>

beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
  const person = (role: Parameters<Door['staff']>[0]['roles'][number], unit = 'hotline') =>
    door.staff({ roles: [role], unit })
  Object.assign(badges, {
    'hotline desk': await person('agent'),
    'signed unit': await person('liaison', LEAD),
    'signed co-unit': await person('unit-leader', CO),
    'unsigned unit': await person('liaison', THIRD),
    'grid worker': await person('grid-worker', LEAD),
    'crew’s unit': await door.staff({ roles: ['crew', 'grid-worker'], unit: LEAD }),
    analyst: await person('analyst'),
    leader: await person('leader'),
    administrator: await person('administrator'),
    machine: await door.machine({ scopes: ['read'] }),
    'unit’s machine': await door.machine({ scopes: ['read'], unit: LEAD }),
  } satisfies Record<Viewer, Badge>)
  for (const level of levels) orders[level] = await orderKept(level)
})
afterAll(() => door.close())

/** An order on whose way everybody says the number in every field that takes words. */
async function orderKept(confidential: Confidential) {
  const { accept, on, desk, lead, co } = people
  const say = `请打 ${PHONE} 联系`
  const order = await accept({
    confidential,
    title: say,
    content: say,
    demand: say,
    address: say,
    occurredAt: say,
    respondentName: say,
    contactWindow: say,
    tags: [PHONE],
    appellantTags: [PHONE],
  })
  const { id } = order
  await on(desk, 'dispatchOrder', id, { lead: LEAD, co: [CO, THIRD], overrideReason: say, note: say })
  await on(desk, 'supplementOrder', id, { text: say })
  await on(desk, 'urgeOrder', id, { text: say })
  await on(lead, 'signAssignment', id, undefined, 1)
  await on(co, 'signAssignment', id, undefined, 2)
  await on(co, 'recordContact', id, { method: 'phone', result: 'connected', summary: say }, 2)
  const report = {
    handling: say,
    publicReply: say,
    factTrue: 'yes',
    solved: 'partly',
    solvedReason: say,
    policyBasis: say,
    signer: '李局',
    headInvolved: say,
  }
  await on(co, 'reportResult', id, report, 2)
  return order
}

const read = async (viewer: Viewer, name: 'getOrder' | 'orderTimeline' | 'orderClocks', level: Confidential) => {
  const said = await door.ask(badges[viewer], name, { params: { orderId: orders[level].id } })
  expect(said.status, `${viewer} reads ${name}`).toBe(200)
  return said
}

async function opens(viewer: Viewer, level: Confidential, field: string): Promise<boolean> {
  const said = await door.ask(badges[viewer], 'unmaskAppellant', {
    params: { orderId: orders[level].id },
    body: { fields: [field], reason: '核实情况' },
  })
  if (said.status !== 200) expect(['kept-confidential', 'not-allowed']).toContain(said.code)
  return said.status === 200
}

/** name, contact, text as they stand in the view; then what a click with a reason opens. */
async function sightOf(viewer: Viewer, level: Confidential): Promise<string> {
  const { body } = await read(viewer, 'getOrder', level)
  const { address, contactPhone, canUnmask } = body.appellant as Record<string, unknown>
  const { content } = body.request as { content: string }
  expect([null, '欧阳先生']).toContain(address)
  expect([null, '139****2222']).toContain(contactPhone)
  const tried: string[] = []
  for (const field of ['name', 'contact', 'id-number']) if (await opens(viewer, level, field)) tried.push(field)
  expect(tried, `${viewer} at ${level}: what is offered is what opens`).toEqual(canUnmask)
  const text = content.includes(PHONE) ? 'whole' : 'masked'
  const mark = (value: unknown) => (value === null ? 'null' : 'masked')
  return [mark(address), mark(contactPhone), text, tried.join('+') || '-'].join(' ')
}

describe('what each may know of a citizen, by the citizen’s own wish', () => {
  const desk = 'masked masked whole name+contact+id-number'
  const nothing = 'null null masked -'
  const table: Record<Viewer, Record<Confidential, string>> = {
    'hotline desk': { none: desk, name: desk, contact: desk, all: desk },
    'signed unit': {
      none: 'masked masked masked name+contact',
      name: 'null masked masked contact',
      contact: 'masked null masked name',
      all: nothing,
    },
    'signed co-unit': {
      none: 'masked masked masked name+contact',
      name: 'null masked masked contact',
      contact: 'masked null masked name',
      all: nothing,
    },
    'unsigned unit': {
      none: 'masked masked masked -',
      name: 'null masked masked -',
      contact: 'masked null masked -',
      all: nothing,
    },
    'grid worker': { none: nothing, name: nothing, contact: nothing, all: nothing },
    'crew’s unit': { none: nothing, name: nothing, contact: nothing, all: nothing },
    analyst: { none: nothing, name: nothing, contact: nothing, all: nothing },
    leader: { none: nothing, name: nothing, contact: nothing, all: nothing },
    administrator: { none: nothing, name: nothing, contact: nothing, all: nothing },
    machine: { none: nothing, name: nothing, contact: nothing, all: nothing },
    'unit’s machine': { none: nothing, name: nothing, contact: nothing, all: nothing },
  }

  test.each(viewers)('%s', async (viewer) => {
    const seen: Partial<Record<Confidential, string>> = {}
    for (const level of levels) seen[level] = await sightOf(viewer, level)
    expect(seen).toEqual(table[viewer])
  })

  test.each(viewers.filter((viewer) => viewer !== 'hotline desk'))(
    '%s finds no number in any field of view, story, clocks and list',
    async (viewer) => {
      for (const level of levels) {
        const told = await Promise.all([
          read(viewer, 'getOrder', level),
          read(viewer, 'orderTimeline', level),
          read(viewer, 'orderClocks', level),
          door.ask(badges[viewer], 'listOrders'),
        ])
        for (const { text } of told)
          expect([...SECRETS, orders[level].queryCode].filter((secret) => text.includes(secret))).toEqual([])
      }
    },
  )

  test('even the hotline’s list shows no number, and its view no whole identity before a click', async () => {
    const list = await door.ask(badges['hotline desk'], 'listOrders')
    expect(SECRETS.filter((secret) => list.text.includes(secret))).toEqual([])
    const view = await read('hotline desk', 'getOrder', 'none')
    // What citizens said, at first or later, is text for the desk that speaks with them.
    const { request: _said, supplements: _added, urges: _urged, assignments: _reports, ...rest } = view.body
    expect(SECRETS.filter((secret) => JSON.stringify(rest).includes(secret))).toEqual([])
    expect(rest.appellant).toMatchObject({ callerPhone: '138****1234', email: '***@mail.example' })
  })

  test('a click opens exactly the fields named, and is in the record with its reason', async () => {
    const params = { orderId: orders.none.id }
    const body = { fields: ['contact'], reason: '约上门时间' }
    const said = await door.ask(badges['signed unit'], 'unmaskAppellant', { params, body })
    expect(said.body).toEqual({
      name: null,
      contactPhone: citizen.contactPhone,
      callerPhone: citizen.callerPhone,
      email: citizen.email,
      idNumber: null,
    })
    const views = await door.ask(badges.administrator, 'orderViews', { params })
    const [last] = (views.body.views as Record<string, unknown>[]).slice(-1)
    expect(last).toMatchObject({
      what: 'unmask',
      fields: ['contact'],
      reason: '约上门时间',
      unit: LEAD,
      role: 'liaison',
    })
    expect(SECRETS.filter((secret) => views.text.includes(secret))).toEqual([])
  })

  test('a refused click leaves no line that something was opened', async () => {
    const params = { orderId: orders.all.id }
    const before = (await door.ask(badges.administrator, 'orderViews', { params })).body.views as unknown[]
    expect(await opens('signed unit', 'all', 'contact')).toBe(false)
    expect((await door.ask(badges.administrator, 'orderViews', { params })).body.views).toHaveLength(before.length)
  })

  test('a citizen following with number and code is shown no identity, not even their own', async () => {
    for (const level of levels) {
      const { no, queryCode } = orders[level]
      const said = await door.ask(NOBODY, 'citizenFollow', { body: { no, code: queryCode } })
      expect(said.status).toBe(200)
      expect([...SECRETS, queryCode].filter((secret) => said.text.includes(secret))).toEqual([])
    }
  })

  test('complaints and reports are kept from units as far as the contact goes, unless the citizen says otherwise', async () => {
    const complaint = await people.accept({ requestType: 'complaint', confidential: undefined })
    const view = await door.ask(people.desk, 'getOrder', { params: { orderId: complaint.id } })
    expect(view.body.confidential).toBe('contact')
  })

  test('who may search by number: hotline desks within their region, nobody else', async () => {
    const found = async (badge: Badge) => {
      const said = await door.ask(badge, 'findByPhone', { body: { phone: '+86 138-0000-1234' } })
      return said.status === 200 ? (said.body.orders as unknown[]).length > 0 : said.code
    }
    expect(await found(badges['hotline desk'])).toBe(true)
    expect(await found(await door.staff({ roles: ['agent'], region: '990102' }))).toBe(false)
    expect(await found(await door.staff({ roles: ['agent'], region: TOWN }))).toBe(true)
    for (const viewer of viewers.slice(1)) expect(await found(badges[viewer])).toBe('not-allowed')
  })

  test('nothing of an identity lies readable in the database outside of what was said', async () => {
    const rows = await door.house.db.rows(
      sql`select encode(identity, 'escape') as sealed from appellant`,
      z.object({ sealed: z.string() }),
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter(({ sealed }) => SECRETS.some((secret) => sealed.includes(secret)))).toEqual([])
  })
})
