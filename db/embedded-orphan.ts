import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, postgresIn } from '#db/embedded-process.ts'

/**
 * Stops the server that a killed owner left behind, and forgets a dead one. PostgreSQL alone would refuse to start:
 * for it a zombie lives (PID 1 of a container may take 25 s to reap it, or for ever).
 * Its note may go only when no process works in the cluster any more, since that note is also what guards the memory.
 */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 0)) return
  if (process.platform !== 'linux') return await stopByNote(pid, note)
  await endProcesses(pid, await realpath(cluster), log)
  await rm(note, { force: true })
}

const steps: [afterMs: number, signal: NodeJS.Signals][] = [
  [0, 'SIGINT'],
  [20_000, 'SIGQUIT'],
  [30_000, 'SIGKILL'],
]

/** Children of a living postmaster end with it; without one they are told themselves. */
async function endProcesses(postmaster: number, folder: string, log: (line: string) => void): Promise<void> {
  const left = steps.slice()
  let living = postgresIn(folder)
  if (living.includes(postmaster)) log(`stopping the database server ${postmaster} that a killed process left behind`)
  for (let waited = 0; living.length > 0; waited += 20) {
    if (waited > 40_000)
      throw new Error(`The old database server ${postmaster} does not end. 旧的数据库进程 ${postmaster} 无法结束。`)
    const due = left[0]
    if (due !== undefined && waited >= due[0]) {
      for (const pid of living.includes(postmaster) ? [postmaster] : living) send(pid, due[1])
      left.shift()
    }
    await sleep(20)
    living = postgresIn(folder)
  }
}

/** Without /proc PostgreSQL itself judges the note; we only ask a living server to stop. */
async function stopByNote(pid: number, note: string): Promise<void> {
  if (!isRunning(pid)) return
  send(pid, 'SIGINT')
  for (let waited = 0; isRunning(pid) && waited < 40_000; waited += 50) {
    if ((await readFile(note, 'utf8').catch(() => null)) === null) return
    await sleep(50)
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
