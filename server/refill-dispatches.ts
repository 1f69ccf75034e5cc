import { takeFirstRefill, writeFirsts } from '#db/first-dispatches.ts'
import { loadOrders } from '#db/orders.ts'
import { firstDispatchOf } from '#domain/measures/first-dispatch.ts'
import type { House } from './shell.ts'

/** Read and counted in one go: a call at a desk waits for some ten milliseconds at most. */
const BATCH = 25
/** Of every five seconds one, so that an upgraded city of a million orders is counted whole in some hours, beside its day. */
const MOST_MS = 1000

/** Counts the first dispatches of orders from before they were counted, from their logs. */
export async function sweepFirstDispatches(house: House): Promise<number> {
  const begun = performance.now()
  let total = 0
  while (performance.now() - begun < MOST_MS) {
    const done = await house.db.tx(async (tx) => {
      const ids = await takeFirstRefill(tx, BATCH)
      if (ids === null) return null
      const orders = [...(await loadOrders(tx, ids)).values()].map(({ order }) => order)
      await writeFirsts(
        tx,
        orders.map(firstDispatchOf).filter((row) => row !== null),
      )
      return ids.length
    })
    if (done === null) break
    total += done
  }
  return total
}
