import { createHash } from 'node:crypto'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exifr from 'exifr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { acceptOrder } from '#contract/accept.ts'
import type { Answer } from '#contract/endpoint.ts'
import { attachFile, citizenUpload, downloadFile, MAX_FILE_BYTES, uploadFile } from '#contract/files.ts'
import { sql } from '#db/sql.ts'
import { viewsOf } from '#db/view-log.ts'
import type { RequestWish } from '#domain/accept/open-order.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { DispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { type FileHash, type Instant, instantOf, msOf, type OrderId, type UnitId } from '#domain/ids.ts'
import { heic, mp4, pdf, photo, plainPng, TAKEN, VIDEO_PLACE } from '#tools/sample-files.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptHandlers } from './accept.ts'
import { chainHandlers } from './chain.ts'
import { contentPath } from './file-store.ts'
import { fileHandlers } from './files.ts'
import { removeUnattached } from './remove-unattached.ts'
import type { Caller, Shell } from './shell.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let database: Awaited<ReturnType<typeof freshDatabase>>
let house: TestHouse
beforeAll(async () => {
  database = await freshDatabase(engine)
  house = await testHouse(database.url, {
    city: 'tiny',
    changeCity: (city) => ({ ...city, policy: { ...city.policy, reviewShare: 0 } }),
  })
})
afterAll(async () => {
  await house.close()
  await database.drop()
})

const staff = (id: string, unit: string, ...roles: Role[]): Caller => ({
  kind: 'staff',
  id,
  name: id,
  login: id,
  unit: unit as UnitId,
  region: null,
  roles,
  session: Buffer.alloc(32),
  csrf: '',
  secondFactor: false,
  must: [],
})
const agent = staff('s1', 'line', 'agent', 'dispatcher')
const leader = staff('s9', 'line', 'leader')
const roads = staff('s3', 'roads', 'liaison')
const east = staff('s4', 'east', 'liaison')
const citizen: Caller = { kind: 'citizen', id: 'citizen' }

type Sent = { headers: Record<string, string> }

function shellOf(caller: Caller, incoming?: Shell['incoming']): Shell & Sent {
  const headers: Record<string, string> = {}
  const role = caller.kind === 'staff' ? (caller.roles[0] ?? null) : null
  return {
    ...house,
    caller,
    actor: { kind: caller.kind, id: caller.id, role, unit: caller.kind === 'citizen' ? null : caller.unit },
    at: house.now(),
    ip: '10.0.0.7',
    agent: 'test',
    expected: null,
    reply: {
      header: (name, value) => {
        headers[name.toLowerCase()] = value
      },
    },
    ...(incoming && { incoming }),
    headers,
  } as Shell & Sent
}

const body = (content: Buffer | Readable, headers: Record<string, string> = {}): NonNullable<Shell['incoming']> => ({
  stream: content instanceof Readable ? content : Readable.from([content]),
  contentType: 'application/octet-stream',
  contentLength: undefined,
  header: (name) => headers[name],
})

type AnyAnswer<T> = { ok: true; reply: T } | { ok: false; refusal: string }
function given<T>(answer: AnyAnswer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.reply
}
const saidNo = (answer: Answer<typeof uploadFile> | AnyAnswer<unknown>) => (answer.ok ? 'accepted' : answer.refusal)

const upload = (caller: Caller, content: Buffer | Readable, name: string) =>
  fileHandlers.uploadFile(shellOf(caller, body(content)), { query: uploadFile.query.parse({ name }) })
const attach = (caller: Caller, orderId: OrderId, file: string, name: string) =>
  fileHandlers.attachFile(shellOf(caller), { params: { orderId }, body: attachFile.body.parse({ file, name }) })
const fromCitizen = (headers: Record<string, string>, content: Buffer, name: string, caller: Caller = citizen) =>
  fileHandlers.citizenUpload(shellOf(caller, body(content, headers)), { query: citizenUpload.query.parse({ name }) })

async function download(caller: Caller, orderId: OrderId, hash: FileHash) {
  const shell = shellOf(caller)
  const answer = await fileHandlers.downloadFile(shell, { params: downloadFile.params.parse({ orderId, hash }) })
  const { stream, ...told } = given(answer)
  return { ...told, content: await buffer(stream), headers: shell.headers }
}

async function order(wish: Partial<RequestWish> = {}) {
  const request = { requestType: 'help', content: '路面破损,有坑', category: 'R0101', region: '980101001', ...wish }
  const parsed = acceptOrder.body.parse({
    channel: 'phone',
    request: { confidential: 'none', ...request },
    appellant: { name: '田小河', contactPhone: '13800000000' },
    outcome: { kind: 'submit', review: 'auto' },
  })
  return given(await acceptHandlers.acceptOrder(shellOf(agent), { body: parsed }))
}

async function signedBy(unit: Caller & { kind: 'staff' }, orderId: OrderId) {
  const wish = DispatchOrder.parse({ lead: unit.unit, overrideReason: '测试' })
  given(await chainHandlers.dispatchOrder(shellOf(agent), { params: { orderId }, body: wish }))
  given(await chainHandlers.signAssignment(shellOf(unit), { params: { orderId, n: 1 } }))
}

async function attached(orderId: OrderId, content: Buffer, name: string): Promise<FileHash> {
  const { file } = given(await upload(agent, content, name))
  given(await attach(agent, orderId, file, name))
  return file as FileHash
}

const later = (hours: number): Instant => instantOf(msOf(house.now()) + hours * 3_600_000)
const incomingLeft = () => readdir(join(house.filesFolder, 'incoming'))

test('an upload is stored under its hash, and its place and time are told', async () => {
  const content = await photo()
  const reply = given(await upload(agent, content, '现场.jpg'))
  const hash = createHash('sha256').update(content).digest('hex')
  expect(reply).toEqual({ file: hash, mime: 'image/jpeg', bytes: content.length, ...TAKEN })
  expect(uploadFile.reply.parse(reply)).toEqual(reply)
  expect(await readFile(join(house.filesFolder, hash.slice(0, 2), hash.slice(2)))).toEqual(content)
  expect(given(await upload(roads, content, '另一个名字.jpg')).file).toBe(hash)
  expect(await incomingLeft()).toEqual([])
})

test.each([
  ['a page that claims to be a photo', '现场.jpg', () => Buffer.from('<html>'), 'file-type-not-allowed'],
  ['a text that claims to be a photo', '现场.jpg', () => Buffer.from('照片'), 'file-type-not-allowed'],
  [
    'a photo of nothing but its mark',
    '现场.jpg',
    () => Buffer.from('ffd8ffe000104a46494600', 'hex'),
    'file-type-not-allowed',
  ],
  ['a PDF that claims to be a photo', '现场.jpg', pdf, 'file-type-not-allowed'],
  ['an SVG', '图.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type-not-allowed'],
  ['nothing', '现场.jpg', () => Buffer.alloc(0), 'file-empty'],
])('%s is refused and leaves nothing', async (_, name, make, refusal) => {
  expect(saidNo(await upload(agent, make(), name))).toBe(refusal)
  expect(await incomingLeft()).toEqual([])
})

test('a hundred megabytes are refused while they stream, and read no further', async () => {
  const piece = Buffer.alloc(1024 * 1024, 1)
  let sent = 0
  async function* pieces() {
    for (; sent < 100; sent++) yield piece
  }
  expect(saidNo(await upload(agent, Readable.from(pieces()), '录像.mp4'))).toBe('too-large')
  expect(sent).toBeLessThan(40)
  expect(await incomingLeft()).toEqual([])
})

test('a length announced as too large is not read at all', async () => {
  const shell = shellOf(agent, { ...body(Readable.from([])), contentLength: MAX_FILE_BYTES + 1 })
  expect(saidNo(await fileHandlers.uploadFile(shell, { query: { name: 'a.mp4' } }))).toBe('too-large')
})

test('a connection that breaks leaves nothing behind', async () => {
  async function* broken() {
    yield Buffer.from('%PDF-1.4')
    throw new Error('aborted')
  }
  await expect(upload(agent, Readable.from(broken()), 'a.pdf')).rejects.toThrow('aborted')
  expect(await incomingLeft()).toEqual([])
})

test('an attached file stands in the order; attaching it again changes nothing', async () => {
  const { id } = await order()
  const { file, bytes } = given(await upload(agent, pdf(), '合同.pdf'))
  const view = given(await attach(agent, id, file, '合同.pdf'))
  expect(view.files).toEqual([
    { file, name: '合同.pdf', mime: 'application/pdf', bytes, at: house.now(), placed: null },
  ])
  const again = given(await attach(agent, id, file, '合同.pdf'))
  expect([again.version, again.files.length]).toEqual([view.version, 1])
})

test('only who uploaded a file can attach it; knowing its hash is not enough', async () => {
  const { id } = await order()
  await signedBy(roads as Caller & { kind: 'staff' }, id)
  const { file } = given(await upload(agent, await plainPng(), '图.png'))
  expect(saidNo(await attach(roads, id, file, '图.png'))).toBe('unknown-file')
  expect(saidNo(await attach(agent, id, 'f'.repeat(64), '图.png'))).toBe('unknown-file')
  expect(saidNo(await attach(agent, id, file, '图.pdf'))).toBe('file-type-not-allowed')
  given(await upload(roads, await plainPng(), '图.png'))
  expect(given(await attach(roads, id, file, '图.png')).files).toHaveLength(1)
})

test('a unit without the order neither attaches nor downloads', async () => {
  const { id } = await order()
  const { file } = given(await upload(east, pdf(), 'a.pdf'))
  expect(saidNo(await attach(east, id, file, 'a.pdf'))).toBe('not-found')
  const hash = await attached(id, pdf(), 'a.pdf')
  const params = { orderId: id, hash }
  expect(saidNo(await fileHandlers.downloadFile(shellOf(east), { params }))).toBe('not-found')
  const other = await order()
  expect(saidNo(await fileHandlers.downloadFile(shellOf(agent), { params: { ...params, orderId: other.id } }))).toBe(
    'not-found',
  )
})

test('the hotline gets the original, with where and when it was taken', async () => {
  const { id } = await order()
  const content = await photo()
  const hash = await attached(id, content, '现场 (1).jpg')
  const got = await download(agent, id, hash)
  expect(got.content).toEqual(content)
  expect([got.mime, got.bytes, got.name]).toEqual(['image/jpeg', content.length, '现场 (1).jpg'])
  expect(got.headers).toEqual({
    'content-disposition': `attachment; filename="__ _1_.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%281%29.jpg`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    'x-file-info': JSON.stringify(TAKEN),
  })
})

test('who may not know the place gets an upright copy that tells nothing', async () => {
  const { id } = await order()
  const hash = await attached(id, await photo(), '现场.jpg')
  const got = await download(leader, id, hash)
  expect(await exifr.parse(got.content, true)).toBeUndefined()
  expect(got.content.includes('Pocket')).toBe(false)
  const { width, height, orientation } = await sharp(got.content).metadata()
  expect([width, height, orientation]).toEqual([40, 60, undefined])
  expect(got.bytes).toBe(got.content.length)
  expect(got.headers['x-file-info']).toBeUndefined()
  expect((await stat(`${contentPath(house.filesFolder, hash)}.clean`)).size).toBe(got.bytes)
  expect((await download(leader, id, hash)).content).toEqual(got.content)
})

test('phone pictures and videos go out without their place as well; documents as they are', async () => {
  const { id } = await order()
  const picture = await attached(id, await heic(), '现场.heic')
  expect((await download(agent, id, picture)).content.includes('Pocket')).toBe(true)
  expect((await download(leader, id, picture)).content.includes('Pocket')).toBe(false)
  const video = await attached(id, mp4(), '现场.mp4')
  expect((await download(agent, id, video)).content.includes(VIDEO_PLACE)).toBe(true)
  expect((await download(leader, id, video)).content.includes(VIDEO_PLACE)).toBe(false)
  const document = await attached(id, pdf(), '合同.pdf')
  expect((await download(leader, id, document)).content).toEqual(pdf())
})

test('a picture that cannot be drawn is not passed on as it is', async () => {
  const { id } = await order()
  const hash = await attached(id, await photo('2026:03:05 08:00:00'), '现场.jpg')
  await writeFile(contentPath(house.filesFolder, hash), Buffer.from('ffd8ffe000104a46494600', 'hex'))
  expect(saidNo(await fileHandlers.downloadFile(shellOf(leader), { params: { orderId: id, hash } }))).toBe(
    'file-damaged',
  )
})

test('the handling unit gets the original once it has signed, unless the citizen asked for confidentiality', async () => {
  const [open, secret] = [await order(), await order({ confidential: 'contact' })]
  const content = await photo()
  for (const { id } of [open, secret]) {
    await attached(id, content, '现场.jpg')
    await signedBy(roads as Caller & { kind: 'staff' }, id)
  }
  const hash = createHash('sha256').update(content).digest('hex') as FileHash
  expect((await download(roads, open.id, hash)).content).toEqual(content)
  expect((await download(roads, secret.id, hash)).content.includes('Pocket')).toBe(false)
})

test('every download is in the view log, with the version that went out', async () => {
  const { id } = await order()
  const hash = await attached(id, pdf(), '合同.pdf')
  await house.db.run(sql`insert into staff (staff_id, login, name, unit, roles, password_hash, password_is, created_at)
    values ('s1', 's1', '田小河', 'line', '{agent}', '', 'own', ${house.now()})`)
  await download(agent, id, hash)
  await download(leader, id, hash)
  const seen = { at: house.now(), unit: 'line', what: 'file', reason: null, ip: '10.0.0.7', agent: 'test' }
  const downloads = async (from: Instant | null, to: Instant | null) =>
    (await viewsOf(house.db, id, from, to)).filter((view) => view.what === 'file')
  expect(await downloads(null, null)).toEqual([
    { ...seen, actor: 's1', name: '田小河', role: 'agent', fields: [hash, 'original'] },
    { ...seen, actor: 's9', name: null, role: 'leader', fields: [hash, 'clean'] },
  ])
  expect(await downloads(later(1), null)).toEqual([])
  expect(await downloads(null, later(1))).toHaveLength(2)
})

test('a citizen adds photos by number and code, nine at most, and is told no place', async () => {
  const { id, no, queryCode } = await order()
  const ticket = { 'x-order-no': no, 'x-query-code': ` ${queryCode?.toLowerCase()} ` }
  const first = await photo()
  const reply = given(await fromCitizen(ticket, first, '门口.jpg'))
  expect(citizenUpload.reply.parse(reply)).toEqual({
    name: '门口.jpg',
    mime: 'image/jpeg',
    bytes: first.length,
    left: 8,
  })
  // A member of staff who is logged in elsewhere writes as the citizen here.
  given(await fromCitizen(ticket, Buffer.from('第二份'), '说明.txt', east))
  for (let n = 3; n <= 9; n++) given(await fromCitizen(ticket, Buffer.from(`第${n}份`), '说明.txt'))
  expect(saidNo(await fromCitizen(ticket, Buffer.from('第10份'), '说明.txt'))).toBe('too-many-files')
  const rows = await house.db.rows(
    sql`select distinct event -> 'by' ->> 'kind' as kind from order_event where order_id = ${id} and kind = 'attached'`,
    z.object({ kind: z.string() }),
  )
  expect(rows).toEqual([{ kind: 'citizen' }])
})

test('a wrong number or code opens nothing and stores nothing', async () => {
  const { no, queryCode } = await order()
  for (const ticket of [
    { 'x-order-no': no, 'x-query-code': 'ZZZZZZ' },
    { 'x-order-no': 'TX0000000000000', 'x-query-code': queryCode ?? '' },
    {},
  ] as Record<string, string>[])
    expect(saidNo(await fromCitizen(ticket, Buffer.from('没有'), 'a.txt'))).toBe('ticket-unknown')
})

test('guessing codes ends after thirty wrong ones, for the right one too', async () => {
  const { no, queryCode } = await order()
  const wrong = () => fromCitizen({ 'x-order-no': no, 'x-query-code': 'ZZZZZZ' }, Buffer.from('a'), 'a.txt')
  for (let n = 0; n < 30; n++) await wrong()
  expect(saidNo(await wrong())).toBe('too-many-requests')
  const right = { 'x-order-no': no, 'x-query-code': queryCode ?? '' }
  expect(saidNo(await fromCitizen(right, Buffer.from('a'), 'a.txt'))).toBe('too-many-requests')
})

test('what is attached nowhere goes after its day; what is attached, claimed or uploaded again stays', async () => {
  const { id } = await order()
  const start = house.now()
  const [kept, gone, again] = [Buffer.from('留下'), Buffer.from('清理'), Buffer.from('再传')]
  const keptHash = await attached(id, kept, 'a.txt')
  const { file: goneHash } = given(await upload(agent, gone, 'b.txt'))
  const { file: againHash } = given(await upload(agent, again, 'c.txt'))
  const leftover = join(house.filesFolder, 'incoming', 'killed')
  await writeFile(leftover, 'half')
  await utimes(leftover, new Date(start), new Date(start))
  house.setNow(later(30))
  given(await upload(agent, again, 'c.txt'))
  expect(await removeUnattached(house, later(-24))).toBeGreaterThanOrEqual(1)
  expect(await removeUnattached(house, later(-24))).toBe(0)
  const there = (hash: string) =>
    stat(contentPath(house.filesFolder, hash as FileHash)).then(
      () => true,
      () => false,
    )
  expect([await there(keptHash), await there(goneHash), await there(againHash)]).toEqual([true, false, true])
  expect(await incomingLeft()).toEqual([])
  expect(saidNo(await attach(agent, id, goneHash, 'b.txt'))).toBe('unknown-file')
  expect(given(await attach(agent, id, againHash, 'c.txt')).files).toHaveLength(2)
  given(await upload(agent, gone, 'b.txt'))
  expect(await there(goneHash)).toBe(true)
  house.setNow(start)
})

test('many uploads of one content while sweeps remove it end with the content in place', async () => {
  const content = Buffer.from('同时')
  const removes = () => removeUnattached(house, later(48))
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => (n % 3 === 2 ? removes() : upload(agent, content, 'a.txt').then(given))),
  )
  const { file } = given(await upload(agent, content, 'a.txt'))
  expect(await readFile(contentPath(house.filesFolder, file as FileHash))).toEqual(content)
})
