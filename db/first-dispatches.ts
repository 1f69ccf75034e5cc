import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import type { FirstDispatch } from '#domain/measures/first-dispatch.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** The rows of some orders, new or anew; part of the statement that writes their events. */
export const firstRows = (rows: readonly FirstDispatch[]): Sql => sql`
      insert into first_dispatch (order_id, day, at, minutes, unit, category, region, rule, rule_version, dispatcher, classed,
        overridden, wrong, assigned, returned, return_approved, unclear, adjudicated, units, signed_at)
      select "order", day, at, minutes, unit, category, region, rule, "ruleVersion", dispatcher, classed,
        overridden, wrong, assigned, returned, "returnApproved", unclear, adjudicated, units, "signedAt"
      from   json_to_recordset(${JSON.stringify(rows)}::json) as f("order" text, day date, at timestamptz, minutes real,
        unit text, category text, region text, rule text, "ruleVersion" text, dispatcher text, classed text, overridden boolean,
        wrong boolean, assigned int, returned int, "returnApproved" int, unclear int, adjudicated boolean, units int,
        "signedAt" timestamptz)
      on conflict (order_id) do update set
        category = excluded.category, region = excluded.region, classed = excluded.classed, wrong = excluded.wrong,
        assigned = excluded.assigned, returned = excluded.returned, return_approved = excluded.return_approved,
        unclear = excluded.unclear, adjudicated = excluded.adjudicated, units = excluded.units,
        signed_at = excluded.signed_at`

const Mark = z.object({ before_order: z.string() })
const Id = z.object({ id: z.string() })

/**
 * The next orders dispatched by an earlier release that have no row, newest first; null: all are done, or another
 * process is at it. Holds the mark until the transaction ends.
 */
export async function takeFirstRefill(db: Db, limit: number): Promise<OrderId[] | null> {
  const [mark] = await db.rows(sql`select before_order from first_dispatch_refill for update skip locked`, Mark)
  if (mark === undefined) return null
  const rows = await db.rows(
    sql`select order_id as id from work_order where order_id < ${mark.before_order} order by order_id desc limit ${limit}`,
    Id,
  )
  const last = rows.at(-1)?.id
  if (last === undefined) await db.run(sql`delete from first_dispatch_refill`)
  else await db.run(sql`update first_dispatch_refill set before_order = ${last}`)
  return last === undefined ? null : rows.map(({ id }) => id as OrderId)
}

/** What an order changed meanwhile has written itself says the same: both come from its log. */
export const writeFirsts = (db: Db, rows: readonly FirstDispatch[]): Promise<unknown> => db.run(firstRows(rows))

/** Whether orders of an earlier release are still to be counted. */
export const refillIsDue = async (db: Db): Promise<boolean> =>
  (await db.rows(sql`select before_order from first_dispatch_refill limit 1`, Mark)).length > 0
