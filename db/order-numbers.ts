import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** The numbers people know orders by. */
export async function numbersOf(db: Db, ids: readonly OrderId[]): Promise<Map<OrderId, string>> {
  const rows = await db.rows(
    sql`select order_id, order_no from work_order where order_id = any(${ids})`,
    z.object({ order_id: z.string(), order_no: z.string() }),
  )
  return new Map(rows.map((row) => [row.order_id as OrderId, row.order_no]))
}
