import { fileURLToPath } from 'node:url'
import { foldFigures } from '#db/figures.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { sealChanges } from '#db/seals.ts'
import { instantOf } from '#domain/ids.ts'
import { sendToGrid } from '#server/grid-sweep.ts'
import type { OpenHouse } from '#server/open-house.ts'
import type { House } from '#server/shell.ts'
import { sweepDueBatch } from '#server/sweeps.ts'
import { clientOver } from './api-client.ts'
import { virtualClock } from './clock.ts'
import { DAY, HOUR } from './delays.ts'
import { type HistoryReport, liveHistory } from './live-history.ts'
import { readPlaces } from './places.ts'
import { withSessions } from './sessions.ts'
import { staffSessions } from './staff-sessions.ts'
import { injectWire } from './wires.ts'

type HistorySize = { days: number; perDay: number; seed: number }
/** The brief's city takes 3,500 requests a day; a demo lives on a scale of 1 to 64. */
const DEMO_SIZE: HistorySize = { days: 60, perDay: 51, seed: 20250801 }
const demoCity = fileURLToPath(new URL('../city/demo', import.meta.url))

/** The platform's own sweeps, driven by the virtual clock: what is due at once, the bookkeeping a few times a day. */
export function sweeping(house: House): (at: number) => Promise<void> {
  let [folded, sealed] = [0, 0]
  return async (at) => {
    const now = instantOf(at)
    while ((await sweepDueBatch(house, now)) > 0);
    if (at - folded >= DAY / 2) {
      folded = at
      while ((await foldFigures(house.db)) > 0);
    }
    if (at - sealed >= 6 * HOUR) {
      sealed = at
      await sealChanges(house.db, now, house.vault.sign)
    }
  }
}

/** Fills an empty demo with the past of a city that lives, ending now. The house gets its own clock and database back afterwards. */
export async function makeHistory(
  { house, app, data }: Pick<OpenHouse, 'house' | 'app'> & { data: { url: string } },
  write: (text: string) => void,
  { days, perDay, seed }: HistorySize = DEMO_SIZE,
): Promise<HistoryReport> {
  const until = Date.now()
  const clock = virtualClock(until - days * DAY)
  const sessions = staffSessions(house, instantOf(until))
  const own = { now: house.now, db: house.db }
  // An invented past may be lost to a power cut, it is only made again: nobody waits for the disk meanwhile.
  const pool = openPool(data.url, { max: 8, settings: { synchronous_commit: 'off' } })
  house.now = clock.now
  house.db = pgDb(pool)
  try {
    const send = clientOver(withSessions(injectWire(app), sessions.open))
    const tick = sweeping(house)
    const places = readPlaces(house.city, demoCity)
    let shown = -1
    const progress = (share: number) => {
      const percent = Math.round(share * 20) * 5
      if (percent !== shown) write(`\r  演示历史 a city's past: ${percent} %`)
      shown = percent
    }
    const report = await liveHistory({
      send,
      city: house.city,
      places,
      clock,
      days,
      perDay,
      seed,
      until,
      tick,
      toGrid: (id, at) => sendToGrid(house, id, instantOf(at)),
      tickMinutes: 120,
      windowMinutes: 120,
      progress,
    })
    write(`\r  演示历史 a city's past: ${report.tally.accepted} 件, ${(report.ms / 1000).toFixed(1)} s\n`)
    return report
  } finally {
    house.now = own.now
    house.db = own.db
    await pool.end()
    await sessions.endAll()
  }
}
