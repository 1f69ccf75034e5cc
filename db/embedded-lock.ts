import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, startOf } from '#db/embedded-process.ts'

export class FolderInUse extends Error {
  readonly folder: string
  readonly pid: number
  constructor(folder: string, pid: number) {
    super(
      `The database folder ${folder} is in use by process ${pid}; stop that process first, or choose another folder with JIESU_DATA.` +
        ` 数据库目录 ${folder} 正由进程 ${pid} 使用,请先停止该进程,或用 JIESU_DATA 指定其他目录。`,
    )
    this.name = 'FolderInUse'
    this.folder = folder
    this.pid = pid
  }
}

type Owner = { pid: number; started: string | null; place: string; token: string }

const heartbeatMs = 4_000
/** Three missed heartbeats: the owner in another container or machine is taken for dead. */
const silenceMs = 12_500

/** A process told to end, even by SIGKILL, takes a moment: a quick restart should not be refused for that. */
const graceMs = 1_000

/** Makes this process the folder's only owner until the returned function is called. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'owner.lock')
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), place: place(), token: randomUUID() }
  const mine = JSON.stringify(owner)
  const patience = Date.now() + graceMs
  while (!(await createOnce(file, mine))) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) continue
    const held = ownerFrom(text)
    if (held === null ? await isBeingWritten(file) : await isAlive(held, file)) {
      if (held !== null && Date.now() > patience) throw new FolderInUse(folder, held.pid)
      await sleep(20)
    } else await removeStale(file, text)
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), heartbeatMs).unref()
  return async () => {
    clearInterval(beat)
    if ((await readFile(file, 'utf8').catch(() => null)) === mine) await rm(file, { force: true })
  }
}

/** Process numbers mean something only on the same machine, since the same boot, among the same container's processes. */
function place(): string {
  if (process.platform !== 'linux') return hostname()
  return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')].join(' ')
}

async function createOnce(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(text)
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function ownerFrom(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return null
  }
}

const ageMs = async (file: string) => Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? 0)

/** Between creating the lock and writing its one line lies less than a millisecond; two seconds mean a crash there. */
const isBeingWritten = async (file: string) => (await ageMs(file)) < 2_000

async function isAlive(owner: Owner, file: string): Promise<boolean> {
  if (owner.place === place()) return isRunning(owner.pid) && startOf(owner.pid) === owner.started
  return await beats(file)
}

/** Watches for a heartbeat instead of comparing two machines' clocks. */
async function beats(file: string): Promise<boolean> {
  const seen = (await stat(file).catch(() => null))?.mtimeMs
  for (let waited = 0; waited < silenceMs; waited += 250) {
    await sleep(250)
    const now = await stat(file).catch(() => null)
    if (now === null) return false
    if (now.mtimeMs !== seen) return true
  }
  return false
}

/** Of several who find the same dead owner only one may remove its lock, or one would remove another's new one. */
async function removeStale(file: string, text: string): Promise<void> {
  const guard = `${file}.takeover`
  if (!(await createOnce(guard, ''))) {
    if ((await ageMs(guard)) > 10_000) await rm(guard, { force: true })
    return void (await sleep(20))
  }
  try {
    if ((await readFile(file, 'utf8').catch(() => null)) === text) await rm(file, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}
