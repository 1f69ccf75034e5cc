import { z } from 'zod'
import type { Desk } from '#domain/dispatch/desk.ts'
import { Instant, type OrderId, StaffId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

export const Claim = z.object({ holder: StaffId, name: z.string(), since: Instant, until: Instant })
export type Claim = z.infer<typeof Claim>

type Wanted = { order: OrderId; desk: Desk; holder: string; at: Instant; until: Instant }

/**
 * Takes the order up, or prolongs what one holds; returns who holds it afterwards. One statement decides between two
 * who ask at once, in whatever process: the row's key lets one through, the other finds it taken.
 */
export async function takeClaim(db: Db, { order, desk, holder, at, until }: Wanted): Promise<Claim | undefined> {
  await db.run(sql`
    insert into claim as c (order_id, desk, holder, since, until) values (${order}, ${desk}, ${holder}, ${at}, ${until})
    on conflict (order_id) do update
      set desk = excluded.desk, holder = excluded.holder, until = excluded.until,
          since = case when c.holder = excluded.holder and c.until > ${at} then c.since else excluded.since end
      where c.holder = excluded.holder or c.until <= ${at}`)
  return findClaim(db, order, at)
}

export async function findClaim(db: Db, order: OrderId, at: Instant): Promise<Claim | undefined> {
  const found = await db.rows(
    sql`select c.holder, s.name, c.since, c.until from claim c join staff s on s.staff_id = c.holder
        where c.order_id = ${order} and c.until > ${at}`,
    Claim,
  )
  return found[0]
}

/** Only one's own: giving back what another holds changes nothing. */
export const dropClaim = (db: Db, order: OrderId, holder: string) =>
  db.run(sql`delete from claim where order_id = ${order} and holder = ${holder}`)
