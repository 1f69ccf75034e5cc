import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = resolve(import.meta.dirname, '../..')

export type Server = {
  port: number
  pid: number
  child: ChildProcess
  /** the embedded PostgreSQL's; null where the database is another's */
  postmaster(): Promise<number | null>
  stop(): Promise<void>
}

type ServerOptions = {
  folder: string
  databaseUrl?: string
  keysFile?: string
  nodeArguments?: readonly string[]
  output?: boolean
}

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** The real server as its own process, on a demo's data but without a synthetic past; resolves once it is healthy. */
export async function startServer({
  folder,
  databaseUrl,
  keysFile = '',
  nodeArguments = [],
  output = false,
}: ServerOptions): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [...nodeArguments, '--import', 'tsx', 'server/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      JIESU_DATA: folder,
      JIESU_MODE: 'demo',
      JIESU_HISTORY: 'false',
      DATABASE_URL: databaseUrl ?? '',
      JIESU_KEYS: keysFile,
    },
    stdio: ['ignore', output ? 'inherit' : 'ignore', 'inherit'],
  })
  // A bench that fails must not leave servers behind on the ports of the next.
  process.on('exit', () => child.kill('SIGKILL'))
  await healthy(port, child)
  return {
    port,
    pid: child.pid ?? 0,
    child,
    postmaster: async () => (databaseUrl === undefined ? await postmasterOf(folder) : null),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

export async function postmasterOf(folder: string): Promise<number | null> {
  const note = await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(note.split('\n')[0]) || null
}

/** A start after a crash repairs first, so patience is long; a server that ends meanwhile says why on its own. */
export async function healthy(port: number, child: ChildProcess, patienceMs = 120_000): Promise<void> {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended (${child.exitCode ?? child.signalCode}) before it served`)
    const ok = await fetch(`http://127.0.0.1:${port}/api/health`)
      .then((reply) => reply.ok)
      .catch(() => false)
    if (ok) return
    await sleep(50)
  }
  throw new Error(`the server was not healthy within ${patienceMs / 1000} s`)
}
