import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Account } from '#db/embedded-account.ts'

/** Where the server listens: a folder with its socket, or (on Windows, whose Node has no unix sockets) loopback. */
export type Endpoint = { host: string; port: number }

/** A socket's path may have 107 bytes (103 on macOS), less than many a data folder: so it lives in the temp folder. */
const longestFolder = 80

const recordIn = (folder: string) => join(folder, 'endpoint.json')

export async function openEndpoint(folder: string, account: Account): Promise<Endpoint> {
  await closeEndpoint(folder)
  const endpoint = process.platform === 'win32' ? await loopback() : await privateSocket(account)
  await writeFile(recordIn(folder), JSON.stringify(endpoint), { mode: 0o600 })
  return endpoint
}

export const socketParent = (): string => (Buffer.byteLength(tmpdir()) > longestFolder ? '/tmp' : tmpdir())

/** mkdtemp gives mode 700: whoever may not enter the folder cannot reach the socket, hence `trust` behind it. */
async function privateSocket(account: Account): Promise<Endpoint> {
  const host = await mkdtemp(join(socketParent(), 'jiesu-pg-'))
  if (account !== undefined) await chown(host, account.uid, account.gid)
  return { host, port: 5432 }
}

const loopback = (): Promise<Endpoint> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve({ host: '127.0.0.1', port }))
    })
  })

export async function recordedEndpoint(folder: string): Promise<Endpoint | null> {
  const text = await readFile(recordIn(folder), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Endpoint)
}

/** Also clears what a killed owner left. The name is checked, since it is read from a file and the folder is removed. */
export async function closeEndpoint(folder: string): Promise<void> {
  const host = (await recordedEndpoint(folder))?.host
  if (host !== undefined && basename(host).startsWith('jiesu-pg-')) await rm(host, { recursive: true, force: true })
  await rm(recordIn(folder), { force: true })
}

/** `localhost` only makes it a URL that every parser accepts; the parameter `host` wins in `pg` as in libpq. */
export const urlOf = ({ host, port }: Endpoint, user: string, database: string): string =>
  `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
