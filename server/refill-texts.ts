import { setImmediate as breathe } from 'node:timers/promises'
import type { TextRow } from '#db/order-write.ts'
import { loadOrders } from '#db/orders.ts'
import { takeRefill, tidyTextIndexes, writeTexts } from '#db/text-refill.ts'
import { replyText, requestText } from './order-texts.ts'
import type { House } from './shell.ts'

/** Read in one go, some 0.4 ms an order: a call at a desk waits for no more than that, a tenth of a second would be felt. */
const BATCH = 25
/** Of every five seconds one and a half, so that an upgraded city of a million orders is searchable whole in an hour. */
const MOST_MS = 1500

/** Makes the search texts of orders from before they had their present form anew from the log. Null: nothing is left. */
export const refillBatch = ({ db }: Pick<House, 'db'>, batch = BATCH): Promise<number | null> =>
  db.tx(async (tx) => {
    const ids = await takeRefill(tx, batch)
    if (ids === null || ids.length === 0) return null
    const [texts, replies]: [TextRow[], TextRow[]] = [[], []]
    for (const { order } of (await loadOrders(tx, ids)).values()) {
      texts.push(requestText(order))
      const reply = replyText(order)
      if (reply !== null) replies.push(reply)
      // Masking an order's texts takes some milliseconds: the desks go first.
      await breathe()
    }
    await writeTexts(tx, texts, replies)
    return ids.length
  })

/** Keeps search whole and quick: texts of an earlier form are made anew by and by, entries of the index put in place. */
export async function sweepTexts(house: House): Promise<number> {
  const begun = performance.now()
  let total = 0
  while (performance.now() - begun < MOST_MS) {
    const done = await refillBatch(house)
    if (done === null) break
    total += done
  }
  await tidyTextIndexes(house.db)
  return total
}
