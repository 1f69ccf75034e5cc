import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, NOBODY, openDoor, type Said } from './door.fixture.ts'
import { type Chain, CO, chain, citizen, LEAD, request } from './orders.fixture.ts'

const Counts = z.object({
  orders: z.number(),
  events: z.number(),
  sealed: z.number(),
  deltas: z.number(),
  keys: z.number(),
})

/** Clicks that come twice, late, at once or on what somebody else has changed meanwhile. */
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

  const call = (wish: object = {}) => ({
    channel: 'phone',
    request: { ...request, ...wish },
    appellant: citizen,
    outcome: { kind: 'submit' },
  })
  const accept = (key: string, body: unknown = call(), badge: Badge = agent) =>
    door.ask(badge, 'acceptOrder', { body, headers: { 'idempotency-key': key } })
  const counts = async () => {
    const query = sql`
      select (select count(*) from work_order) as orders, (select count(*) from order_event) as events,
             (select count(*) from appellant) as sealed, (select count(*) from measure_delta) as deltas,
             (select count(*) from idempotency) as keys`
    const [row] = await door.house.db.rows(query, Counts)
    if (row === undefined) throw new Error('no counts')
    return row
  }
  const statuses = (said: readonly Said[]) => said.map(({ status, code }) => code ?? status).sort()

  describe('an Idempotency-Key', () => {
    test('gives the same reply to a repeat, and one order', async () => {
      const before = await counts()
      const first = await accept('key-repeat')
      const again = await accept('key-repeat')
      expect([first.status, again.status]).toEqual([200, 200])
      expect(again.body).toEqual(first.body)
      expect(await counts()).toMatchObject({ orders: before.orders + 1, keys: before.keys + 1 })
    })

    test('used for something else is refused: another body, another endpoint', async () => {
      expect((await accept('key-other-use')).status).toBe(200)
      expect(await accept('key-other-use', call({ content: '另一件事' }))).toMatchObject({
        status: 422,
        code: 'idempotency-key-reused',
      })
      const headers = { 'idempotency-key': 'key-other-use' }
      const body = { content: '路灯不亮' }
      expect(
        (await door.ask(agent, 'supplementOrder', { params: { orderId: 'x' }, body: { text: 'x' }, headers })).code,
      ).toBe('idempotency-key-reused')
      expect((await door.ask(agent, 'classifyText', { body })).status).toBe(200)
    })

    test('belongs to its caller: another’s same key is another key', async () => {
      const other = await door.staff({ roles: ['agent'], region: '990101' })
      const [own, others] = [await accept('key-of-two'), await accept('key-of-two', call(), other)]
      expect(own.body.id).not.toBe(others.body.id)
    })

    test('of ten at once makes one order, and all ten get its number', async () => {
      const before = await counts()
      const said = await Promise.all(Array.from({ length: 10 }, () => accept('key-at-once')))
      expect(new Set(said.map(({ body }) => body.no)).size).toBe(1)
      expect(said.every(({ status }) => status === 200)).toBe(true)
      expect(await counts()).toMatchObject({ orders: before.orders + 1, sealed: before.sealed + 1 })
    })

    test('is not used up by a request that was refused', async () => {
      const before = await counts()
      expect((await accept('key-refused', call({ category: 'Z9999' }))).code).toBe('unknown-category')
      expect((await accept('key-refused', call({ content: '' }))).code).toBe('invalid-request')
      expect(await counts()).toEqual(before)
      expect((await accept('key-refused')).status).toBe(200)
    })

    test.each(['short', 'k'.repeat(129), 'with blank', '中文键中文键中文'])('like %j is none', async (key) => {
      const value = Buffer.from(key).toString('latin1')
      expect((await accept(value)).code).toBe('invalid-request')
    })

    test('opens no way around the count of wrong passwords and codes', async () => {
      const app = door.app
      const follow = (n: number, key: string) =>
        app.inject({
          method: 'POST',
          url: '/api/citizen/follow',
          remoteAddress: '192.0.2.7',
          headers: { 'idempotency-key': `${key}-${n}` },
          payload: { no: 'HL2603020000017', code: 'ZZZZZZ' },
        })
      const codes: number[] = []
      for (let n = 0; n < 40; n++) codes.push((await follow(n, 'guess-code')).statusCode)
      expect(codes.at(-1)).toBe(429)
    })

    test('leaves nothing of an identity behind in the table of kept replies', async () => {
      const { id } = await people.accept()
      const headers = { 'idempotency-key': 'key-unmask-1' }
      const body = { fields: ['name', 'contact', 'id-number'], reason: '核实' }
      expect((await door.ask(agent, 'unmaskAppellant', { params: { orderId: id }, body, headers })).status).toBe(200)
      const kept = await door.house.db.rows(
        sql`select coalesce(reply::text, '') as reply from idempotency`,
        z.object({ reply: z.string() }),
      )
      const told = [citizen.name, citizen.callerPhone, citizen.contactPhone, citizen.idNumber, citizen.email]
      const appellants = kept.map(({ reply }) =>
        JSON.stringify((JSON.parse(reply || '{}') as Record<string, unknown>).appellant ?? reply),
      )
      expect(appellants.filter((reply) => told.some((secret) => reply.includes(secret)))).toEqual([])
    })

    test('does not bring calls to a standstill when more come at once than the pool has connections', async () => {
      const begun = performance.now()
      const said = await Promise.all(Array.from({ length: 150 }, (_, n) => accept(`key-rush-${n}`)))
      expect(
        statuses(said).every((status) => status === 200),
        String(statuses(said)),
      ).toBe(true)
      expect(performance.now() - begun).toBeLessThan(8_000)
    }, 30_000)
  })

  describe('the version one has seen', () => {
    test('an older one is refused with 412 and changes nothing; the newer one goes', async () => {
      const { id, version } = await people.accept()
      const params = { orderId: id }
      await door.ask(agent, 'supplementOrder', { params, body: { text: '补充' } })
      const amend = (tag: string | undefined) =>
        door.ask(agent, 'amendOrder', {
          params,
          body: { request: { ...request, title: '改过的标题' }, reason: '更正' },
          headers: tag === undefined ? {} : { 'if-match': tag },
        })
      expect(await amend(undefined)).toMatchObject({ status: 428, code: 'version-needed' })
      expect(await amend(`"${version}"`)).toMatchObject({ status: 412, code: 'stale-version' })
      expect((await amend('"soon"')).code).toBe('invalid-request')
      expect((await amend('*')).code).toBe('invalid-request')
      const seen = await door.ask(agent, 'getOrder', { params })
      expect(seen.headers.etag).toBe(`"${version + 1}"`)
      const done = await amend(String(seen.headers.etag))
      expect(done).toMatchObject({ status: 200, body: { version: version + 2, request: { title: '改过的标题' } } })
      expect(done.headers.etag).toBe(`"${version + 2}"`)
    })

    test('offered where it is not needed, an old one is refused all the same', async () => {
      const { id } = await people.accept()
      const headers = { 'if-match': '"1"' }
      const said = await door.ask(agent, 'supplementOrder', { params: { orderId: id }, body: { text: 'x' }, headers })
      expect(said.code).toBe('stale-version')
    })
  })

  describe('two people on one order', () => {
    test('both dispatch: one wins, the other is told, nothing is half-done', async () => {
      for (let round = 0; round < 5; round++) {
        const { id } = await people.accept()
        const dispatch = (lead: string) =>
          door.ask(agent, 'dispatchOrder', { params: { orderId: id }, body: { lead, overrideReason: '属地' } })
        const said = await Promise.all([dispatch(LEAD), dispatch(CO), dispatch('education')])
        expect(statuses(said)).toEqual([200, 'wrong-state', 'wrong-state'])
        const { body } = await door.ask(people.desk, 'getOrder', { params: { orderId: id } })
        expect(body.assignments).toHaveLength(1)
        const rows = await door.house.db.rows(
          sql`select (select count(*) from assignment where order_id = ${id}) as orders,
                     (select count(*) from order_event where order_id = ${id}) as events,
                     (select version from work_order where order_id = ${id}) as sealed, 0 as deltas, 0 as keys`,
          Counts,
        )
        expect(rows[0]).toMatchObject({ orders: 1, events: 3, sealed: 3 })
      }
    })

    test('with the version they saw, the second learns that it is stale', async () => {
      const { id, version } = await people.accept()
      const dispatch = (lead: string) =>
        door.ask(agent, 'dispatchOrder', {
          params: { orderId: id },
          body: { lead, overrideReason: '属地' },
          headers: { 'if-match': `"${version}"` },
        })
      expect(statuses(await Promise.all([dispatch(LEAD), dispatch(CO)]))).toEqual([200, 'stale-version'])
    })

    test('different changes at once all happen, one after the other', async () => {
      const { id, version } = await people.accept()
      const params = { orderId: id }
      const said = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          door.ask(agent, 'supplementOrder', { params, body: { text: `补充 ${n}` } }),
        ),
      )
      expect(statuses(said).every((status) => status === 200)).toBe(true)
      const seen = new Set(said.map(({ body }) => body.version))
      expect(seen.size).toBe(30)
      expect((await door.ask(agent, 'getOrder', { params })).body.version).toBe(version + 30)
    })

    test('two orders merged into each other at once: one merges, the other is told', async () => {
      const [a, b] = [(await people.accept()).id, (await people.accept()).id]
      const merge = (orderId: string, master: string) =>
        door.ask(agent, 'mergeOrder', { params: { orderId }, body: { master, reason: '同一事' } })
      const said = await Promise.all([merge(a, b), merge(b, a)])
      expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(said.find(({ status }) => status !== 200)?.code).toMatch(
        /master-not-open|order-has-merged-orders|wrong-state/,
      )
    })
  })

  describe('a number another system gave', () => {
    const from = (no: string) => call({ external: { system: 'upstream', no } })

    test('is accepted once; the second leaves nothing behind', async () => {
      expect((await accept('key-external-1', from('UP-1'))).status).toBe(200)
      const before = await counts()
      for (const key of ['key-external-2', 'key-external-3'])
        expect(await accept(key, from('UP-1'))).toMatchObject({ status: 409, code: 'external-number-taken' })
      expect(await door.ask(agent, 'acceptOrder', { body: from('UP-1') })).toMatchObject({ status: 409 })
      expect(await counts()).toEqual(before)
    })

    test('given twice at once is accepted once', async () => {
      const said = await Promise.all(
        Array.from({ length: 4 }, () => door.ask(agent, 'acceptOrder', { body: from('UP-2') })),
      )
      expect(statuses(said)).toEqual([200, ...Array.from({ length: 3 }, () => 'external-number-taken')])
      const found = await door.ask(agent, 'listOrders', { query: { no: 'UP-2' } })
      expect(found.body.orders).toHaveLength(1)
    })
  })

  test('a citizen’s form sent twice with its key is one order with one code', async () => {
    const send = () =>
      door.app.inject({
        method: 'POST',
        url: '/api/citizen/orders',
        remoteAddress: '192.0.2.9',
        headers: { 'idempotency-key': 'form-4711-1' },
        payload: { request: { ...request, category: undefined }, appellant: citizen },
      })
    const [first, again] = await Promise.all([send(), send()])
    expect(first?.json()).toEqual(again?.json())
    expect((await door.ask(NOBODY, 'citizenFollow', { body: first?.json() })).status).toBe(200)
  })
})
