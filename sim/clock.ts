import { AsyncLocalStorage } from 'node:async_hooks'
import { type Instant, instantOf } from '#domain/ids.ts'

/**
 * The time a house is given to live in. Each call carries its own moment, so that calls on different orders may run
 * side by side and each is still recorded at the minute it belongs to.
 */
export type SimClock = {
  now(): Instant
  setNow(at: Instant): void
  at<T>(ms: number, run: () => Promise<T>): Promise<T>
}

/** Nobody asks for the time where each request carries its own moment. */
export const carriedClock: Pick<SimClock, 'at'> = { at: (_ms, run) => run() }

export function virtualClock(start: number): SimClock {
  const own = new AsyncLocalStorage<Instant>()
  let common = instantOf(start)
  return {
    now: () => own.getStore() ?? common,
    setNow: (at) => {
      common = at
    },
    at: (ms, run) => own.run(instantOf(ms), run),
  }
}

/** A running server keeps its own time: the moment is only waited for, at `speed` seconds of the story per second. */
export function realClock(start: number, speed: number): SimClock {
  const begun = Date.now()
  return {
    now: () => instantOf(Date.now()),
    setNow: () => undefined,
    at: async (ms, run) => {
      const wait = begun + (ms - start) / speed - Date.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      return run()
    },
  }
}
