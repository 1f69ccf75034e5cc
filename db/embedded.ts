import { chmod, mkdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseAccount } from '#db/embedded-account.ts'
import { type Binaries, embeddedBinaries } from '#db/embedded-binaries.ts'
import { ensureCluster } from '#db/embedded-cluster.ts'
import { closeEndpoint, openEndpoint, socketParent, urlOf } from '#db/embedded-endpoint.ts'
import { lockFolder } from '#db/embedded-lock.ts'
import { clearOrphan } from '#db/embedded-orphan.ts'
import { type Launch, type Postmaster, startPostmaster } from '#db/embedded-postmaster.ts'
import { accountReaching } from '#db/embedded-reach.ts'
import { supervise } from '#db/embedded-supervise.ts'

export type Embedded = {
  /** The database `jiesu` as its owner `jiesu`, who is no superuser. */
  url: string
  /** The same database as the superuser `postgres`: for backups and tests. */
  adminUrl: string
  socketDir: string
  folder: string
  stop(): Promise<void>
  pid(): number
  /** How often the server died and was started again: for the health page. */
  restarts(): number
}

type EmbeddedOptions = {
  log?: (line: string) => void
  /** Another PostgreSQL than the one npm installed; `settings` go above those of the cluster. Both for tests. */
  binaries?: Binaries
  settings?: Record<string, string>
}

/** Starts the PostgreSQL of this folder, making it on first use, and keeps it running until `stop()`. */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const log = options.log ?? (() => undefined)
  await mkdir(folder, { recursive: true })
  const home = await realpath(folder)
  const unlock = await lockFolder(home)
  try {
    const launch = await prepare(home, options, log)
    const running = await supervise(() => startCleanly(launch, log), log)
    const adminUrl = urlOf(launch.endpoint, 'postgres', 'jiesu')
    const stop = async () => {
      await running.stop()
      await closeEndpoint(home)
      await unlock()
    }
    await createDatabase(urlOf(launch.endpoint, 'postgres', 'postgres')).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    const url = urlOf(launch.endpoint, 'jiesu', 'jiesu')
    return { url, adminUrl, socketDir: launch.endpoint.host, folder: home, ...running, stop }
  } catch (error) {
    await unlock()
    throw error
  }
}

async function prepare(home: string, options: EmbeddedOptions, log: (line: string) => void): Promise<Launch> {
  const binaries = options.binaries ?? (await embeddedBinaries())
  const owner = await databaseAccount(join(home, 'cluster'))
  if (owner !== undefined) await chmod(home, 0o711)
  const entered = [home, dirname(binaries.postgres), socketParent()]
  const account = await accountReaching(owner, entered, binaries.postgres)
  await clearOrphan(join(home, 'cluster'), log)
  const cluster = await ensureCluster(home, binaries, account)
  const endpoint = await openEndpoint(home, account)
  return { folder: home, cluster, binaries, endpoint, account, settings: options.settings ?? {} }
}

/** An old server's shared memory can outlive it for a moment, and where /proc is missing so can its number. */
async function startCleanly(launch: Launch, log: (line: string) => void): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    await clearOrphan(launch.cluster, log)
    try {
      return await startPostmaster(launch)
    } catch (error) {
      const passes = /lock file .* already exists|shared memory block .* still in use/.test(String(error))
      if (!passes || attempt === 40) throw error
      await sleep(1_000)
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query(`
      select exists (select from pg_roles where rolname = 'jiesu')    as role,
             exists (select from pg_database where datname = 'jiesu') as database`)
    if (!rows[0].role) await client.query('create role jiesu login in role pg_monitor')
    if (!rows[0].database) await client.query('create database jiesu owner jiesu')
  } finally {
    await client.end()
  }
}
