import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { keyUse } from '#db/sealed-rows.ts'
import { sql } from '#db/sql.ts'
import { Appellant } from '#domain/accept/request.ts'
import type { OrderId, StaffId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { checkKeys } from './check-keys.ts'
import { vaultFor } from './follow-keys.ts'
import { readKeyFile } from './key-file.ts'
import { addAppellant } from './persist.ts'
import { type KeysInUse, type Rotation, retireKeys, rotateKeys, stageKey } from './rotate-keys.ts'
import { openTotp, sealTotp } from './second-factor.ts'
import { seedDemoStaff } from './seed-staff.ts'
import { newKeyFile, openIdentity, openVault, type Vault } from './vault.ts'
import { createKeyFile, replaceKeyFile } from './write-key-file.ts'

const ORDERS = 1200
const phone = (n: number) => `138${String(10_000_000 + n)}`
const totpOwner = 's-agent1' as StaffId

let folder: string
let path: string
let house: TestHouse
let drop: () => Promise<void>

beforeEach(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const database = await freshDatabase(engine)
  drop = database.drop
  folder = await mkdtemp(join(tmpdir(), 'jiesu-keys-'))
  path = join(folder, 'keys.json')
  await createKeyFile(path, newKeyFile())
  house = await testHouse(database.url, { keys: readKeyFile(path) })
  await addOrders(house.vault, 0, ORDERS)
  await seedDemoStaff(house, 'demo-people-know-it')
  await house.db.run(
    sql`update staff set totp = ${sealTotp(house.vault, 'SECRET', totpOwner)} where staff_id = ${totpOwner}`,
  )
})
afterEach(async () => {
  await house.close()
  await drop()
  await rm(folder, { recursive: true })
})

async function addOrders(vault: Vault, from: number, to: number): Promise<void> {
  const write = emptyWrite()
  for (let n = from; n < to; n++) {
    const contactPhone = n % 3 === 0 ? null : phone(n + (n % 3 === 1 ? 0 : 1_000_000))
    const appellant = Appellant.parse({ name: `张${n}`, callerPhone: phone(n), contactPhone })
    addAppellant(write, orderId(n), appellant, vault)
  }
  await writeOrders(house.db, write)
}
const orderId = (n: number) => `01K${String(n).padStart(23, '0')}` as OrderId

const keys: KeysInUse = {
  read: () => readKeyFile(path),
  write: (file) => replaceKeyFile(path, file),
  settle: async () => undefined,
  ageMs: () => 3_600_000,
}
const rotation = (progress: Rotation['progress'] = () => undefined): Rotation => ({ db: house.db, keys, progress })

const Row = z.object({
  order_id: z.string(),
  identity: z.instanceof(Buffer),
  caller_index: z.instanceof(Buffer),
  contact_index: z.instanceof(Buffer).nullable(),
})
const rows = () =>
  house.db.rows(sql`select order_id, identity, caller_index, contact_index from appellant order by order_id`, Row)

async function expectAllReadable(): Promise<void> {
  const vault = openVault(keys.read())
  for (const [n, row] of (await rows()).entries()) {
    expect(openIdentity(vault, row.identity, orderId(n)).callerPhone).toBe(phone(n))
    expect(vault.phoneIndexes(phone(n)).some((index) => index.equals(row.caller_index))).toBe(true)
  }
  const [row] = await house.db.rows(
    sql`select totp from staff where staff_id = ${totpOwner}`,
    z.object({ totp: z.instanceof(Buffer) }),
  )
  expect(openTotp(vault, row?.totp ?? Buffer.alloc(0), totpOwner)).toBe('SECRET')
}

test('all rows come under a new key, the indexes stay, and the old key can go', async () => {
  const before = await rows()
  const seen: string[] = []
  const result = await rotateKeys(
    rotation((done, of) => seen.push(`${done}/${of}`)),
    { index: 'keep' },
  )
  expect(result).toEqual({ done: ORDERS + 1, unreadable: [] })
  expect(seen).toEqual(['500/1201', '1000/1201', '1200/1201'])
  expect(await keyUse(house.db)).toEqual([{ key: 2, n: ORDERS + 1 }])
  await expectAllReadable()
  const after = await rows()
  expect(after.map((row) => [row.caller_index, row.contact_index])).toEqual(
    before.map((row) => [row.caller_index, row.contact_index]),
  )
  expect(await retireKeys(rotation())).toEqual({ ok: true, keys: 1 })
  expect(Object.keys(keys.read().keys)).toEqual(['2'])
  await expectAllReadable()
  expect(await readdir(folder)).toEqual(['keys.json'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test.each([
  ['in the first batch', 500],
  ['in the second', 1000],
  ['after the last', 1200],
])('killed %s, the next run goes on with the same new key', async (_, at) => {
  const killed = rotateKeys(
    rotation((done) => {
      if (done >= at) throw new Error('killed')
    }),
    { index: 'keep' },
  )
  await expect(killed).rejects.toThrow('killed')
  await expectAllReadable()
  const left = ORDERS - at + 1
  expect(await rotateKeys(rotation(), { index: 'keep' })).toEqual({ done: left, unreadable: [] })
  expect(keys.read()).toMatchObject({ active: 2 })
  expect(await keyUse(house.db)).toEqual([{ key: 2, n: ORDERS + 1 }])
  await expectAllReadable()
})

test('killed after the key was made known, the next run uses that key', async () => {
  await stageKey(rotation())
  await stageKey(rotation())
  expect(keys.read()).toMatchObject({ active: 1, keys: { 1: expect.any(String), 2: expect.any(String) } })
  expect(await retireKeys(rotation())).toEqual({ ok: false, why: 'too-early', rows: 0 })
  await rotateKeys(rotation(), { index: 'keep' })
  expect(keys.read().active).toBe(2)
  expect(Object.keys(keys.read().keys)).toEqual(['1', '2'])
})

test('the index key is renewed; until all is done both indexes are searched', async () => {
  const before = await rows()
  const killed = rotateKeys(
    rotation(() => {
      throw new Error('killed')
    }),
    { index: 'renew' },
  )
  await expect(killed).rejects.toThrow('killed')
  await expectAllReadable()
  expect(openVault(keys.read()).phoneIndexes(phone(1)).length).toBe(2)
  await rotateKeys(rotation(), { index: 'keep' })
  const after = await rows()
  expect(after.filter((row, n) => before[n]?.caller_index.equals(row.caller_index))).toEqual([])
  expect(after.map((row) => row.contact_index === null)).toEqual(before.map((row) => row.contact_index === null))
  expect(await retireKeys(rotation())).toEqual({ ok: true, keys: 1 })
  expect(keys.read().oldIndex).toBe(undefined)
  await expectAllReadable()
})

test('retiring brings in what another process still wrote the old way, and waits two minutes', async () => {
  await rotateKeys(rotation(), { index: 'renew' })
  await addOrders(house.vault, ORDERS, ORDERS + 3)
  const young = { ...rotation(), keys: { ...keys, ageMs: () => 60_000 } }
  expect(await retireKeys(young)).toEqual({ ok: false, why: 'too-early', rows: 0 })
  expect(await retireKeys(rotation())).toEqual({ ok: true, keys: 1 })
  await expectAllReadable()
})

test('a row that cannot be read is named, hinders no other, and keeps the old key', async () => {
  await house.db.run(
    sql`update appellant set identity = set_byte(identity, 20, 255 - get_byte(identity, 20)) where order_id = ${orderId(7)}`,
  )
  const { unreadable } = await rotateKeys(rotation(), { index: 'keep' })
  expect(unreadable).toEqual([`order ${orderId(7)}`])
  expect(await keyUse(house.db)).toEqual(expect.arrayContaining([{ key: 1, n: 1 }]))
  expect(await retireKeys(rotation())).toEqual({ ok: false, why: 'unreadable', rows: 1 })
  expect(Object.keys(keys.read().keys)).toEqual(['1', '2'])
})

test('a running process takes up changed keys by itself, and keeps its own while the file is broken', async () => {
  let clock = 0
  const vault = await vaultFor({ mode: 'demo', keysFile: path }, () => clock)
  const old = vault.seal('text', 'row')
  await rotateKeys(rotation(), { index: 'renew' })
  const fresh = openVault(keys.read()).seal('other', 'row')
  expect(vault.activeKey).toBe(1)
  expect(vault.open(fresh, 'row')).toBe('other')
  expect(vault.activeKey).toBe(2)
  expect(vault.open(old, 'row')).toBe('text')
  expect(vault.phoneIndexes('1').length).toBe(2)
  await rm(path)
  clock += 5000
  expect(vault.seal('text', 'row')[0]).toBe(2)
})

test('keys of another database are noticed at the start', async () => {
  await checkKeys(house.db, house.vault, path)
  await expect(checkKeys(house.db, openVault(newKeyFile()), path)).rejects.toThrow(/not the keys of this database/)
})
