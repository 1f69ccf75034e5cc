import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type Door, openDoor, openDoorAt, type Said } from '#server/door.fixture.ts'
import { type Chain, chain, citizen, hoursLater, LEAD, request } from '#server/orders.fixture.ts'
import { runSweep, sweeps } from '#server/sweeps.ts'
import { newKeyFile } from '#server/vault.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { readFigures } from './figures.ts'
import { migrate } from './migrate.ts'
import { sql } from './sql.ts'
import { verifyLog } from './verify.ts'

const Whole = z.object({ orders: z.number(), sealed: z.number(), texts: z.number(), opened: z.number() })

/** Every table that an accepted order stands in holds it, or none does. */
async function expectWhole(door: Door, atLeast: number): Promise<void> {
  const [row] = await door.house.db.rows(
    sql`select (select count(*) from work_order) as orders, (select count(*) from appellant) as sealed,
               (select count(*) from order_text) as texts,
               (select count(*) from order_event where kind = 'opened') as opened`,
    Whole,
  )
  expect(row?.orders).toBeGreaterThanOrEqual(atLeast)
  expect(row).toEqual({ orders: row?.orders, sealed: row?.orders, texts: row?.orders, opened: row?.orders })
  expect(await verifyLog(door.house.db, door.house.vault.verify)).toMatchObject({ broken: null, orders: row?.orders })
}

const body = (wish: object = {}) => ({
  channel: 'phone',
  request: { ...request, ...wish },
  appellant: citizen,
  outcome: { kind: 'submit' },
})

/** Asks again, as a client told to retry does, until it is answered; says how often it was put off. */
async function untilDone(call: () => Promise<Said>, patienceMs = 25_000): Promise<{ said: Said; putOff: Said[] }> {
  const putOff: Said[] = []
  for (const end = Date.now() + patienceMs; ; await sleep(50)) {
    const said = await call()
    if (said.status === 200 || Date.now() > end) return { said, putOff }
    putOff.push(said)
  }
}

/** The first refusal: on a busy machine the killed server's children go on answering for a moment. */
async function untilAway(call: () => Promise<Said>): Promise<Said> {
  for (const end = Date.now() + 10_000; ; await sleep(5)) {
    const said = await call()
    if (said.status !== 200) return said
    if (Date.now() > end) throw new Error('the database was killed and still answers')
  }
}

const expectPutOff = (said: readonly Said[]) => {
  for (const { status, code, headers, body: told } of said) {
    expect([status, code]).toEqual([503, 'database-unavailable'])
    expect(headers['retry-after']).toBe('5')
    expect(told.title).toContain('内容未保存')
  }
}

describe('the database goes away in the middle', () => {
  let folder: string
  let server: Embedded
  let door: Door
  let people: Chain
  const faults: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiesu-faults-'))
    server = await startEmbedded(join(folder, 'postgres'))
    await migrate(server.url)
    const error = (fields: Record<string, unknown>, message: string) => void faults.push(`${message} ${fields.error}`)
    door = await openDoorAt(server.url, { log: { info: () => undefined, error } })
    people = await chain(door)
  }, 60_000)
  afterAll(async () => {
    await door.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const kill = () => process.kill(server.pid(), 'SIGKILL')
  const accept = (headers: Record<string, string> = {}) =>
    door.ask(people.desk, 'acceptOrder', { body: body(), headers })

  test('calls are told to come back, and soon succeed by themselves', async () => {
    kill()
    const first = await untilAway(() => door.ask({}, 'health'))
    const { said, putOff } = await untilDone(() => accept())
    expect(said.status).toBe(200)
    expectPutOff([first, ...putOff])
    await expectWhole(door, 1)
  }, 40_000)

  test('of many calls under way when it dies none is half-done, and a repeat by key makes no second', async () => {
    const before = (await door.ask(people.desk, 'listOrders', { query: { limit: '200' } })).body.orders as unknown[]
    const calls = Array.from({ length: 40 }, (_, n) =>
      untilDone(() => accept({ 'idempotency-key': `key-of-fault-${n}` })),
    )
    await sleep(60)
    kill()
    const done = await Promise.all(calls)
    expect(done.map(({ said }) => said.status).filter((status) => status !== 200)).toEqual([])
    expectPutOff(done.flatMap(({ putOff }) => putOff))
    expect(new Set(done.map(({ said }) => said.body.no)).size).toBe(40)
    const after = (await door.ask(people.desk, 'listOrders', { query: { limit: '200' } })).body.orders as unknown[]
    expect(after).toHaveLength(before.length + 40)
    await expectWhole(door, 40)
  }, 60_000)

  test('a change that waits for a lock when it dies leaves no trace', async () => {
    const { id, version } = (await untilDone(() => accept())).said.body as { id: string; version: number }
    const supplement = () =>
      door.ask(people.desk, 'supplementOrder', { params: { orderId: id }, body: { text: '补充' } })
    const held = door.house.db.tx(async (tx) => {
      await tx.run(sql`select 1 from work_order where order_id = ${id} for update`)
      const waiting = supplement()
      await sleep(100)
      kill()
      expectPutOff([await waiting])
    })
    await held.catch(() => undefined)
    const { said } = await untilDone(() => door.ask(people.desk, 'getOrder', { params: { orderId: id } }))
    expect(said.body.version).toBe(version)
    expect((await untilDone(supplement)).said.body.version).toBe(version + 1)
  }, 40_000)

  test('a sweep that finds no database fails once, is noted, and does its work the next time', async () => {
    const [due] = sweeps
    if (due === undefined) throw new Error('no sweep')
    await untilDone(() => accept())
    kill()
    // A killed server answers for a moment on a busy machine: swept until the first run that found none.
    const failed = () => faults.some((line) => line.startsWith('sweep failed'))
    while (!failed()) expect(await runSweep(door.house, due)).toBe(0)
    await untilDone(() => door.ask({}, 'health'))
    hoursLater(door, 1)
    await runSweep(door.house, due)
    const health = await door.ask({}, 'health')
    const states = health.body.sweeps as { name: string; failing: boolean; lastRun: string }[]
    expect(states.find(({ name }) => name === due.name)).toMatchObject({ failing: false, lastRun: door.house.now() })
  }, 40_000)

  test('while it is away the health page says so with the same status as everything else', async () => {
    kill()
    const first = await untilAway(() => door.ask({}, 'health'))
    const { putOff } = await untilDone(() => door.ask({}, 'health'))
    expectPutOff([first, ...putOff])
    expect(faults.filter((line) => line.startsWith('fault'))).toEqual([])
  }, 40_000)
})

/** A disk of our own that can really be filled: needs root and a kernel that lets it mount. */
async function smallDisk(bytes: string): Promise<{ folder: string; remove(): Promise<void> } | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a disk to fill'
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return `no disk could be mounted here: ${error instanceof Error ? error.message.split('\n')[0] : error}`
  }
  return {
    folder,
    remove: async () => {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const disk = await smallDisk('160m')

describe.skipIf(typeof disk === 'string')(
  `the disk is full${typeof disk === 'string' ? ` (left out: ${disk})` : ''}`,
  () => {
    let server: Embedded
    let door: Door
    let people: Chain
    const place = typeof disk === 'string' ? '' : disk.folder
    const ballast = join(place, 'ballast')
    const faults: string[] = []

    beforeAll(async () => {
      server = await startEmbedded(join(place, 'postgres'), {
        settings: { max_wal_size: '48MB', min_wal_size: '32MB' },
      })
      await migrate(server.url)
      const error = (fields: Record<string, unknown>, message: string) => void faults.push(`${message} ${fields.error}`)
      door = await openDoorAt(server.url, { log: { info: () => undefined, error } })
      door.house.filesFolder = join(place, 'files')
      await mkdir(door.house.filesFolder)
      people = await chain(door)
    }, 60_000)
    afterAll(async () => {
      await rm(ballast, { force: true })
      await door.close()
      await server.stop()
      if (typeof disk !== 'string') await disk.remove()
    })

    async function fill(): Promise<void> {
      const { bavail, bsize } = await statfs(place)
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail - 4) * bsize, 1))
      await writeFile(`${ballast}.rest`, Buffer.alloc(4 * bsize, 1)).catch(() => undefined)
    }
    const empty = async () => {
      await rm(ballast, { force: true })
      await rm(`${ballast}.rest`, { force: true })
    }
    const accept = () => door.ask(people.desk, 'acceptOrder', { body: body({ content: '水'.repeat(1900) }) })

    test('acceptance is refused with 507 and leaves nothing half-written; when there is room again it goes on', async () => {
      for (let n = 0; n < 3; n++) expect((await accept()).status).toBe(200)
      await fill()
      const said: Said[] = []
      for (let n = 0; n < 60 && said.at(-1)?.status !== 507; n++) said.push(await accept())
      const full = said.at(-1)
      expect([full?.status, full?.code], full?.text).toEqual([507, 'storage-full'])
      expect(full?.body.title).toContain('存储空间已满')
      await empty()
      const accepted = said.filter(({ status }) => status === 200).length
      const { said: again, putOff } = await untilDone(accept)
      expect(again.status).toBe(200)
      expect(putOff).toEqual([])
      await expectWhole(door, 4 + accepted)
    }, 60_000)

    test('reading goes on while nothing can be written, except that every sight must be noted', async () => {
      const { id } = (await accept()).body as { id: string }
      await fill()
      const list = await door.ask(people.desk, 'listOrders')
      expect(list.status).toBe(200)
      const view = await door.ask(people.desk, 'getOrder', { params: { orderId: id } })
      expect([200, 507]).toContain(view.status)
      await empty()
      expect((await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).status).toBe(200)
    }, 30_000)

    test('an upload that does not fit is refused with 507 and leaves no piece of a file', async () => {
      await fill()
      const upload = () =>
        door.ask(people.desk, 'uploadFile', {
          query: { name: 'a.txt' },
          body: Buffer.alloc(3_000_000, 'what was found on the spot\n'),
          headers: { 'content-type': 'application/octet-stream' },
        })
      expect(await upload()).toMatchObject({ status: 507, code: 'storage-full' })
      await empty()
      const left = execFileSync('find', [door.house.filesFolder, '-type', 'f'], { encoding: 'utf8' })
      expect(left).toBe('')
      expect((await upload()).status).toBe(200)
    }, 30_000)

    test('even when the database’s own log finds no room, calls are put off, nothing is lost, and it comes back', async () => {
      const before = (await accept()).body.no
      await fill()
      const codes: (string | null)[] = []
      for (let n = 0; n < 4; n++) {
        await fillLog(server).catch(() => undefined)
        codes.push((await accept()).code)
      }
      expect(codes, String(codes)).toContain('database-unavailable')
      expect(codes.filter((code) => code !== 'storage-full' && code !== 'database-unavailable')).toEqual([])
      await empty()
      const { said } = await untilDone(accept, 80_000)
      expect(said.status).toBe(200)
      const found = await door.ask(people.desk, 'listOrders', { query: { no: String(before) } })
      expect(found.body.orders).toHaveLength(1)
      await expectWhole(door, 6)
      expect(faults.filter((line) => line.startsWith('fault'))).toEqual([])
    }, 150_000)

    /** Writes 20 MB into the write-ahead log and nowhere else: more than what is left of its current piece of 16 MB. */
    async function fillLog({ adminUrl }: Embedded): Promise<void> {
      const client = new pg.Client(adminUrl)
      client.on('error', () => undefined)
      await client.connect()
      try {
        await client.query(`select pg_logical_emit_message(false, 'jiesu', repeat('x', 20000000))`)
      } finally {
        await client.end()
      }
    }
  },
)

describe.each(inject('engines'))('two houses on one database, on $name', (engine) => {
  let first: Door
  let second: Door
  beforeAll(async () => {
    const keys = newKeyFile()
    first = await openDoor(engine, { keys })
    second = await openDoorAt(first.url, { keys })
  })
  afterAll(async () => {
    await second.close()
    await first.close()
  })

  test('what one has done the other knows: orders, log-ins, keys, versions', async () => {
    const here = await chain(first)
    const order = await here.accept()
    const params = { orderId: order.id }
    const seen = await second.ask(here.desk, 'getOrder', { params })
    expect(seen.body).toMatchObject({ no: order.no, version: order.version })
    const both = await Promise.all(
      [first, second].map((door) =>
        door.ask(here.desk, 'dispatchOrder', { params, body: { lead: LEAD, overrideReason: '属地' } }),
      ),
    )
    expect(both.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'wrong-state'])
    const headers = { 'idempotency-key': 'key-of-two-houses' }
    const twice = await Promise.all(
      [first, second].map((door) => door.ask(here.desk, 'acceptOrder', { body: body(), headers })),
    )
    expect(twice[0]?.body).toEqual(twice[1]?.body)
    expect((await second.ask(here.desk, 'logOut')).status).toBe(200)
    expect((await first.ask(here.desk, 'whoAmI')).code).toBe('not-logged-in')
  })

  test('numbers never meet, however many both give out', async () => {
    const here = await chain(first)
    const said = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        (n % 2 === 0 ? first : second).ask(here.desk, 'acceptOrder', { body: body() }),
      ),
    )
    expect(new Set(said.map(({ body: told }) => told.no)).size).toBe(60)
  })

  const DUE = 100
  const Counted = z.object({ order_id: z.string(), n: z.number() })

  test(`of ${DUE} orders that are due each is done once, whichever house comes first`, async () => {
    const here = await chain(first)
    const ids: string[] = []
    for (let n = 0; n < DUE / 10; n++)
      ids.push(
        ...(await Promise.all(Array.from({ length: 10 }, () => here.accept({ anonymous: true })))).map(({ id }) => id),
      )
    await Promise.all(ids.map((id) => here.dispatch(id)))
    for (const door of [first, second]) hoursLater(door, 24 * 9)
    const sweep = (name: string) => {
      const found = sweeps.find((each) => each.name === name)
      if (found === undefined) throw new Error(`no sweep ${name}`)
      return Promise.all([first, second, first, second].map((door) => runSweep(door.house, found)))
    }
    await sweep('due')
    await sweep('due')
    const signed = await first.house.db.rows(
      sql`select order_id, count(*) as n from order_event where kind = 'auto-signed' group by 1`,
      Counted,
    )
    expect(signed.filter(({ order_id }) => ids.includes(order_id))).toHaveLength(DUE)
    expect(signed.filter(({ n }) => n !== 1)).toEqual([])
    const missed = await first.house.db.rows(
      sql`select order_id || (event ->> 'clock') as order_id, count(*) as n from order_event where kind = 'clock-missed' group by 1`,
      Counted,
    )
    expect(missed.length).toBeGreaterThanOrEqual(DUE)
    expect(missed.filter(({ n }) => n !== 1)).toEqual([])
    expect((await sweep('due')).reduce((a, b) => a + b, 0)).toBe(0)

    const figures = () =>
      readFigures(first.house.db, {
        measures: ['accepted', 'open', 'overdue'],
        dim: 'all',
        key: null,
        from: null,
        to: null,
        daily: false,
      })
    const before = await figures()
    expect((await sweep('figures')).filter((folded) => folded > 0).length).toBeGreaterThan(0)
    expect(await figures()).toEqual(before)
    await sweep('seal')
    expect(await verifyLog(second.house.db, first.house.vault.verify)).toMatchObject({ unsealed: 0 })
  }, 60_000)
})
