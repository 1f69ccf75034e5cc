import { type Change, changesSince } from '#db/changes.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import type { Reach } from './scope.ts'
import type { House } from './shell.ts'

type Listener = { reach: Reach; hear(change: Change): void }
export type ChangeFeed = { listen(listener: Listener): () => void; stop(): void; listeners(): number }

const EVERY_MS = 1000
/** A transaction may commit this long after its events' time; the window is read again and repeats are dropped. */
const OVERLAP_MS = 10_000

export const within = (reach: Reach, change: Pick<Change, 'region' | 'units'>): boolean =>
  (reach.region === null || change.region.startsWith(reach.region)) &&
  (reach.units === null || change.units.some((unit) => (reach.units as readonly string[] | null)?.includes(unit)))

/** One poll a second for all listeners of a process, and none when nobody listens. */
export function changeFeed(house: House): ChangeFeed {
  const listeners = new Set<Listener>()
  const told = new Map<string, number>()
  let since: Instant | null = null
  let polling = false

  const poll = async (): Promise<void> => {
    if (listeners.size === 0 || polling) return
    polling = true
    try {
      const now = Date.parse(house.now())
      const from = since ?? instantOf(now)
      for (const change of await changesSince(house.db, from, 5000)) {
        const key = `${change.order_id}/${change.seq}`
        if (told.has(key)) continue
        told.set(key, now)
        for (const listener of listeners) if (within(listener.reach, change)) listener.hear(change)
      }
      since = instantOf(now - OVERLAP_MS)
      for (const [key, at] of told) if (at < now - 2 * OVERLAP_MS) told.delete(key)
    } catch (error) {
      house.log.error({ error: String(error) }, 'change feed')
    } finally {
      polling = false
    }
  }
  const timer = setInterval(() => void poll(), EVERY_MS)
  timer.unref()
  return {
    listen: (listener) => {
      since ??= house.now()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) since = null
      }
    },
    stop: () => clearInterval(timer),
    listeners: () => listeners.size,
  }
}
