import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The order that a citizen's number and code open; nothing tells which of the two was wrong. Both are read out on the phone, so case and blanks around them do not count. */
export async function orderOfTicket(db: Db, no: string, code: string): Promise<OrderId | undefined> {
  const [row] = await db.rows(
    sql`select order_id, query_code from work_order where order_no = ${no.trim().toUpperCase()}`.as('order-of-ticket'),
    z.object({ order_id: z.string(), query_code: z.string() }),
  )
  return row !== undefined && equal(row.query_code, code.trim().toUpperCase()) ? (row.order_id as OrderId) : undefined
}
