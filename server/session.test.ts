import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, type TestHouseOptions, testHouse } from '#tools/test-house.ts'
import { callerOf } from './caller.ts'
import { seedDemoStaff } from './seed-staff.ts'
import { sessionHandlers as handlers } from './session.ts'
import { cookieOf, logInAs, visit } from './visit.fixture.ts'

const password = 'demo-people-know-it'
const strong = '一条很长的口令 2026!'
const agent = { login: 'agent1', password }

let house: TestHouse
let drop: () => Promise<void>

async function open(options: TestHouseOptions, engine = inject('engines')[0]): Promise<void> {
  if (engine === undefined) throw new Error('no engine')
  const database = await freshDatabase(engine)
  drop = database.drop
  house = await testHouse(database.url, options)
  await seedDemoStaff(house, password)
}

const close = async () => {
  await house.close()
  await drop()
}
const later = (minutes: number) => house.setNow(instantOf(msOf(house.now()) + minutes * 60_000))
const callerBy = (cookie: string, at: Instant = house.now()) =>
  callerOf(house, { cookie, authorization: undefined, ip: '10.0.0.1', at })
const refusal = (answer: { ok: boolean; refusal?: string }) => answer.refusal

describe.each(inject('engines'))('on $name', (engine) => {
  beforeEach(() => open({ mode: 'demo' }, engine))
  afterEach(close)

  test('a person logs in, is known by the cookie, and is nobody after logging out', async () => {
    const { answer, cookie } = await logInAs(house, { login: 'AGENT1', password })
    expect(answer).toMatchObject({ ok: true, reply: { login: 'agent1', unit: 'hotline', roles: ['agent'], must: [] } })
    const shell = await visit(house, { cookie: `other=1; ${cookie}` })
    expect(shell.caller).toMatchObject({ kind: 'staff', login: 'agent1' })
    expect(await handlers.whoAmI(shell)).toEqual(answer)
    await handlers.logOut(shell)
    expect(shell.sent.get('set-cookie')).toMatch(/^jiesu_session=; .*Max-Age=0$/)
    expect(await callerBy(cookie)).toEqual({ kind: 'citizen', id: 'anonymous' })
  })
})

describe('a session', () => {
  beforeEach(() => open({ mode: 'demo' }))
  afterEach(close)

  test('lasts twelve hours without use, and seven days in all', async () => {
    const cookie = await cookieOf(house, agent)
    const idle = await cookieOf(house, agent)
    later(11 * 60)
    expect((await callerBy(cookie)).kind).toBe('staff')
    later(2 * 60)
    expect((await callerBy(idle)).kind).toBe('citizen')
    expect((await callerBy(cookie)).kind).toBe('staff')
    for (let hours = 13; hours < 7 * 24 - 8; hours += 8) {
      later(8 * 60)
      expect((await callerBy(cookie)).kind).toBe('staff')
    }
    later(8 * 60)
    expect((await callerBy(cookie)).kind).toBe('citizen')
  })

  test('writes down its use at most once a minute', async () => {
    const cookie = await cookieOf(house, agent)
    const seen = () => house.db.rows(sql`select seen_at from session`, z.object({ seen_at: z.string() }))
    const [begun] = await seen()
    house.setNow(instantOf(msOf(house.now()) + 59_000))
    await callerBy(cookie)
    expect(await seen()).toEqual([begun])
    house.setNow(instantOf(msOf(house.now()) + 1_000))
    await callerBy(cookie)
    expect(await seen()).not.toEqual([begun])
  })

  test('carries a value against forged requests, another for each', async () => {
    const callers = await Promise.all(
      [await cookieOf(house, agent), await cookieOf(house, agent)].map((c) => callerBy(c)),
    )
    const values = callers.map((caller) => (caller.kind === 'staff' ? caller.csrf : ''))
    expect(values[0]).toMatch(/^[\w-]{43}$/)
    expect(values[0]).not.toBe(values[1])
    const me = await handlers.whoAmI(await visit(house, { cookie: await cookieOf(house, agent) }))
    expect(me.reply.csrf).toMatch(/^[\w-]{43}$/)
  })

  test('cookie is out of reach of scripts and other sites, and in production of plain http', async () => {
    const shell = await visit(house)
    await handlers.logIn(shell, { body: agent })
    expect(shell.sent.get('set-cookie')).toMatch(/^jiesu_session=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/$/)
    const strict = { ...(await visit(house)), mode: 'production' as const }
    await handlers.logIn(strict, { body: agent })
    expect(strict.sent.get('set-cookie')).toMatch(/; Secure$/)
  })

  test('ends at once when the account is closed', async () => {
    const cookie = await cookieOf(house, agent)
    await house.db.run(sql`update staff set active = false where login = 'agent1'`)
    expect((await callerBy(cookie)).kind).toBe('citizen')
    expect(refusal((await logInAs(house, agent)).answer)).toBe('account-closed')
    expect(refusal((await logInAs(house, { ...agent, password: 'wrong' })).answer)).toBe('login-or-password-wrong')
  })

  test('of one’s own can be listed, and all others ended', async () => {
    const here = await cookieOf(house, agent)
    const there = await cookieOf(house, { ...agent, ip: '10.0.0.2' })
    const other = await cookieOf(house, { login: 'agent2', password })
    const listed = await handlers.listSessions(await visit(house, { cookie: here }))
    expect(listed.reply.sessions.map(({ current, ip }) => [current, ip]).sort()).toEqual([
      [false, '10.0.0.2'],
      [true, '10.0.0.1'],
    ])
    expect(await handlers.endSessions(await visit(house, { cookie: here }))).toEqual({ ok: true, reply: { ended: 1 } })
    expect((await callerBy(there)).kind).toBe('citizen')
    expect((await callerBy(here)).kind).toBe('staff')
    expect((await callerBy(other)).kind).toBe('staff')
  })

  test.each(['', 'jiesu_session=', 'jiesu_session=x', 'a=b; jiesu_session="', '; ;='])(
    'cookie %j is nobody',
    async (cookie) => {
      expect(await callerBy(cookie)).toEqual({ kind: 'citizen', id: 'anonymous' })
    },
  )
})

describe('guessing', () => {
  beforeEach(() => open({ mode: 'demo' }))
  afterEach(close)

  const guess = async (login: string, ip: string, guessed = 'wrong') =>
    refusal((await logInAs(house, { login, password: guessed, ip })).answer)

  test('says the same of a wrong password and an unknown log-in', async () => {
    expect(await guess('agent1', '10.0.0.1')).toBe('login-or-password-wrong')
    expect(await guess('nobody', '10.0.0.1')).toBe('login-or-password-wrong')
  })

  test('takes about as long for an unknown log-in', async () => {
    const msFor = async (login: string) => {
      const times: number[] = []
      for (let n = 0; n < 7; n++) {
        const begun = performance.now()
        await guess(login, `10.0.${n}.${login.length}`)
        times.push(performance.now() - begun)
      }
      return times.sort((a, b) => a - b)[1] ?? 0
    }
    await guess('warm-up', '10.0.0.1')
    const [known, unknown] = [await msFor('agent1'), await msFor('nobody')]
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.7)
  })

  test('of one account stops after ten failures in a quarter of an hour, the right password too', async () => {
    for (let n = 0; n < 10; n++) expect(await guess('agent1', `10.0.1.${n}`)).toBe('login-or-password-wrong')
    expect(await guess('Agent1', '10.0.2.1', password)).toBe('too-many-requests')
    expect(await guess('agent2', '10.0.2.1', password)).toBe(undefined)
    later(16)
    expect(await guess('agent1', '10.0.2.1', password)).toBe(undefined)
  })

  test('a hundred at once does not slip through either', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess('agent1', `10.0.1.${n}`)))
    expect(answers.filter((answer) => answer === 'login-or-password-wrong').length).toBeLessThanOrEqual(10)
  })

  test('success clears the account, so that a person’s own slips do not add up', async () => {
    for (let n = 0; n < 9; n++) await guess('agent1', '10.0.1.1')
    expect(await guess('agent1', '10.0.1.1', password)).toBe(undefined)
    for (let n = 0; n < 9; n++) expect(await guess('agent1', '10.0.1.1')).toBe('login-or-password-wrong')
  })

  test('from one address stops after fifty, whoever is tried, and one known password does not reset it', async () => {
    for (let n = 0; n < 50; n++) {
      await guess(`x${n}`, '2001:db8::1')
      if (n % 10 === 0) expect(await guess('agent1', '2001:db8::2', password)).toBe(undefined)
    }
    expect(await guess('agent1', '2001:db8::ffff:3', password)).toBe('too-many-requests')
    expect(await guess('agent1', '2001:db8:0:1::1', password)).toBe(undefined)
  })

  test('is written down without what was typed', async () => {
    await guess('agent1', '10.0.0.1')
    await guess('my-secret-in-the-wrong-field', '10.0.0.1')
    const row = z.object({ action: z.string(), target: z.string(), text: z.string() })
    const log = await house.db.rows(sql`select action, target, admin_log::text as text from admin_log order by id`, row)
    expect(log.map(({ action, target }) => [action, target])).toEqual([
      ['log-in-failed', 's-agent1'],
      ['log-in-failed', 'unknown'],
    ])
    expect(JSON.stringify(log)).not.toContain('my-secret')
  })
})

describe('a demo’s password in production', () => {
  beforeEach(() => open({ mode: 'production' }))
  afterEach(close)

  const change = async (cookie: string, to: string, old = password) =>
    handlers.changePassword(await visit(house, { cookie }), { body: { old, new: to } })

  test('must be changed, and changing it ends all other sessions', async () => {
    const { answer, cookie } = await logInAs(house, agent)
    expect(answer).toMatchObject({ reply: { must: ['change-password'] } })
    const elsewhere = await cookieOf(house, agent)
    expect(await change(cookie, strong)).toMatchObject({ ok: true, reply: { must: [] } })
    expect((await callerBy(elsewhere)).kind).toBe('citizen')
    expect((await callerBy(cookie)).kind).toBe('staff')
    expect(refusal((await logInAs(house, agent)).answer)).toBe('login-or-password-wrong')
    expect((await logInAs(house, { ...agent, password: strong })).answer.ok).toBe(true)
  })

  test.each([
    ['the old one is wrong', 'wrong', strong, 'login-or-password-wrong'],
    ['it is the old one', password, password, 'password-unchanged'],
    ['it is short', password, 'aB3$xyzW9', 'password-too-weak'],
    ['everybody knows it', password, 'Password123', 'password-too-weak'],
    ['it holds the log-in', password, 'my-Agent1-is-long', 'password-too-weak'],
    ['it is a row of keys', password, 'abcdefghijkl', 'password-too-weak'],
    ['it is one character', password, '。。。。。。。。。。。。', 'password-too-weak'],
  ])('stays when %s', async (_, old, to, why) => {
    expect(refusal(await change(await cookieOf(house, agent), to, old))).toBe(why)
  })
})

describe('the second factor', () => {
  beforeEach(() => open({ mode: 'production', changeCity: twoFactorFor }))
  afterEach(close)

  const codeOf = (secret: string, minutes = 0) =>
    new TOTP({ secret }).generate({ timestamp: msOf(house.now()) + minutes * 60_000 })

  async function setUp(): Promise<{ secret: string; cookie: string }> {
    const cookie = await cookieOf(house, agent)
    const started = await handlers.startTotp(await visit(house, { cookie }), { body: { password } })
    if (!started.ok) throw new Error(started.refusal)
    const { secret, offer, uri } = started.reply
    expect(uri).toContain(secret)
    const confirmed = await handlers.confirmTotp(await visit(house, { cookie }), {
      body: { offer, code: codeOf(secret) },
    })
    expect(confirmed).toMatchObject({ ok: true, reply: { must: ['change-password'] } })
    later(1)
    return { secret, cookie }
  }

  test('is owed by roles that need it, until it is set up', async () => {
    const { answer } = await logInAs(house, agent)
    expect(answer).toMatchObject({ reply: { must: ['change-password', 'set-up-second-factor'] } })
    await setUp()
    const stored = await house.db.rows(
      sql`select totp, login from staff where totp is not null`,
      z.object({ totp: z.instanceof(Buffer), login: z.string() }),
    )
    expect(stored.map((row) => row.login)).toEqual(['agent1'])
  })

  test('is asked for at the next log-in, with it or after it', async () => {
    const { secret, cookie } = await setUp()
    expect((await logInAs(house, { ...agent, code: codeOf(secret) })).answer).toMatchObject({
      reply: { must: ['change-password'] },
    })
    later(1)
    const second = await logInAs(house, agent)
    expect(second.answer).toMatchObject({ reply: { must: ['second-factor', 'change-password'] } })
    const pass = async (code: string) =>
      handlers.passSecondFactor(await visit(house, { cookie: second.cookie }), { body: { code } })
    expect(refusal(await pass('000000'))).toBe('second-factor-wrong')
    expect(await pass(codeOf(secret))).toMatchObject({ reply: { must: ['change-password'] } })
    expect((await callerBy(cookie)).kind).toBe('staff')
  })

  test('takes no code twice, and none from minutes ago', async () => {
    const { secret } = await setUp()
    const logInWith = async (code: string) => refusal((await logInAs(house, { ...agent, code })).answer)
    const code = codeOf(secret)
    expect(await logInWith(codeOf(secret, -2))).toBe('second-factor-wrong')
    const both = await Promise.all([logInWith(code), logInWith(code)])
    expect(both.sort()).toEqual(['second-factor-wrong', undefined])
    expect(await logInWith(code)).toBe('second-factor-wrong')
  })

  test('cannot be guessed, not even by logging in anew between guesses', async () => {
    const { secret } = await setUp()
    for (let n = 0; n < 10; n++) {
      expect(refusal((await logInAs(house, { ...agent, code: '000000' })).answer)).toBe('second-factor-wrong')
      expect((await logInAs(house, agent)).answer.ok).toBe(true)
    }
    expect(refusal((await logInAs(house, { ...agent, code: codeOf(secret) })).answer)).toBe('too-many-requests')
  })

  test('cannot be got round by whoever knows only the password', async () => {
    await setUp()
    const shell = await visit(house, { cookie: await cookieOf(house, agent) })
    expect(refusal(await handlers.startTotp(shell, { body: { password } }))).toBe('second-factor-already-set')
    expect(refusal(await handlers.changePassword(shell, { body: { old: password, new: strong } }))).toBe(
      'second-factor-needed',
    )
    const remove = handlers.removeTotp(shell, { body: { password, code: '000000' } })
    expect(refusal(await remove)).toBe('second-factor-wrong')
  })

  test('offer is good for its person and for a quarter of an hour', async () => {
    const cookie = await cookieOf(house, agent)
    const started = await handlers.startTotp(await visit(house, { cookie }), { body: { password } })
    if (!started.ok) throw new Error(started.refusal)
    const { secret, offer } = started.reply
    const confirm = async (by: string, code: string) =>
      refusal(await handlers.confirmTotp(await visit(house, { cookie: by }), { body: { offer, code } }))
    const other = await cookieOf(house, { login: 'agent2', password })
    expect(await confirm(other, codeOf(secret))).toBe('totp-offer-expired')
    expect(await confirm(cookie, '000000')).toBe('second-factor-wrong')
    later(16)
    expect(await confirm(cookie, codeOf(secret))).toBe('totp-offer-expired')
  })

  test('is removed with password and code together', async () => {
    const { secret, cookie } = await setUp()
    const remove = async (body: { password: string; code: string }) =>
      handlers.removeTotp(await visit(house, { cookie }), { body })
    expect(refusal(await remove({ password: 'wrong', code: codeOf(secret) }))).toBe('login-or-password-wrong')
    expect(await remove({ password, code: codeOf(secret) })).toMatchObject({
      reply: { must: ['change-password', 'set-up-second-factor'] },
    })
  })
})

function twoFactorFor(city: TestHouse['city']): TestHouse['city'] {
  return { ...city, policy: { ...city.policy, twoFactorRoles: ['agent'] } }
}
