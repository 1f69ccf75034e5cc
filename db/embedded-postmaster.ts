import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Account } from '#db/embedded-account.ts'
import type { Binaries } from '#db/embedded-binaries.ts'
import { commandAs, serverEnvironment } from '#db/embedded-command.ts'
import type { Endpoint } from '#db/embedded-endpoint.ts'

export type Postmaster = { pid: number; exited: Promise<string>; shutdown(): Promise<void> }

export type Launch = {
  folder: string
  cluster: string
  binaries: Binaries
  endpoint: Endpoint
  account: Account
  settings: Record<string, string>
}

const fullLogBytes = 10_000_000

/** Starts the server and waits until it takes connections, however long a recovery after a crash needs. */
export async function startPostmaster(launch: Launch): Promise<Postmaster> {
  const logFile = join(launch.folder, 'postgres.log')
  if (((await stat(logFile).catch(() => null))?.size ?? 0) > fullLogBytes) await rename(logFile, `${logFile}.old`)
  const log = await open(logFile, 'a', 0o600)
  const logStart = (await log.stat()).size
  const { program, args, user } = commandAs(launch.account, launch.binaries.postgres, argumentsOf(launch))
  // Its own process group: Ctrl-C in the terminal reaches Node alone, which finishes its work before it stops the server.
  const child = spawn(program, args, {
    ...user,
    cwd: launch.folder,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let ended: string | null = null
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  }).then((how) => {
    process.off('exit', stopNow)
    ended = how
    return how
  })
  const stopNow = () => void child.kill('SIGINT')
  process.on('exit', stopNow)
  await log.close()
  const note = join(launch.cluster, 'postmaster.pid')
  while (ended === null && !(await saysReady(note, child.pid))) await sleep(10)
  if (ended !== null)
    throw new Error(`PostgreSQL did not start (${ended}). 数据库未能启动。\n${await tail(logFile, logStart)}`)
  return { pid: child.pid ?? 0, exited, shutdown: () => shutDown(child, exited, launch) }
}

function argumentsOf({ cluster, endpoint: { host, port }, settings }: Launch): string[] {
  const onSocket = host.startsWith('/')
  const where = {
    port: String(port),
    listen_addresses: onSocket ? '' : host,
    unix_socket_directories: onSocket ? host : '',
    unix_socket_permissions: '0700',
  }
  const all = Object.entries({ ...where, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster, ...all]
}

/** The server writes its state into line 8 of its note; asking by connection would fill the log with refusals. */
async function saysReady(note: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(note, 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function tail(logFile: string, from: number): Promise<string> {
  const text = await readFile(logFile)
  return text.subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n')
}

/** Fast: sessions are ended, everything is written. After half a minute at once; the log then repairs the next start. */
async function shutDown(child: ChildProcess, exited: Promise<string>, launch: Launch): Promise<void> {
  const hasEnded = child.exitCode !== null || child.signalCode !== null
  if (process.platform === 'win32' && !hasEnded) {
    await promisify(execFile)(launch.binaries.pgCtl, ['stop', '-D', launch.cluster, '-m', 'fast'])
  } else child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), 30_000)
  await exited
  clearTimeout(patience)
}
