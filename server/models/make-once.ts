import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether the process that left its number still lives; a number that cannot be read is nobody's. */
function lives(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return false
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
    return true
  }
}

/**
 * Makes what shall lie at `path` in one of several processes on this machine; the others wait for it. A lock whose process
 * is gone is lifted. `make` puts its result into place whole.
 */
export async function makeOnce(path: string, make: () => Promise<void>): Promise<void> {
  const lock = `${path}.making`
  mkdirSync(dirname(path), { recursive: true })
  while (!existsSync(path)) {
    if (taken(lock)) {
      if (!lives(lock)) rmSync(lock, { force: true })
      await pause(100)
      continue
    }
    try {
      if (!existsSync(path)) await make()
    } finally {
      rmSync(lock, { force: true })
    }
  }
}
