import { type Change, changesSince } from '#db/changes.ts'
import { type RingChange, ringsSince } from '#db/rings.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import type { Reach } from './scope.ts'
import type { House } from './shell.ts'

/** `seat`: the person whose calls are told here, to nobody else and without the number. */
type Listener = {
  reach: Reach
  hear(change: Change): void
  seat?: string | null
  hearRing?(ring: RingChange): void
  /** the city's tables are others now */
  hearCity?(): void
}
export type ChangeFeed = { listen(listener: Listener): () => void; stop(): void; listeners(): number }

const EVERY_MS = 1000
/** A transaction may commit this long after its events' time; the window is read again and repeats are dropped. */
const OVERLAP_MS = 10_000

export const within = (reach: Reach, change: Pick<Change, 'region' | 'units'>): boolean =>
  (reach.region === null || change.region.startsWith(reach.region)) &&
  (reach.units === null || change.units.some((unit) => (reach.units as readonly string[] | null)?.includes(unit)))

/** Remembers what was told, for twice the overlap: the window is read again, nobody hears a thing twice. */
function onceOnly() {
  const told = new Map<string, number>()
  return {
    isNew: (key: string, now: number): boolean => {
      if (told.has(key)) return false
      told.set(key, now)
      return true
    },
    forgetBefore: (moment: number): void => {
      for (const [key, at] of told) if (at < moment) told.delete(key)
    },
  }
}

/** One poll a second for all listeners of a process, and none when nobody listens. */
export function changeFeed(house: House): ChangeFeed {
  /** each with the moment it came: what was before is not told again for it */
  const listeners = new Map<Listener, Instant>()
  const once = onceOnly()
  let since: Instant | null = null
  let polling = false
  let city = house.cityVersions

  const tell = (change: Change): void => {
    for (const [listener, since] of listeners)
      if (change.at >= since && within(listener.reach, change)) listener.hear(change)
  }
  const tellRing = (ring: RingChange): void => {
    for (const [listener, since] of listeners)
      if (ring.changed_at >= since && listener.seat === ring.staff_id) listener.hearRing?.(ring)
  }
  const tellCity = (): void => {
    if (city === house.cityVersions) return
    city = house.cityVersions
    for (const listener of listeners.keys()) listener.hearCity?.()
  }
  const poll = async (from: Instant): Promise<void> => {
    const now = Date.parse(house.now())
    for (const change of await changesSince(house.db, from, 5000))
      if (once.isNew(`${change.order_id}/${change.seq}`, now)) tell(change)
    for (const ring of await ringsSince(house.db, from))
      if (once.isNew(`ring ${ring.call_id} ${ring.state}`, now)) tellRing(ring)
    since = instantOf(now - OVERLAP_MS)
    once.forgetBefore(now - 2 * OVERLAP_MS)
  }
  const tick = (): void => {
    if (listeners.size === 0 || since === null || polling) return
    polling = true
    tellCity()
    poll(since)
      .catch((error: unknown) => house.log.error({ error: String(error) }, 'change feed'))
      .finally(() => {
        polling = false
      })
  }
  const timer = setInterval(tick, EVERY_MS)
  timer.unref()
  return {
    listen: (listener) => {
      since ??= house.now()
      listeners.set(listener, house.now())
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) since = null
      }
    },
    stop: () => clearInterval(timer),
    listeners: () => listeners.size,
  }
}
