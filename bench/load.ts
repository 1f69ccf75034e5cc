import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { verifyLog } from '#db/verify.ts'
import { keysFor } from '#server/key-file.ts'
import { openVault } from '#server/vault.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: two years of a city (a million orders with all events, chained and sealed) load at 3,000 orders/s or more on
 * two cores by the domain's own decisions, and the log verifies.
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 10_000)
  const { folder, loaded } = await loadedFolder(folderFor(options, orders), orders)
  const verified = options.flag('no-verify') ? null : await verify(folder)
  const seconds = loaded === null ? null : loaded.writingSeconds
  const perSecond = seconds === null ? null : round(orders / seconds, 0)
  return {
    columns: ['step', 'seconds'],
    rows: [
      ['write', seconds === null ? null : round(seconds)],
      ['indexes', loaded === null ? null : round(loaded.indexSeconds)],
      ['vacuum, analyze', loaded === null ? null : round(loaded.vacuumSeconds)],
      ['verify the log', verified === null ? null : round(verified.seconds)],
    ],
    notes: [
      loaded === null ? 'loaded before' : `${perSecond} orders/s written`,
      verified === null
        ? 'not verified'
        : `${verified.events} events, ${verified.seals} seals, ${verified.broken ?? 'whole'}`,
    ],
    keys: { orders, ordersPerSecond: perSecond, events: verified?.events ?? null, broken: verified?.broken ?? null },
  }
}

async function verify(folder: string) {
  const server = await startEmbedded(join(folder, 'postgres'))
  const pool = openPool(server.url, { max: 2 })
  try {
    const vault = openVault(await keysFor({ mode: 'demo', keysFile: join(folder, 'keys.json') }))
    const begun = performance.now()
    const { events, seals, broken } = await verifyLog(pgDb(pool), vault.verify)
    const told = broken === null ? null : `${broken.where}: ${broken.what}`
    return { events, seals, broken: told, seconds: (performance.now() - begun) / 1000 }
  } finally {
    await pool.end()
    await server.stop()
  }
}
