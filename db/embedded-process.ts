import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const onLinux = process.platform === 'linux'

/** What /proc says after the program's name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** A zombie counts as dead: it holds nothing any more, although its number is still taken until its parent reaps it. */
export function isRunning(pid: number): boolean {
  if (onLinux) {
    const state = statOf(pid)?.[0]
    return state !== undefined && state !== 'Z' && state !== 'X'
  }
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Tells a process from a later one with the same number: clock ticks from boot to its start. */
export const startOf = (pid: number): string | null => (onLinux ? (statOf(pid)?.[19] ?? null) : null)

/** The living PostgreSQL processes of a cluster, which all make it their current folder (so may somebody's shell). */
export function postgresIn(cluster: string): number[] {
  if (!onLinux) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      const program = readlinkSync(`/proc/${pid}/exe`)
      return (
        readlinkSync(`/proc/${pid}/cwd`) === cluster && /\/postgres( \(deleted\))?$/.test(program) && isRunning(pid)
      )
    } catch {
      return false
    }
  })
}
