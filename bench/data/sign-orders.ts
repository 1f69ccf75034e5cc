import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { signaturesWaiting } from '#db/signatures.ts'
import { sql } from '#db/sql.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import { sweepWords } from '#server/same/learn-words.ts'
import { newSameState } from '#server/same/same-state.ts'
import { signBatch } from '#server/same/write-signatures.ts'

const now = (): Instant => instantOf(Date.now())

type Signed = { signatures: number; learnSeconds: number; writeSeconds: number }

/**
 * Writes the signatures of a loaded past at full speed, as the sweep would within an hour or so beside a day's work, and
 * marks them as compared: comparing a year with itself is no part of what is measured.
 */
export async function signOrders(folder: string): Promise<Signed> {
  const server = await startEmbedded(join(folder, 'postgres'))
  try {
    await migrate(server.url)
    const pool = openPool(server.url, { max: 2 })
    const house = { db: pgDb(pool), same: newSameState() }
    const begun = performance.now()
    await sweepWords(house, now())
    const learned = performance.now()
    let signatures = 0
    for (let done = -1; done !== 0; signatures += Math.max(0, done)) done = await signBatch(house, 1000)
    await house.db.run(sql`update order_signature set linked = true where not linked`)
    const left = await signaturesWaiting(house.db, 1)
    await pool.end()
    if (left > 0) throw new Error('signatures are still waiting')
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10
    return {
      signatures,
      learnSeconds: seconds(begun, learned),
      writeSeconds: seconds(learned, performance.now()),
    }
  } finally {
    await server.stop()
  }
}
