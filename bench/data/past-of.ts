import { join } from 'node:path'
import { loadCity } from '#city/load-city.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { orderKeysSince } from '#db/order-keys-since.ts'
import { loadOrders } from '#db/orders.ts'
import { openPool, pgDb } from '#db/pg.ts'
import type { City } from '#domain/city/city.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { newSameState, type SameState } from '#server/same/same-state.ts'
import { takeUpWords } from '#server/same/take-up-words.ts'
import { CITY_FOLDER } from './folder.ts'

const MOST = 100_000
const BATCH = 500

/** Every order of a data folder that a unit got, with the city and the words it was learned with; read at rest. */
export async function pastOf(folder: string): Promise<{ city: City; same: SameState; orders: Order[] }> {
  const server = await startEmbedded(join(folder, 'postgres'))
  try {
    await migrate(server.url)
    const pool = openPool(server.url, { max: 2 })
    const db = pgDb(pool)
    const same = newSameState()
    await takeUpWords({ db, same })
    const ids = await orderKeysSince(db, '', MOST)
    const orders: Order[] = []
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = await loadOrders(db, ids.slice(from, from + BATCH) as OrderId[])
      for (const { order } of batch.values()) orders.push(order)
    }
    await pool.end()
    return { city: await loadCity(CITY_FOLDER), same, orders }
  } finally {
    await server.stop()
  }
}
