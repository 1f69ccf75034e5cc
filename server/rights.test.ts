import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { api, type EndpointName } from '#contract/api.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Right, rights, tokenScopes } from '#contract/rights.ts'
import type { Db } from '#db/sql.ts'
import { sql } from '#db/sql.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { type Badge, type Door, NOBODY, openDoor, type Wish } from './door.fixture.ts'
import { citizen, request } from './orders.fixture.ts'

const names = Object.keys(api) as EndpointName[]
const callers = ['anonymous', ...Role.options, ...tokenScopes.map((scope) => `token:${scope}` as const)]
type CallerName = (typeof callers)[number]

const scopeOf = (caller: CallerName) => tokenScopes.find((scope) => caller === `token:${scope}`)
const roleOf = (caller: CallerName) => Role.options.find((role) => role === caller)

function mayCall(caller: CallerName, name: EndpointName): boolean {
  const right: Right = rights[name]
  const role = roleOf(caller)
  if (right.may === 'everyone') return true
  if (role === undefined) return right.token !== undefined && scopeOf(caller) === right.token
  return right.may === 'staff' || right.may.includes(role)
}

/** Valid where it is easy to be: a call that is let through may then well be answered 404 or 409. */
const wishOf = (name: EndpointName): Wish => {
  const endpoint: Endpoint = api[name]
  const body: Partial<Record<EndpointName, unknown>> = {
    acceptOrder: { channel: 'phone', request, appellant: citizen, outcome: { kind: 'submit' } },
    citizenSubmit: { request: { ...request, category: undefined }, appellant: citizen },
    createStaff: { login: 'newcomer', name: '新人', unit: 'housing', roles: ['liaison'] },
    classifyText: { content: '路灯不亮' },
    findByPhone: { phone: '13800001234' },
  }
  const query = { getFigures: { measure: 'accepted' }, uploadFile: { name: 'a.txt' }, citizenUpload: { name: 'a.txt' } }
  return {
    params: { orderId: '01KJQ000000000000000000000', n: 1, staffId: 's-none', tokenId: 't-none', hash: 'a'.repeat(64) },
    ...(name in query ? { query: query[name as keyof typeof query] } : {}),
    ...(endpoint.raw === 'upload'
      ? { body: Buffer.from('现场情况说明'), headers: { 'content-type': 'application/octet-stream' } }
      : endpoint.body === undefined
        ? {}
        : { body: body[name] ?? {} }),
  }
}

const Table = z.object({ name: z.string() })
const Digest = z.object({ digest: z.string().nullable() })

/** Every row of every table, but for the marks that a session and a token were used. */
async function everything(db: Db): Promise<Record<string, string | null>> {
  const tables = await db.rows(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    Table,
  )
  const found: Record<string, string | null> = {}
  for (const { name } of tables) {
    const rows = `select md5((to_jsonb(t) - 'seen_at' - 'expires_at' - 'used_at')::text) as one from "${name}" t`
    const asked = `select md5(string_agg(one, '' order by one)) as digest from (${rows}) as every`
    const query = sql`select (xpath('/row/digest/text()', query_to_xml(${asked}, false, true, '')))[1]::text as digest`
    found[name] = (await db.rows(query, Digest))[0]?.digest ?? null
  }
  return found
}

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('who may call what', () => {
  let door: Door
  const badges = new Map<CallerName, Badge>()
  const badgeOf = async (caller: CallerName): Promise<Badge> => {
    const [role, scope] = [roleOf(caller), scopeOf(caller)]
    if (role !== undefined) return door.staff({ roles: [role] })
    return scope === undefined ? NOBODY : door.machine({ scopes: [scope] })
  }
  beforeAll(async () => {
    door = await openDoor(engine)
    for (const caller of callers) badges.set(caller, await badgeOf(caller))
  })
  afterAll(() => door.close())

  const refusalOf = (caller: CallerName) => (caller === 'anonymous' ? [401, 'not-logged-in'] : [403, 'not-allowed'])

  test('whoever has no right is told so, and nothing in the database has moved', async () => {
    const before = await everything(door.house.db)
    for (const caller of callers)
      for (const name of names.filter((name) => !mayCall(caller, name))) {
        const said = await door.ask(badges.get(caller) ?? NOBODY, name, wishOf(name))
        expect([said.status, said.code], `${caller} calls ${name}`).toEqual(refusalOf(caller))
      }
    expect(await everything(door.house.db)).toEqual(before)
  })

  test('whoever has the right gets past this door; the matrix as measured', async () => {
    const rows: string[] = []
    for (const name of names) {
      const passed: CallerName[] = []
      for (const caller of callers) {
        // Some calls end the session they come with, so each has one of its own.
        const said = await door.ask(await badgeOf(caller), name, wishOf(name))
        const isRefused = said.code === 'not-logged-in' || said.code === 'not-allowed'
        expect(said.status, `${caller} calls ${name}: ${said.text}`).toBeLessThan(500)
        expect(!isRefused, `${caller} calls ${name}`).toBe(mayCall(caller, name))
        if (!isRefused) passed.push(caller)
      }
      rows.push(`${name.padEnd(18)} ${row(passed)}`)
    }
    expect(`\n${heading()}\n${rows.join('\n')}\n`).toMatchSnapshot()
    // Two hundred endpoints by some twenty callers, each with a session of its own: 8 s alone.
  }, 180_000)

  const short = (caller: CallerName) => (caller === 'anonymous' ? 'anyone' : caller.replace('token:', 'm:'))
  const heading = () => `${''.padEnd(18)} ${callers.map(short).join(' ')}`
  const row = (passed: readonly CallerName[]) =>
    callers
      .map((caller) => (passed.includes(caller) ? '■' : '·').padEnd(short(caller).length))
      .join(' ')
      .trimEnd()

  test('a forged, an ended and a foreign session are no session', async () => {
    const ended = await door.staff({ roles: ['agent'] })
    expect((await door.ask(ended, 'logOut')).status).toBe(200)
    for (const badge of [
      ended,
      { cookie: 'jiesu_session=' },
      { cookie: `jiesu_session=${'A'.repeat(43)}` },
      { cookie: 'other=1' },
      { authorization: 'Bearer nonsense' },
      { authorization: 'Basic YTpi' },
    ])
      expect((await door.ask(badge, 'whoAmI')).code).toBe('not-logged-in')
  })

  test('an account that is closed loses its open sessions, and its roles count as they stand now', async () => {
    const admin = await door.staff({ roles: ['administrator'] })
    const agent = await door.staff({ roles: ['agent'], unit: 'hotline' })
    const { id } = (await door.ask(agent, 'whoAmI')).body as { id: string }
    expect((await door.ask(agent, 'findByPhone', { body: { phone: '13800001234' } })).status).toBe(200)
    const change = (body: object) =>
      door.ask(admin, 'updateStaff', { params: { staffId: id }, body, headers: { 'if-match': '"1"' } })
    expect((await change({ roles: ['leader'] })).status).toBe(200)
    expect((await door.ask(agent, 'findByPhone', { body: { phone: '13800001234' } })).code).toBe('not-allowed')
    await door.ask(admin, 'updateStaff', {
      params: { staffId: id },
      body: { active: false },
      headers: { 'if-match': '"2"' },
    })
    expect((await door.ask(agent, 'whoAmI')).code).toBe('not-logged-in')
  })

  test('a token that is revoked or has run out opens nothing', async () => {
    const machine = await door.machine({ scopes: ['read'] })
    expect((await door.ask(machine, 'listOrders')).status).toBe(200)
    await door.house.db.run(sql`update machine_token set revoked_at = ${door.house.now()}`)
    expect((await door.ask(machine, 'listOrders')).code).toBe('not-logged-in')
    const old = await door.machine({ scopes: ['read'] })
    await door.house.db.run(sql`update machine_token set expires_at = ${door.house.now()}`)
    expect((await door.ask(old, 'listOrders')).code).toBe('not-logged-in')
  })

  test.each([
    ['first', [{ must: 'change-password', code: 'password-must-change' }]],
    ['demo', [{ must: 'change-password', code: 'password-must-change' }]],
  ])('in production a %s password opens nothing but its own change', async (is, [expected]) => {
    const badge = await door.staff({ roles: ['supervisor'], region: '990102' })
    await door.house.db.run(sql`update staff set password_is = ${is} where region = '990102'`)
    expect((await door.ask(badge, 'whoAmI')).body.must).toEqual([expected?.must])
    const openBefore = names.filter((name) => (rights[name] as Right).before === true)
    for (const name of names.filter((name) => mayCall('supervisor', name) && !openBefore.includes(name))) {
      if ((rights[name] as Right).may === 'everyone') continue
      expect((await door.ask(badge, name, wishOf(name))).code, name).toBe(expected?.code)
    }
  })
})
