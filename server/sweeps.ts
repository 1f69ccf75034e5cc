import { setImmediate as breathe } from 'node:timers/promises'
import { DRAFT_DAYS } from '#contract/draft.ts'
import { dropOldAttempts } from '#db/attempts.ts'
import { dropOldDrafts } from '#db/drafts.ts'
import { foldFigures } from '#db/figures.ts'
import { forgetPrompts } from '#db/model-prompts.ts'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { loadOrders, lockFreeOrders } from '#db/orders.ts'
import { dropOldRings } from '#db/rings.ts'
import { sealChanges } from '#db/seals.ts'
import { removeEndedSessions } from '#db/sessions.ts'
import { dropDue, dropOldIdempotency, noteSweep, provisionalOrders, takeDue } from '#db/sweeps.ts'
import { dueEvents, recomputeProvisional } from '#domain/deadline/due-work.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import { sweepAlerts } from './alerts/find-bursts.ts'
import { sweepCalibration } from './calibration/monthly-round.ts'
import { takeUpCity } from './city-in-force.ts'
import { tidier } from './give-back-memory.ts'
import { sweepGrid } from './grid-sweep.ts'
import { takeUpModel } from './models/model-in-force.ts'
import { sweepOutbox } from './outbox.ts'
import { addChange } from './persist.ts'
import { sweepStraight } from './recommend/go-straight.ts'
import { sweepFirstDispatches } from './refill-dispatches.ts'
import { sweepTexts } from './refill-texts.ts'
import { removeUnattached } from './remove-unattached.ts'
import { sweepClusters } from './same/find-clusters.ts'
import { sweepSameIndex } from './same/follow-signatures.ts'
import { sweepWords } from './same/learn-words.ts'
import { sweepLinks } from './same/link-orders.ts'
import { sweepSignatures } from './same/write-signatures.ts'
import type { House } from './shell.ts'

/** Does what is due and returns how much it did; may run twice, may run in several processes at once. */
type Sweep = { name: string; everySeconds: number; run(house: House, now: Instant): Promise<number> }

/** A batch is one transaction: large enough to share its costs, short enough that nobody waits for it. */
const BATCH = 200

/** One batch of what time brought: reminders, missed limits, auto-signing, archiving. Returns due rows taken. */
export function sweepDueBatch(house: House, now: Instant): Promise<number> {
  return house.db.tx(async (tx) => {
    const ids = await takeDue(tx, now, BATCH)
    if (ids.length === 0) return 0
    const orders = await lockFreeOrders(tx, ids)
    await dropDue(tx, [...orders.keys()], now)
    const write = emptyWrite()
    for (const [id, stored] of orders) {
      const events = dueEvents(stored.order, house.city, now)
      if (events.length > 0) addChange(write, id, stored, events, house.city)
      // Two hundred in one go, as when a working day ends, would keep every desk waiting for some tenths of a second.
      await breathe()
    }
    if (write.events.length > 0) await writeOrders(tx, write)
    return orders.size
  })
}

async function sweepDue(house: House, now: Instant): Promise<number> {
  let total = 0
  for (let done = -1; done !== 0; total += done) done = await sweepDueBatch(house, now)
  return total
}

/** When a year's holidays arrive, promises that reached into it are worked out anew. */
async function sweepProvisional(house: House, now: Instant): Promise<number> {
  let [after, total] = ['', 0]
  for (;;) {
    const ids = await provisionalOrders(house.db, after, BATCH)
    const last = ids.at(-1)
    if (last === undefined) return total
    after = last
    const stale = [...(await loadOrders(house.db, ids))].filter(
      ([, { order }]) => recomputeProvisional(order, house.city, now).length > 0,
    )
    if (stale.length === 0) continue
    total += await house.db.tx(async (tx) => {
      const write = emptyWrite()
      for (const [id, stored] of await lockFreeOrders(
        tx,
        stale.map(([id]) => id),
      )) {
        const events = recomputeProvisional(stored.order, house.city, now)
        if (events.length > 0) addChange(write, id, stored, events, house.city)
      }
      if (write.events.length > 0) await writeOrders(tx, write)
      return write.orders.length
    })
  }
}

const tidy = tidier()

const DAY = 86_400_000
const PROMPT_DAYS = 30

export const sweeps: readonly Sweep[] = [
  { name: 'due', everySeconds: 2, run: sweepDue },
  { name: 'city', everySeconds: 2, run: async (house) => ((await takeUpCity(house)) ? 1 : 0) },
  { name: 'model', everySeconds: 2, run: async (house) => ((await takeUpModel(house)) ? 1 : 0) },
  { name: 'grid', everySeconds: 2, run: sweepGrid },
  { name: 'straight', everySeconds: 2, run: sweepStraight },
  { name: 'figures', everySeconds: 5, run: (house) => foldFigures(house.db) },
  { name: 'outbox', everySeconds: 5, run: sweepOutbox },
  { name: 'texts', everySeconds: 5, run: sweepTexts },
  { name: 'first-dispatches', everySeconds: 5, run: sweepFirstDispatches },
  { name: 'seal', everySeconds: 60, run: (house, now) => sealChanges(house.db, now, house.vault.sign) },
  { name: 'signatures', everySeconds: 2, run: sweepSignatures },
  { name: 'same-index', everySeconds: 2, run: sweepSameIndex },
  { name: 'words', everySeconds: 60, run: sweepWords },
  { name: 'links', everySeconds: 2, run: sweepLinks },
  { name: 'clusters', everySeconds: 60, run: sweepClusters },
  { name: 'alerts', everySeconds: 30, run: sweepAlerts },
  { name: 'calendar', everySeconds: 600, run: sweepProvisional },
  { name: 'memory', everySeconds: 5, run: async () => (tidy() ? 1 : 0) },
  { name: 'calibration', everySeconds: 3600, run: sweepCalibration },
  {
    name: 'forget',
    everySeconds: 3600,
    run: async (house, now) => {
      const { db } = house
      const yesterday = instantOf(Date.parse(now) - DAY)
      return (
        (await dropOldIdempotency(db, yesterday)) +
        (await dropOldAttempts(db, yesterday)) +
        (await dropOldDrafts(db, instantOf(Date.parse(now) - DRAFT_DAYS * DAY))) +
        (await dropOldRings(db, now)) +
        (await forgetPrompts(db, instantOf(Date.parse(now) - PROMPT_DAYS * DAY))) +
        (await removeEndedSessions(db, now)) +
        (await removeUnattached(house, yesterday))
      )
    },
  },
]

/** One run with its record; a failure is kept for the health page and tried again next time. */
export async function runSweep(house: House, sweep: Sweep): Promise<number> {
  const now = house.now()
  const begun = performance.now()
  try {
    const count = await sweep.run(house, now)
    await noteSweep(house.db, sweep.name, now, Math.round(performance.now() - begun), count, null)
    return count
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    house.log.error({ sweep: sweep.name, error: message }, 'sweep failed')
    await noteSweep(house.db, sweep.name, now, Math.round(performance.now() - begun), 0, message).catch(() => undefined)
    return 0
  }
}

/** The only timers of the platform. Each sweep waits for its own last run; `stop` waits for those under way. */
export function startSweeps(house: House): { stop(): Promise<void> } {
  let stopped = false
  const wake = new Set<() => void>()
  const pause = (seconds: number) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        wake.delete(done)
        resolve()
      }
      const timer = setTimeout(done, seconds * 1000)
      wake.add(done)
    })
  const loops = sweeps.map(async (sweep) => {
    while (!stopped) {
      await runSweep(house, sweep)
      if (!stopped) await pause(sweep.everySeconds)
    }
  })
  return {
    stop: async () => {
      stopped = true
      for (const done of [...wake]) done()
      await Promise.all(loops)
    },
  }
}
