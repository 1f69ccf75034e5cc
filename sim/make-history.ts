import { fileURLToPath } from 'node:url'
import { foldFigures } from '#db/figures.ts'
import { sealChanges } from '#db/seals.ts'
import { instantOf } from '#domain/ids.ts'
import type { Config } from '#server/config.ts'
import { sendToGrid } from '#server/grid-sweep.ts'
import type { OpenHouse } from '#server/open-house.ts'
import type { House } from '#server/shell.ts'
import { sweepDueBatch } from '#server/sweeps.ts'
import { clientOver } from './api-client.ts'
import { carriedClock } from './clock.ts'
import { DAY, HOUR } from './delays.ts'
import { type HistoryReport, liveHistory } from './live-history.ts'
import { withMoment } from './moment.ts'
import { withHelpers } from './past-helpers.ts'
import { pastServer } from './past-server.ts'
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

const progressIn = (write: (text: string) => void) => {
  let shown = -1
  return (share: number): void => {
    const percent = Math.round(share * 20) * 5
    if (percent !== shown) write(`\r  演示历史 a city's past: ${percent} %`)
    shown = percent
  }
}

/**
 * Fills an empty demo with the past of a city that lives, ending now, through a platform of its own on the same database;
 * with the settings of the process given, in several processes.
 */
export async function makeHistory(
  { house: given, data }: Pick<OpenHouse, 'house'> & { data: { url: string } },
  write: (text: string) => void,
  { days, perDay, seed }: HistorySize = DEMO_SIZE,
  config: Config | null = null,
): Promise<HistoryReport> {
  const until = Date.now()
  const { house, app, close } = pastServer(given, data.url)
  const sessions = staffSessions(house, instantOf(until))
  const own = injectWire(app)
  const helpers = config === null ? null : withHelpers(own, { ...config, databaseUrl: data.url })
  try {
    const report = await liveHistory({
      send: clientOver(withSessions(helpers?.wire ?? own, sessions.open), withMoment),
      city: house.city,
      places: readPlaces(house.city, demoCity),
      clock: carriedClock,
      days,
      perDay,
      seed,
      until,
      tick: sweeping(house),
      toGrid: (id, at) => sendToGrid(house, id, instantOf(at)),
      tickMinutes: 120,
      windowMinutes: 120,
      progress: progressIn(write),
    })
    write(`\r  演示历史 a city's past: ${report.tally.accepted} 件, ${(report.ms / 1000).toFixed(1)} s\n`)
    return report
  } finally {
    helpers?.end()
    await sessions.endAll()
    await close()
  }
}
