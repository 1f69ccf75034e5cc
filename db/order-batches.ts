import type { ListedOrder } from './listed-order.ts'
import { type DuePlace, listByDue, listOrders, type OrderFilter } from './order-list.ts'
import type { Db } from './sql.ts'

/** As many as take about 20 ms and 2 MB: small enough to stop soon, large enough that round trips do not count. */
const BATCH = 1000

/**
 * Every order of a list, newest first, by its key: no cursor is held open, so a slow reader blocks nothing and whoever
 * leaves stops the next query from being asked. Orders changed meanwhile stand as they were read; none comes twice.
 */
export async function* orderBatches(db: Db, filter: OrderFilter): AsyncGenerator<readonly ListedOrder[]> {
  let beforeId = filter.beforeId
  for (;;) {
    const rows = await listOrders(db, { ...filter, beforeId }, BATCH)
    if (rows.length > 0) yield rows
    const last = rows[BATCH - 1]
    if (last === undefined) return
    beforeId = last.order_id
  }
}

/** The same in the order of the due moments. */
export async function* batchesByDue(db: Db, filter: OrderFilter): AsyncGenerator<readonly ListedOrder[]> {
  let after: DuePlace | null = null
  for (;;) {
    const rows: readonly ListedOrder[] = await listByDue(db, filter, after, BATCH)
    if (rows.length > 0) yield rows
    const last = rows[BATCH - 1]
    if (last === undefined || last.citizen_due === null) return
    after = { due: last.citizen_due, id: last.order_id }
  }
}
