import { z } from 'zod'
import { type Db, sql } from './sql.ts'

const Key = z.object({ order_id: z.string() })

/** Orders received since a key that some unit got, the newest first. */
export const orderKeysSince = async (db: Db, fromId: string, limit: number): Promise<string[]> =>
  (
    await db.rows(
      sql`select order_id from work_order where order_id >= ${fromId} and lead_unit <> '' order by order_id desc limit ${limit}`,
      Key,
    )
  ).map((row) => row.order_id)
