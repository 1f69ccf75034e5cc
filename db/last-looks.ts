import { z } from 'zod'
import { Instant, type OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** When a person last opened each of these orders; those they never opened are missing. */
export async function lastLooks(db: Db, ids: readonly OrderId[], actor: string): Promise<Map<OrderId, Instant>> {
  const rows = await db.rows(
    sql`select order_id, max(at) as at from view_log
        where  order_id = any(${ids}) and actor = ${actor} and what = 'view' group by order_id`,
    z.object({ order_id: z.string(), at: Instant }),
  )
  return new Map(rows.map((row) => [row.order_id as OrderId, row.at]))
}

const Signing = z.object({ name: z.string().nullable(), at: Instant })

/** Who signed for an assignment last; without a name the platform did, when nobody had in time. */
export async function signingOf(db: Db, id: OrderId, assignment: string) {
  const rows = await db.rows(
    sql`select s.name, e.at
        from   order_event e left join staff s on s.staff_id = e.event #>> '{by,id}'
        where  e.order_id = ${id} and e.kind in ('signed', 'auto-signed') and e.event ->> 'assignment' = ${assignment}
        order  by e.seq desc limit 1`,
    Signing,
  )
  return rows[0]
}
