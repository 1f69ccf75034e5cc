import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { listStaff, resetPassword } from '#contract/admin.ts'
import type { Answer } from '#contract/endpoint.ts'
import { createToken } from '#contract/machine-tokens.ts'
import { sql } from '#db/sql.ts'
import { hasAdministrator } from '#db/staff.ts'
import { type Instant, instantOf, msOf, type RegionCode, type StaffId, type UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { adminHandlers as handlers } from './admin.ts'
import { callerOf } from './caller.ts'
import { createFirstAdministrator, seedDemoStaff } from './seed-staff.ts'
import { sessionHandlers } from './session.ts'
import { cookieOf, logInAs, visit } from './visit.fixture.ts'

const admin = { login: 'chief', password: 'kept-in-the-safe-1' }
const housing = 'housing' as UnitId

let house: TestHouse
let drop: () => Promise<void>
let cookie: string

beforeEach(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const database = await freshDatabase(engine)
  drop = database.drop
  house = await testHouse(database.url)
  await createFirstAdministrator(house, admin)
  cookie = await cookieOf(house, admin)
})
afterEach(async () => {
  await house.close()
  await drop()
})

const asAdmin = (expected?: number) => visit(house, { cookie, ...(expected !== undefined && { expected }) })
const days = (n: number): Instant => instantOf(msOf(house.now()) + n * 86_400_000)

function got<T>(answer: { ok: true; reply: T } | { ok: false; refusal: string }): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.reply
}

const add = async (login: string, over = {}) =>
  handlers.createStaff(await asAdmin(), {
    body: { login, name: '王工', unit: housing, region: null, roles: ['liaison' as const], ...over },
  })

const logged = async () =>
  house.db.rows(
    sql`select actor, action, target, admin_log::text as text from admin_log order by id`,
    z.object({ actor: z.string(), action: z.string(), target: z.string(), text: z.string() }),
  )

test('a new person gets a first password, shown once, and must change it', async () => {
  const { staff, password } = got(await add('wang'))
  expect(staff).toMatchObject({ login: 'wang', unit: 'housing', active: true, passwordIs: 'first', version: 1 })
  expect(password).toMatch(/^(?:[2-9a-z]{4}-){3}[2-9a-z]{4}$/)
  const first = await logInAs(house, { login: 'wang', password })
  expect(first.answer).toMatchObject({ reply: { must: ['change-password'] } })
  const change = { body: { old: password, new: 'my own long one' } }
  expect(await sessionHandlers.changePassword(await visit(house, { cookie: first.cookie }), change)).toMatchObject({
    reply: { must: [] },
  })
  const text = JSON.stringify(await logged())
  expect(text).toContain('staff-created')
  expect(text).not.toContain(password)
})

test.each([
  ['a log-in of somebody else, in capitals too', { login: 'CHIEF' }, 'login-taken'],
  ['a unit the city does not have', { unit: 'moon' as UnitId }, 'unknown-unit'],
  ['a region the city does not have', { region: '999999' as RegionCode }, 'unknown-region'],
])('refused: %s', async (_, over, why) => {
  expect(await add('wang', over)).toEqual({ ok: false, refusal: why })
})

test('a change needs the version it was made on, and is logged with what was before', async () => {
  const { staff } = got(await add('wang'))
  const params = { staffId: staff.id }
  const changed = await handlers.updateStaff(await asAdmin(1), {
    params,
    body: { roles: ['unit-leader'], name: '王工' },
  })
  expect(changed).toMatchObject({ reply: { roles: ['unit-leader'], unit: 'housing', version: 2 } })
  const again = await handlers.updateStaff(await asAdmin(1), { params, body: { name: '李' } })
  expect(again).toEqual({ ok: false, refusal: 'stale-version' })
  const moved = handlers.updateStaff(await asAdmin(2), { params, body: { unit: 'moon' as UnitId } })
  expect(await moved).toEqual({ ok: false, refusal: 'unknown-unit' })
  const entries = got(await handlers.listAdminLog(await asAdmin(), { query: { limit: 50 } })).entries
  expect(entries.filter(({ action }) => action === 'staff-changed')).toMatchObject([
    { target: staff.id, detail: { roles: { from: ['liaison'], to: ['unit-leader'] } } },
  ])
})

test('what an administrator changes holds at the person’s next request; closing ends it', async () => {
  const { staff, password } = got(await add('wang'))
  const theirs = await cookieOf(house, { login: 'wang', password })
  const params = { staffId: staff.id }
  await handlers.updateStaff(await asAdmin(1), { params, body: { roles: ['supervisor'], unit: 'hotline' as UnitId } })
  expect((await visit(house, { cookie: theirs })).caller).toMatchObject({ roles: ['supervisor'], unit: 'hotline' })
  await handlers.updateStaff(await asAdmin(2), { params, body: { active: false } })
  await handlers.updateStaff(await asAdmin(3), { params, body: { active: true } })
  expect((await visit(house, { cookie: theirs })).caller.kind).toBe('citizen')
})

test('the last active administrator stays one, also when two close each other at once', async () => {
  const { caller } = await asAdmin()
  const chief = { staffId: (caller.kind === 'staff' ? caller.id : '') as StaffId }
  const last = { ok: false, refusal: 'last-administrator' }
  expect(await handlers.updateStaff(await asAdmin(), { params: chief, body: { active: false } })).toEqual(last)
  expect(await handlers.updateStaff(await asAdmin(), { params: chief, body: { roles: ['leader'] } })).toEqual(last)
  expect(await handlers.updateStaff(await asAdmin(), { params: chief, body: { name: '主任' } })).toMatchObject({
    ok: true,
  })

  const second = { staffId: got(await add('vice', { roles: ['administrator'] })).staff.id }
  const shell = await asAdmin()
  const answers = await Promise.all([
    handlers.updateStaff(shell, { params: chief, body: { active: false } }),
    handlers.updateStaff(shell, { params: second, body: { active: false } }),
  ])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await hasAdministrator(house.db)).toBe(true)
})

test('a reset gives another first password, ends the sessions and lifts the lock', async () => {
  const { staff, password } = got(await add('wang'))
  const theirs = await cookieOf(house, { login: 'wang', password })
  for (let n = 0; n < 11; n++) await logInAs(house, { login: 'wang', password: 'wrong', ip: `10.1.1.${n}` })
  const shell = await asAdmin()
  const reset = got(
    await handlers.resetPassword(shell, { params: { staffId: staff.id }, body: resetPassword.body.parse({}) }),
  )
  expect(reset.staff).toMatchObject({ passwordIs: 'first', version: 2 })
  expect((await visit(house, { cookie: theirs })).caller.kind).toBe('citizen')
  expect((await logInAs(house, { login: 'wang', password })).answer.ok).toBe(false)
  expect((await logInAs(house, { login: 'wang', password: reset.password })).answer.ok).toBe(true)
  const nobody = handlers.resetPassword(shell, {
    params: { staffId: 's-x' as StaffId },
    body: { secondFactor: 'keep' },
  })
  expect(await nobody).toEqual({ ok: false, refusal: 'not-found' })
})

test('the people of a demo city are listed by page, part of a name, unit and role', async () => {
  await seedDemoStaff(house, 'demo-people-know-it')
  await seedDemoStaff(house, 'another-is-ignored')
  const logins: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const query = listStaff.query.parse({ limit: '200', cursor })
    const page = got(await handlers.listStaff(await asAdmin(), { query }))
    logins.push(...page.staff.map(({ login }) => login))
    more = page.next !== null
    cursor = page.next ?? undefined
  }
  expect(logins.length).toBe(house.city.staff.length + 1)
  expect(new Set(logins).size).toBe(logins.length)
  const found = async (query: object) =>
    got(await handlers.listStaff(await asAdmin(), { query: listStaff.query.parse(query) })).staff.map(
      ({ login }) => login,
    )
  expect(await found({ text: 'AGENT1' })).toContain('agent1')
  expect(await found({ text: '%' })).toEqual([])
  expect(await found({ unit: 'housing', role: 'liaison', active: 'true' })).toEqual(['housing'])
  expect((await logInAs(house, { login: 'agent1', password: 'demo-people-know-it' })).answer.ok).toBe(true)
})

test('the first administrator is made once, and never revived or reset by a later start', async () => {
  await createFirstAdministrator(house, { login: 'chief', password: 'another-password-1' })
  await createFirstAdministrator(house, { login: 'other', password: 'another-password-1' })
  expect((await logInAs(house, admin)).answer).toMatchObject({
    ok: true,
    reply: { must: expect.arrayContaining(['change-password']) },
  })
  expect((await logInAs(house, { login: 'other', password: 'another-password-1' })).answer.ok).toBe(false)
  await house.db.run(sql`update staff set roles = '{agent}' where login = 'chief'`)
  await expect(createFirstAdministrator(house, admin)).rejects.toThrow(/JIESU_ADMIN.*chief/)
})

const give = async (over = {}) => {
  const body = createToken.body.parse({ name: '市网格平台', scopes: ['read', 'handle'], expiresAt: days(30), ...over })
  return handlers.createToken(await asAdmin(), { body })
}
const byToken = (secret: string) =>
  callerOf(house, { cookie, authorization: `Bearer ${secret}`, ip: '10.0.0.9', at: house.now() })

test('a token is shown once and speaks for its unit and scopes until it expires or is revoked', async () => {
  const { token, secret } = got(await give({ unit: 'housing' }))
  const machine = { kind: 'machine', id: token.id, name: '市网格平台', unit: 'housing', scopes: ['read', 'handle'] }
  expect(await byToken(secret)).toEqual(machine)
  const listed = got(await handlers.listTokens(await asAdmin())).tokens
  expect(listed).toMatchObject([{ id: token.id, usedAt: house.now(), revokedAt: null }])
  expect(JSON.stringify([listed, await logged()])).not.toContain(secret)

  house.setNow(days(30))
  cookie = await cookieOf(house, admin)
  expect((await byToken(secret)).kind).toBe('citizen')

  const second = got(await give())
  expect(await byToken(second.secret)).toMatchObject({ kind: 'machine', unit: null })
  const params = { tokenId: second.token.id }
  const first = got(await handlers.revokeToken(await asAdmin(), { params }))
  expect((await byToken(second.secret)).kind).toBe('citizen')
  house.setNow(instantOf(msOf(house.now()) + 1000))
  expect(got(await handlers.revokeToken(await asAdmin(), { params })).revokedAt).toBe(first.revokedAt)
  expect(await handlers.revokeToken(await asAdmin(), { params: { tokenId: 'none' } })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
})

test('an invalid token is nobody, whatever cookie comes with it', async () => {
  expect(await byToken('jiesu_made-up')).toEqual({ kind: 'citizen', id: 'anonymous' })
})

test('a token lives 400 days at most, and knows only units and scopes there are', async () => {
  expect((await give({ expiresAt: days(400) })).ok).toBe(true)
  const refused: Answer<typeof createToken> = { ok: false, refusal: 'expiry-out-of-range' }
  expect(await give({ expiresAt: days(401) })).toEqual(refused)
  expect(await give({ expiresAt: house.now() })).toEqual(refused)
  expect(await give({ unit: 'moon' })).toEqual({ ok: false, refusal: 'unknown-unit' })
  await expect(give({ scopes: ['administrate'] })).rejects.toThrow()
})
