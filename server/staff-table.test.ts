import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { adminHandlers as handlers } from './admin.ts'
import { createFirstAdministrator } from './seed-staff.ts'
import { cookieOf, logInAs, visit } from './visit.fixture.ts'

const admin = { login: 'chief', password: 'kept-in-the-safe-1' }

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

const shellWith = async (text: string) => {
  const stream = Readable.from([Buffer.from(text)])
  const incoming = { stream, contentType: undefined, contentLength: undefined, header: () => undefined }
  return { ...(await visit(house, { cookie })), incoming }
}
const load = async (text: string, dryRun: 'yes' | 'no' = 'no') => {
  const answer = await handlers.importStaff(await shellWith(text), { query: { dryRun } })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.reply
}

const HEAD = 'login,name,unit,roles,region,active\n'
const TWO = `${HEAD}wang,王工,housing,liaison,,1\nli,李工,housing,liaison;unit-leader,990101,1\n`

test('new people come in with a first password each, shown once; a second reading changes nothing', async () => {
  expect((await load(TWO, 'yes')).created).toEqual([
    { login: 'wang', name: '王工', password: null },
    { login: 'li', name: '李工', password: null },
  ])
  const { created } = await load(TWO)
  expect(created.map(({ login }) => login)).toEqual(['wang', 'li'])
  const [wang] = created
  const logged = await logInAs(house, { login: 'wang', password: wang?.password ?? '' })
  expect(logged.answer).toMatchObject({ reply: { must: ['change-password'], unit: 'housing' } })
  expect(await load(TWO)).toEqual({ faults: [], created: [], changed: [], unchanged: 2 })
})

test('known people are changed by their log-in, and the log says what was before', async () => {
  await load(TWO)
  const { changed } = await load(`${HEAD}WANG,王工程师,housing,liaison,,0\n`)
  expect(changed).toEqual([{ login: 'wang', name: '王工', fields: ['name', 'active'] }])
  expect((await logInAs(house, { login: 'wang', password: 'x' })).answer.ok).toBe(false)
  const query = { limit: 10, action: 'staff-changed', target: 'wang' }
  const { entries } = await handlers.listAdminLog(await visit(house, { cookie }), { query }).then((a) => a.reply)
  expect(entries).toMatchObject([
    { actorName: 'chief', targetName: '王工程师', detail: { active: { from: true, to: false }, imported: true } },
  ])
})

test('one faulty row, and nobody is let in; every fault has its row and column', async () => {
  const text = `${HEAD}wang,王工,housing,liaison,,1\nli,李工,moon,boss,1234,2\nWang,王二,housing,liaison,,1\n`
  const { faults, created } = await load(text)
  expect(created).toEqual([])
  expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 roles', '3 region', '3 active', '4 login'])
  expect((await load(`${HEAD}li,李工,moon,liaison,,1\n`)).faults).toEqual([
    { row: 2, column: 'unit', found: '"moon"', expected: 'a unit of units.csv' },
  ])
  const { reply } = await handlers.listStaff(await visit(house, { cookie }), { query: { limit: 50 } })
  expect(reply.staff).toHaveLength(1)
})

test('an import cannot take the last administrator away', async () => {
  const shell = await shellWith(`${HEAD}chief,chief,hotline,leader,,1\n`)
  expect(await handlers.importStaff(shell, { query: { dryRun: 'no' } })).toEqual({
    ok: false,
    refusal: 'last-administrator',
  })
})

test('the table that leaves has no password and comes back unchanged', async () => {
  await load(TWO)
  const { reply } = await handlers.exportStaff(await visit(house, { cookie }), { query: { format: 'csv' } })
  const chunks: Uint8Array[] = []
  for await (const chunk of reply.stream) chunks.push(chunk as Uint8Array)
  const text = Buffer.concat(chunks).toString('utf8')
  expect(text.split('\r\n')[0]).toBe('\ufefflogin,name,unit,roles,region,active')
  expect(text).not.toMatch(/argon2|password/)
  expect(await load(text)).toMatchObject({ created: [], changed: [], unchanged: 3 })
})

test('roles are counted by the people who have them', async () => {
  await load(TWO)
  const { reply } = await handlers.listRoles(await visit(house, { cookie }))
  const by = new Map<string, object>(reply.roles.map((role) => [role.role, role]))
  expect(by.get('liaison')).toEqual({ role: 'liaison', people: 2, reaches: 'unit', knowsCitizen: 'once-signed' })
  expect(by.get('administrator')).toMatchObject({ people: 1, reaches: 'city', knowsCitizen: 'no' })
})

test('ending somebody’s sessions logs them out and leaves the account open', async () => {
  const { created } = await load(TWO)
  const known = { login: 'wang', password: created[0]?.password ?? '' }
  const theirs = await cookieOf(house, known)
  const { reply } = await handlers.listStaff(await visit(house, { cookie }), { query: { limit: 50, text: 'wang' } })
  const [person] = reply.staff
  if (person === undefined) throw new Error('nobody')
  const ended = await handlers.endStaffSessions(await visit(house, { cookie }), { params: { staffId: person.id } })
  expect(ended).toEqual({ ok: true, reply: { ended: 1 } })
  expect((await visit(house, { cookie: theirs })).caller.kind).toBe('citizen')
  expect((await logInAs(house, known)).answer.ok).toBe(true)
})
