import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { refusalWords } from '#contract/wording.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, knock, NOBODY, openDoor, type Said } from './door.fixture.ts'
import { type Chain, chain, citizen, LEAD, request } from './orders.fixture.ts'

type Fault = { in: string; path: string; expected: string; found: string }
const Counted = z.object({ n: z.number() })

describe.each(inject('engines'))('on $name', (engine) => {
  let door: Door
  let people: Chain
  let agent: Badge
  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    agent = await door.staff({ roles: ['agent', 'dispatcher'] })
  })
  afterAll(() => door.close())

  const call = (wish: object = {}, more: object = {}) => ({
    channel: 'phone',
    request: { ...request, ...wish },
    appellant: citizen,
    outcome: { kind: 'submit' },
    ...more,
  })
  const accept = (body: unknown, headers: Record<string, string> = {}) =>
    door.ask(agent, 'acceptOrder', { body, headers })
  const raw = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    knock(door.app, 'POST', '/api/orders', { ...agent, 'content-type': 'application/json', ...headers }, payload)
  const count = async (table: string): Promise<number> => {
    const query = sql`select (xpath('/row/n/text()', query_to_xml(${`select count(*) as n from ${table}`}, false, true, '')))[1]::text::int as n`
    return (await door.house.db.rows(query, Counted))[0]?.n ?? -1
  }
  /** Every problem has its form: RFC 9457, worded, with the code’s own status. */
  const problem = (said: Said) => {
    expect(said.headers['content-type']).toMatch(/^application\/problem\+json/)
    const words = refusalWords[said.code as keyof typeof refusalWords]
    expect(said.body).toMatchObject({
      type: `/docs/problems#${said.code}`,
      code: said.code,
      status: words.status,
      titleEn: words.en,
    })
    expect(said.status).toBe(words.status)
    return { status: said.status, code: said.code, errors: (said.body.errors ?? []) as Fault[] }
  }

  describe('what is not valid is refused by name, place and kind', () => {
    test.each([
      ['cut off', '{"channel":"phone"'],
      ['no JSON at all', 'channel=phone'],
      ['empty', ''],
      ['a bare word', 'undefined'],
      ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ])('a body that is %s', async (_, payload) => {
      expect(problem(await raw(payload))).toMatchObject({ status: 400, code: 'invalid-request' })
    })

    test.each([
      ['an unknown channel', call({}, { channel: 'pigeon' }), 'channel', 'text of 6'],
      ['a text too long', call({ content: '长'.repeat(2001) }), 'request.content', 'text of 2001'],
      ['a text of blanks', call({ content: '   ' }), 'request.content', 'text of 3'],
      ['a number for a text', call({ content: 12 }), 'request.content', 'number'],
      ['a missing text', call({ content: undefined }), 'request.content', 'nothing'],
      ['a list for an object', call({}, { appellant: [] }), 'appellant', 'list of 0'],
      ['the thirtieth of February', call({}, { receivedAt: '2026-02-30T10:00:00Z' }), 'receivedAt', 'text of 20'],
      ['a moment without its zone', call({}, { receivedAt: '2026-02-20T10:00:00' }), 'receivedAt', 'text of 19'],
      ['a moment before any hotline', call({}, { receivedAt: '1969-12-31T23:59:59Z' }), 'receivedAt', 'text of 20'],
      ['the year zero', call({}, { receivedAt: '0000-01-01T00:00:00Z' }), 'receivedAt', 'text of 20'],
      ['a place off the earth', call({ lng: 181, lat: 0 }), 'request.lng', 'number'],
      ['a code of another shape', call({ category: 'e0201' }), 'request.category', 'text of 5'],
      ['a control character', call({ content: 'a\u0007b' }), 'request.content', 'text of 3'],
    ])('%s', async (_, body, path, found) => {
      const { status, code, errors } = problem(await accept(body))
      expect([status, code]).toEqual([400, 'invalid-request'])
      expect(errors).toContainEqual({ in: 'body', path, expected: expect.any(String), found })
    })

    test.each([
      ['a category the city has not', call({ category: 'Z9999' }), 'unknown-category'],
      ['a region the city has not', call({ region: '110105001' }), 'unknown-region'],
      ['a place too coarse to send anybody', call({ region: '990101' }), 'place-too-coarse'],
      ['tomorrow’s call', call({}, { receivedAt: '2099-01-01T00:00:00Z' }), 'received-in-future'],
      ['nobody to answer', call({}, { appellant: {} }), 'contact-needed'],
      ['a reason not on the list', call({}, { outcome: { kind: 'decline', reason: 'rainy' } }), 'unknown-reason'],
    ])('%s', async (_, body, code) => {
      const before = await count('work_order')
      expect(problem(await accept(body)).code).toBe(code)
      expect(await count('work_order')).toBe(before)
    })

    test('a unit the city has not, the hotline itself, a unit twice, a choice without its reason', async () => {
      const { id } = await people.accept()
      const dispatch = (body: object) => door.ask(agent, 'dispatchOrder', { params: { orderId: id }, body })
      expect((await dispatch({ lead: 'ministry', overrideReason: 'x' })).code).toBe('unknown-unit')
      expect((await dispatch({ lead: 'hotline', overrideReason: 'x' })).code).toBe('not-a-handling-unit')
      expect((await dispatch({ lead: LEAD, co: [LEAD], overrideReason: 'x' })).code).toBe('unit-named-twice')
      expect((await dispatch({ lead: 'education' })).code).toBe('override-needs-reason')
    })

    test.each([
      'application/xml',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ])('a body called %s', async (type) => {
      expect(problem(await raw('{}', { 'content-type': type })).code).toBe('unsupported-media-type')
    })

    test('a body of more than a megabyte', async () => {
      const said = await accept(call({ content: 'x'.repeat(1024 * 1024) }))
      expect(problem(said)).toMatchObject({ status: 413, code: 'too-large' })
    })

    test.each([
      ['GET', '/api/nowhere'],
      ['PUT', '/api/orders'],
      ['GET', '/'],
      ['GET', '/api/orders/%'],
      ['GET', '/api/orders/%E0%A4%A'],
      ['GET', `/api/orders/${'a'.repeat(300)}`],
      ['GET', '/api/../api/orders/../../etc/passwd'],
      ['GET', '/api//orders'],
    ] as const)('%s %s leads nowhere', async (method, url) => {
      const said = await knock(door.app, method, url, agent)
      expect(['not-found', 'invalid-request']).toContain(problem(said).code)
    })

    test.each([
      ['limit=0'],
      ['limit=1e9'],
      ['limit=x'],
      ['from=2026-13-01'],
      ['from=0000-01-01&to=9999-12-31x'],
      ['state=asleep'],
      ['unit=a&unit=b'],
      [`text=${'x'.repeat(61)}`],
      ['text=%00%00'],
      ['cursor='],
    ])('a list asked for with %s', async (query) => {
      expect(problem(await knock(door.app, 'GET', `/api/orders?${query}`, agent)).status).toBe(400)
    })

    test.each(['0001-01-01', '9999-12-31', '1970-01-01'])(
      'a day far away (%s) is an empty answer, no fault',
      async (day) => {
        for (const [name, query] of [
          ['listOrders', { from: day, to: day }],
          ['getFigures', { measure: 'accepted', from: day, to: day }],
        ] as const) {
          const said = await door.ask(agent, name, { query })
          expect([200, 400], `${name} ${said.text}`).toContain(said.status)
        }
      },
    )
  })

  describe('text that is hard to keep', () => {
    test.each([
      ['NUL', 'a\u0000b'],
      ['half of a surrogate pair', 'a\ud83d'],
      ['the other half first', '\ude00a'],
    ])('%s is refused with its place, in values and in names', async (_, text) => {
      const { errors } = problem(await accept(call({ content: text })))
      expect(errors).toEqual([
        { in: 'body', path: 'request.content', expected: 'well-formed text', found: 'broken text' },
      ])
      expect(problem(await accept({ ...call(), [text]: 1 })).code).toBe('invalid-request')
      expect((await door.ask(NOBODY, 'citizenFollow', { body: { no: text, code: text } })).status).toBe(400)
    })

    const hard = [
      "'); drop table work_order; --",
      '<script>alert(document.cookie)</script>',
      '\\u0000 \\x00 %00 \\',
      '"quoted" \'single\' `tick`',
      '𠮷野家😀👨‍👩‍👧‍👦e\u0301',
      '\u202eright to left\u202c',
      '$(id) {{7*7}} #{1}',
      'line\nbreak\ttab\r\nreturn',
      '{"json":"in text"}',
    ].map((text) => text.replace('\r', ''))

    test.each(hard)('%j comes back as it went in, from every field of the request', async (text) => {
      const wish = {
        title: text.slice(0, 50),
        content: text,
        demand: text,
        address: text,
        occurredAt: text,
        respondentName: text,
        contactWindow: text,
        tags: [text.slice(0, 40)],
        external: { system: 'upstream', no: text },
      }
      const said = await accept(call(wish, { appellant: { ...citizen, name: text } }))
      expect(said.status, said.text).toBe(200)
      const { id } = said.body as { id: string }
      const params = { orderId: id }
      expect((await door.ask(agent, 'getOrder', { params })).body.request).toMatchObject(wish)
      const body = { fields: ['name'], reason: text }
      expect((await door.ask(agent, 'unmaskAppellant', { params, body })).body.name).toBe(text)
      await door.ask(agent, 'supplementOrder', { params, body: { text } })
      const story = await door.ask(agent, 'orderTimeline', { params })
      expect(JSON.stringify(story.body.entries)).toContain(JSON.stringify(text).slice(1, -1))
      const views = await door.ask(await door.staff({ roles: ['shift-lead'] }), 'orderViews', { params })
      expect((views.body.views as { reason: string | null }[]).some(({ reason }) => reason === text)).toBe(true)
    })

    test('a title made from the text never ends in half a character', async () => {
      const said = await accept(call({ title: undefined, content: `${'字'.repeat(39)}😀路灯不亮` }))
      expect(said.status, said.text).toBe(200)
      const { title } = said.body.request as { title: string }
      expect(title.isWellFormed()).toBe(true)
    })

    test.each(['__proto__', 'constructor', 'prototype'])('a body with %s changes nobody’s nature', async (key) => {
      const text = JSON.stringify(call()).replace('{', `{"${key}":{"polluted":true,"prototype":{"polluted":true}},`)
      const said = await raw(text)
      expect([200, 400]).toContain(said.status)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      expect(JSON.stringify(said.body)).not.toContain('polluted')
    })

    test('nesting without end is refused', async () => {
      const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
      expect((await raw(deep)).status).toBe(400)
      expect((await raw(`{"channel":${'['.repeat(9000)}${']'.repeat(9000)}}`)).status).toBe(400)
    })
  })

  describe('the language asked for', () => {
    test.each([
      ['en', 'Log in first'],
      ['en-GB,en;q=0.9,zh;q=0.8', 'Log in first'],
      ['zh-CN,zh;q=0.9,en;q=0.8', '请先登录'],
      ['', '请先登录'],
      ['de', '请先登录'],
    ])('%s', async (language, title) => {
      const said = await door.ask(NOBODY, 'whoAmI', { headers: { 'accept-language': language } })
      expect(said.body).toMatchObject({ title, titleEn: 'Log in first' })
    })
  })

  describe('a page of another site cannot act for who is logged in', () => {
    test.each([
      ['missing', {}],
      ['wrong', { 'x-csrf-token': 'A'.repeat(43) }],
      ['of another length', { 'x-csrf-token': 'x' }],
      ['empty', { 'x-csrf-token': '' }],
    ])('a token that is %s', async (_, headers) => {
      const { cookie = '' } = agent
      const before = await count('work_order')
      const said = await knock(
        door.app,
        'POST',
        '/api/orders',
        { cookie, 'content-type': 'application/json', ...headers },
        JSON.stringify(call()),
      )
      expect(problem(said)).toMatchObject({ status: 403, code: 'csrf-token-wrong' })
      expect(await count('work_order')).toBe(before)
    })

    test('reading needs none, and another session’s token does not serve', async () => {
      const other = await door.staff({ roles: ['agent'] })
      expect((await knock(door.app, 'GET', '/api/orders', { cookie: agent.cookie ?? '' })).status).toBe(200)
      const mixed = { cookie: agent.cookie ?? '', 'x-csrf-token': other['x-csrf-token'] ?? '' }
      expect((await door.ask(mixed, 'acceptOrder', { body: call() })).code).toBe('csrf-token-wrong')
    })

    test('every reply forbids caching and guessing of its type', async () => {
      for (const said of [await accept(call()), await door.ask(NOBODY, 'whoAmI'), await door.ask(agent, 'getCity')])
        expect(said.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    })
  })
})
