import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { adminLogBefore } from '#db/admin-log.ts'
import { type Badge, type Door, openDoor, urlOf } from './door.fixture.ts'
import { type Chain, CO, chain, hoursLater, LEAD, SECRETS } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('the list of orders', () => {
  let door: Door
  let people: Chain
  let shift: Badge
  const ids: Record<string, string> = {}
  const found = async (query: Record<string, string>, badge = people.desk) => {
    const said = await door.ask(badge, 'listOrders', { query })
    if (said.status !== 200) throw new Error(`${said.status} ${said.text}`)
    const orders = said.body.orders as { id: string }[]
    return orders.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0])
  }

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    const { accept, dispatch, handle, on, callback, desk, lead } = people
    shift = await door.staff({ roles: ['shift-lead'] })
    ids.plain = (await accept({ title: '=cmd|路灯', category: 'A0103' })).id
    hoursLater(door, 1)
    ids.urgent = (await accept({ title: '燃气泄漏', urgency: 'critical', hazard: true })).id
    hoursLater(door, 1)
    ids.redone = (await accept({ title: '反复漏水', category: 'A0103' })).id
    await dispatch(ids.redone)
    await handle(lead, ids.redone, 1)
    await on(desk, 'reviewReply', ids.redone, { verdict: 'approve' })
    await callback(ids.redone, 'rework')
    hoursLater(door, 1)
    ids.ended = (
      await accept(
        { requestType: 'consult', title: '咨询开户', category: 'A0103' },
        { kind: 'answer', answer: '见官网' },
      )
    ).id
    ids.withCo = (await accept({ title: '两家的事', category: 'A0103' })).id
    await dispatch(ids.withCo, [CO])
    await on(desk, 'urgeOrder', ids.withCo, { text: null })
  }, 60_000)
  afterAll(() => door.close())

  test.each([
    [{ open: 'yes' }, ['withCo', 'redone', 'urgent', 'plain']],
    [{ open: 'yes', state: 'rework,closed' }, ['redone']],
    [{ open: 'yes', state: 'closed' }, []],
    [{ urgency: 'critical' }, ['urgent']],
    [{ hazard: 'yes' }, ['urgent']],
    [{ reworked: 'yes' }, ['redone']],
    [{ urged: 'yes' }, ['withCo']],
    [{ kind: 'urgent,complex' }, ['urgent']],
    [{ endedFrom: '2026-03-02', endedTo: '2026-03-02' }, ['ended']],
    [{ endedTo: '2026-03-01' }, []],
    [{ overdue: 'yes' }, []],
    [{ mine: 'yes' }, []],
    [{ sort: 'due', hazard: 'yes' }, ['urgent']],
    [{ sort: 'due', text: '燃气' }, ['urgent']],
    [{ sort: 'due', unit: CO }, ['withCo']],
  ] as const)('%j finds %j', async (query, names) => {
    expect(await found(query as Record<string, string>)).toEqual(names)
  })

  test('by due moment the first due come first, page by page, each once', async () => {
    const all = (await door.ask(people.desk, 'listOrders', { query: { sort: 'due' } })).body
    const orders = all.orders as { id: string; citizenDue: string }[]
    expect(orders.length).toBe(3)
    expect(orders.map((o) => o.citizenDue)).toEqual(orders.map((o) => o.citizenDue).toSorted())
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: Record<string, string> = { sort: 'due', limit: '1', ...(cursor === '' ? {} : { cursor }) }
      const { body } = await door.ask(people.desk, 'listOrders', { query })
      paged.push(...(body.orders as { id: string }[]).map(({ id }) => id))
      cursor = body.next as string | null
    }
    expect(paged).toEqual(orders.map(({ id }) => id))
  })

  test.each(['01KJQ000000000000000000000', '2026-02-30T00:00:00.000Z~x', '9999-99-99T99:99:99.999Z~x'])(
    'the cursor %s is none of this order and refused by name',
    async (cursor) => {
      const said = await door.ask(people.desk, 'listOrders', { query: { sort: 'due', cursor } })
      expect([said.status, said.body.errors]).toMatchObject([400, [{ in: 'query', path: 'cursor' }]])
    },
  )

  test('the count says what the list has, and for a unit only its own', async () => {
    const count = async (badge: Badge, query = {}) => (await door.ask(badge, 'countOrders', { query })).body
    expect(await count(people.desk)).toEqual({ count: 5, more: false })
    expect(await count(people.desk, { text: '　 ' })).toMatchObject({ type: expect.any(String) })
    expect(await count(people.desk, { sort: 'due' })).toEqual({ count: 3, more: false })
    expect(await count(people.lead, { open: 'yes' })).toEqual({ count: 2, more: false })
    expect(await count(people.co)).toEqual({ count: 1, more: false })
  })

  test('many are urged at once, and each that is not says why', async () => {
    const orders = [ids.plain, ids.withCo, ids.ended, '01KJQ000000000000000000000']
    const { body } = await door.ask(people.desk, 'urgeOrders', { body: { orders, text: '请尽快' } })
    expect(body.results).toMatchObject([
      { ok: true, no: expect.stringMatching(/^[A-Z]{2}\d{13}$/) },
      { ok: false, refusal: 'urged-just-now', words: { zh: '一小时内已催办过' }, no: expect.any(String) },
      { ok: false, refusal: 'wrong-state' },
      { ok: false, refusal: 'not-found', no: null },
    ])
    const twice = await door.ask(people.desk, 'urgeOrders', { body: { orders: [ids.plain, ids.plain] } })
    expect(twice.status).toBe(400)
  })

  const exported = (query: Record<string, string>, badge = shift) =>
    door.app.inject({ method: 'GET', url: urlOf('exportOrders', { query }), headers: badge })

  test('CSV opens in Excel as it is: UTF-8 mark, no formula, nothing personal', async () => {
    const reply = await exported({ format: 'csv', columns: 'no,title,state,receivedAt' })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''%E5%B7%A5%E5%8D%95")
    const lines = reply.payload.split('\r\n')
    expect(lines[0]).toBe('\uFEFF工单编号,标题（已脱敏）,状态,受理时间')
    expect(lines.length).toBe(7)
    expect(lines.find((line) => line.includes('路灯'))).toMatch(/^[A-Z]{2}\d{13},'=cmd\|路灯,待派单,2026-03-02 10:00$/)
    for (const secret of SECRETS) expect(reply.payload).not.toContain(secret)
  })

  test('XLSX is read back by another program, with moments as moments and in English if so asked', async () => {
    const reply = await exported({ format: 'xlsx', language: 'en', urgency: 'critical' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.read(Readable.from([reply.rawPayload]))
    const [sheet] = book.worksheets
    const rows = sheet?.getSheetValues() as unknown[][]
    expect(sheet?.name).toBe('Orders')
    expect(rows[1]?.slice(1, 4)).toEqual(['Order number', 'Title (masked)', 'State'])
    expect(rows.length).toBe(3)
    expect(rows[2]).toContain('燃气泄漏')
    expect(sheet?.getCell(2, 13).value).toEqual(new Date('2026-03-02T11:00:00Z'))
  })

  test('only what was chosen, and within reach', async () => {
    const chosen = await exported({ format: 'csv', columns: 'title', ids: `${ids.urgent},${ids.withCo}` })
    expect(chosen.payload).toBe('\uFEFF标题（已脱敏）\r\n两家的事\r\n燃气泄漏\r\n')
    const leader = await door.staff({ roles: ['unit-leader'], unit: LEAD })
    const own = await exported({ format: 'csv', columns: 'title' }, leader)
    expect(own.payload.split('\r\n').length).toBe(4)
  })

  test('in the order of the list', async () => {
    const byDue = await exported({ format: 'csv', columns: 'title', sort: 'due' })
    expect(byDue.payload.split('\r\n').length).toBe(5)
    expect(byDue.payload).not.toContain('反复漏水')
  })

  test('a seat agent, a liaison and a dispatcher take no list away', async () => {
    for (const roles of [['agent'], ['liaison'], ['dispatcher']] as const)
      expect((await exported({ format: 'csv' }, await door.staff({ roles }))).statusCode).toBe(403)
  })

  test('the log says who took which list away and how many rows it had, without what was typed by mistake', async () => {
    await exported({ format: 'csv', text: '电话 13800001234' })
    await expect.poll(async () => (await adminLogBefore(door.house.db, undefined, 1))[0]?.action).toBe('export-ended')
    const [ended, begun] = await adminLogBefore(door.house.db, undefined, 2)
    expect(ended?.detail).toEqual({ rows: 0, whole: true })
    expect(begun).toMatchObject({ action: 'export-begun', detail: { format: 'csv', text: '电话 138****1234' } })
  })

  test('what the rules read of a request goes into the file, as last corrected, in both languages', async () => {
    const natures = { placeType: 'residential-area', ownership: 'community', respondentType: 'property-company' }
    const { id, no } = await people.accept({ title: '小区道路塌陷', ...natures })
    const { request, version } = (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body
    const body = { request: { ...(request as object), ownership: 'municipal' }, reason: '预审更正地点与主体' }
    const wish = { params: { orderId: id }, body, headers: { 'if-match': `"${String(version)}"` } }
    expect((await door.ask(people.desk, 'amendOrder', wish)).status).toBe(200)
    const columns = 'no,placeType,ownership,respondentType'
    const zh = (await exported({ format: 'csv', columns, ids: `${id},${ids.plain}` })).payload.split('\r\n')
    expect(zh[0]).toBe('\uFEFF工单编号,地点类型,权属,被诉主体类型')
    expect(zh).toContain(`${no},小区内,市政,物业公司`)
    expect(zh.filter((line) => line.endsWith(',,,'))).toHaveLength(1)
    const en = (await exported({ format: 'csv', columns, language: 'en', ids: id })).payload.split('\r\n')
    expect(en).toEqual([
      '\uFEFFOrder number,Kind of place,Ownership,Against whom',
      `${no},Residential area,Municipal,Property company`,
      '',
    ])
  })
})
