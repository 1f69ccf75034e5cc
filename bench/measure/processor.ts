import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK = 0.01

type Stat = { parent: number; own: number; reaped: number }

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = fields.slice(11, 15)
    return { parent, own: (user + system) * TICK, reaped: (reapedUser + reapedSystem) * TICK }
  } catch {
    return null
  }
}

const processes = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

const childrenOf = (pid: number): number[] => processes().filter((child) => statOf(child)?.parent === pid)

export const descendantsOf = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Seconds of processor time of one process alone. */
export const secondsOf = (pid: number): number => statOf(pid)?.own ?? 0

/** Of a process with all its children, also those that have ended: PostgreSQL as a whole. */
export function familySeconds(pid: number): number {
  const children = childrenOf(pid).reduce((sum, child) => sum + familySeconds(child), 0)
  const stat = statOf(pid)
  return stat === null ? 0 : stat.own + stat.reaped + children
}
