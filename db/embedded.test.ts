import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '#db/embedded.ts'
import { FolderInUse, lockFolder } from '#db/embedded-lock.ts'
import { accountReaching } from '#db/embedded-reach.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiesu-embedded-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the first start makes a database that cuts Chinese into trigrams and belongs to no superuser', async () => {
  const server = await startEmbedded(folder)
  expect(await ask(server.url, 'create extension pg_trgm')).toEqual([])
  expect(await ask(server.url, `select array_length(show_trgm('下水道堵塞'), 1) as trigrams`)).toEqual([
    { trigrams: 6 },
  ])
  expect(
    await ask(server.url, `select current_user::text as who, rolsuper from pg_roles where rolname = current_user`),
  ).toEqual([{ who: 'jiesu', rolsuper: false }])
  const guards = `select current_setting('fsync') as f, current_setting('synchronous_commit') as s,
    current_setting('data_checksums') as c, current_setting('listen_addresses') as l`
  expect(await ask(server.url, guards)).toEqual([{ f: 'on', s: 'on', c: 'on', l: '' }])
  await ask(server.url, 'create table kept as select 42 as answer')
  await server.stop()
  await server.stop()
}, 30_000)

test('a later start finds the rows again; a second owner is refused with a sentence', async () => {
  const server = await startEmbedded(folder)
  expect(await kept(server.url)).toBe(42)
  const second = startEmbedded(folder)
  await expect(second).rejects.toThrow(FolderInUse)
  await expect(second).rejects.toThrow(new RegExp(`in use by process ${process.pid}.*正由进程 ${process.pid} 使用`))
  await server.stop()
}, 30_000)

test('a server whose owner was killed is stopped and replaced', async () => {
  const owner = await startOwner()
  owner.process.kill('SIGKILL')
  await once(owner.process, 'exit')
  expect(isThere(owner.server)).toBe(true)
  const lines: string[] = []
  const server = await startEmbedded(folder, { log: (line) => lines.push(line) })
  expect(lines.join()).toContain(`stopping the database server ${owner.server}`)
  expect(await kept(server.url)).toBe(42)
  await server.stop()
}, 30_000)

test('owner and server killed at the same moment do not hinder the next start', async () => {
  const owner = await startOwner()
  owner.process.kill('SIGKILL')
  process.kill(owner.server, 'SIGKILL')
  const server = await startEmbedded(folder)
  expect(await kept(server.url)).toBe(42)
  await server.stop()
}, 60_000)

test('a killed server is started again at the same address', async () => {
  const server = await startEmbedded(folder)
  const killed = server.pid()
  process.kill(killed, 'SIGKILL')
  while (server.restarts() === 0) await sleep(20)
  expect(server.pid()).not.toBe(killed)
  expect(await kept(server.url)).toBe(42)
  await server.stop()
}, 30_000)

test('of many who find the lock of a dead owner exactly one gets the folder', async () => {
  const dead = (await readFile('/proc/sys/kernel/pid_max', 'utf8').catch(() => '99999')).trim()
  const { unlock, text } = await lockText()
  await unlock()
  await writeFile(join(folder, 'owner.lock'), JSON.stringify({ ...JSON.parse(text), pid: Number(dead) }))
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)))
  const owners = tries.filter((attempt) => attempt.status === 'fulfilled')
  expect(owners).toHaveLength(1)
  for (const owner of owners) await owner.value()
})

const asRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

test.runIf(asRootOnLinux)(
  'root may keep the data below a folder nobody else may enter; the files belong to the server',
  async () => {
    const closed = await mkdtemp(join(tmpdir(), 'jiesu-closed-'))
    const server = await startEmbedded(join(closed, 'data', 'postgres'))
    await ask(server.url, 'create table kept as select 42 as answer')
    process.kill(server.pid(), 'SIGKILL')
    while (server.restarts() === 0) await sleep(20)
    expect(await kept(server.url)).toBe(42)
    const status = await readFile(`/proc/${server.pid()}/status`, 'utf8')
    expect(status).toMatch(/^CapEff:\s0{15}2$/m)
    await server.stop()
    const cluster = join(server.folder, 'cluster')
    const paths = (await readdir(cluster, { recursive: true })).map((path) => join(cluster, path))
    const owners = await Promise.all([cluster, ...paths].map(async (path) => (await stat(path)).uid))
    expect(new Set(owners).size).toBe(1)
    expect(owners).not.toContain(0)
    await rm(closed, { recursive: true })
  },
  30_000,
)

test.runIf(asRootOnLinux)('where the server cannot be taken past a closed folder, a sentence names it', async () => {
  const nobody = { uid: 65534, gid: 65534, parents: 'open' } as const
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const refused = accountReaching(nobody, [closed], '/bin/false')
  await expect(refused).rejects.toThrow(/cannot enter .*closed, .*无法进入目录/)
  await rm(closed, { recursive: true })
})

async function lockText(): Promise<{ unlock: () => Promise<void>; text: string }> {
  const unlock = await lockFolder(folder)
  return { unlock, text: await readFile(join(folder, 'owner.lock'), 'utf8') }
}

/** Another Node process that owns the folder, and the number of its server. */
async function startOwner(): Promise<{ process: ChildProcess; server: number }> {
  const code = `import { startEmbedded } from '#db/embedded.ts'
    const server = await startEmbedded(${JSON.stringify(folder)})
    process.stdout.write(server.pid() + '\\n')
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(owner.stdout, 'data')
  return { process: owner, server: Number(String(line)) }
}

const isThere = (pid: number): boolean => process.kill(pid, 0)

const kept = async (url: string): Promise<unknown> => (await ask(url, 'select answer from kept'))[0]?.answer

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}
