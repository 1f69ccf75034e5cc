import { setTimeout as sleep } from 'node:timers/promises'
import type { Postmaster } from '#db/embedded-postmaster.ts'

type Supervised = { pid(): number; restarts(): number; stop(): Promise<void> }

const firstPauseMs = 100
const longestPauseMs = 10_000
/** A server that ran this long was healthy: the next fall starts again with the short pause. */
const healthyMs = 60_000

/** Starts the server again whenever it ends unasked, with a growing pause; pools of `pg` reconnect by themselves. */
export async function supervise(start: () => Promise<Postmaster>, log: (line: string) => void): Promise<Supervised> {
  const ending = new AbortController()
  let postmaster = await start()
  let restarts = 0
  let pauseMs = firstPauseMs

  async function startAgain(): Promise<void> {
    while (!ending.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      if (ending.signal.aborted) return
      try {
        postmaster = await start()
        restarts += 1
        return log(`the database server runs again as process ${postmaster.pid}`)
      } catch (error) {
        log(`the database server could not be started again: ${error}`)
      }
    }
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      const since = Date.now()
      const how = await postmaster.exited
      if (ending.signal.aborted) return
      if (Date.now() - since > healthyMs) pauseMs = firstPauseMs
      log(`the database server ended unasked (${how}); starting it again`)
      await startAgain()
    }
  }

  const watching = watch()
  const stopOnce = async () => {
    ending.abort()
    await postmaster.shutdown()
    await watching
    // A start that was under way while we stopped has made a new server by now.
    await postmaster.shutdown()
  }
  let stopped: Promise<void> | null = null
  return {
    pid: () => postmaster.pid,
    restarts: () => restarts,
    stop: () => {
      stopped ??= stopOnce()
      return stopped
    },
  }
}
