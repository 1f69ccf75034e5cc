import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** The order of a number, and the code that opens it to its citizen. */
export async function findTicket(db: Db, no: string): Promise<{ id: OrderId; code: string } | undefined> {
  const [row] = await db.rows(
    sql`select order_id, query_code from work_order where order_no = ${no}`.as('find-ticket'),
    z.object({ order_id: z.string(), query_code: z.string() }),
  )
  return row && { id: row.order_id as OrderId, code: row.query_code }
}
