import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** The sealed identity of an order's citizen; who may open it is the server's question. */
export async function sealedIdentity(db: Db, id: OrderId): Promise<Buffer | undefined> {
  const rows = await db.rows(
    sql`select identity from appellant where order_id = ${id}`.as('identity'),
    z.object({ identity: z.instanceof(Buffer) }),
  )
  return rows[0]?.identity
}
