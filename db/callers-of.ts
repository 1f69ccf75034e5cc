import { z } from 'zod'
import { type Db, sql } from './sql.ts'

const Row = z.object({ order_id: z.string(), caller: z.string().nullable() })

/** Who asked for each, as the keyed hash of the number; null: no number, so nobody knows whether it is the same person. */
export async function callersOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.rows(
    sql`select order_id, encode(caller_index, 'hex') as caller from appellant where order_id = any(${ids})`,
    Row,
  )
  return new Map(rows.map(({ order_id, caller }) => [order_id, caller]))
}
