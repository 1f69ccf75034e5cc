import { z } from 'zod'
import { type Desk, desks } from '#domain/dispatch/desk.ts'
import type { Instant } from '#domain/ids.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

export const PoolRow = ListedOrder.extend({
  desk_since: z.string().nullable(),
  desk_due: z.string().nullable(),
  holder: z.string().nullable(),
  holder_name: z.string().nullable(),
  claimed_since: z.string().nullable(),
  claimed_until: z.string().nullable(),
  /** where the list stands: the moment it is sorted by */
  sorted_by: z.string(),
})
export type PoolRow = z.infer<typeof PoolRow>

/** Whose pool, seen by whom, when. */
export type Seat = { desk: Desk; person: string; region: string | null; at: Instant }
export type After = { moment: string; id: string } | null

const POOL_COLUMNS = sql`${COLUMNS}, w.desk_since, w.desk_due, c.holder, s.name as holder_name, c.since as claimed_since,
  c.until as claimed_until`

/** As the index has it, so that the pool is read and not sorted; where nothing is owed, last. */
const DUE = sql`coalesce(w.desk_due, 'infinity'::timestamptz)`

const inRegion = (region: string | null): Sql =>
  region === null ? sql`true` : sql`w.region >= ${region} and w.region < ${`${region}~`}`

const waiting = ({ desk, region }: Seat): Sql => sql`w.state = ${desks[desk].state} and ${inRegion(region)}`

const held = (at: Instant): Sql =>
  sql`left join claim c on c.order_id = w.order_id and c.until > ${at} left join staff s on s.staff_id = c.holder`

/** What waits at a desk, most pressing first; `mine`: only what the person has taken up. */
export function poolPage(db: Db, seat: Seat, mine: boolean, after: After, limit: number): Promise<PoolRow[]> {
  const given = [waiting(seat)]
  if (mine) given.push(sql`c.holder = ${seat.person}`)
  if (after !== null) given.push(sql`(${DUE}, w.order_id) > (${after.moment}::timestamptz, ${after.id})`)
  return db.rows(
    sql`select ${POOL_COLUMNS}, ${DUE}::text as sorted_by from work_order w ${held(seat.at)}
        where ${all(given)} order by ${DUE}, w.order_id limit ${limit}`,
    PoolRow,
  )
}

const done = ({ desk, person }: Seat, from: Instant): Sql =>
  sql`e.kind = any(${desks[desk].acts}) and e.event #>> '{by,id}' = ${person} and e.at >= ${from}`

/** What the person did at this desk since then, last first; an order once, at its last act. */
export function donePage(db: Db, seat: Seat, from: Instant, after: After, limit: number): Promise<PoolRow[]> {
  const further = after === null ? sql`true` : sql`(d.at, d.order_id) < (${after.moment}::timestamptz, ${after.id})`
  return db.rows(
    sql`select ${POOL_COLUMNS}, d.at::text as sorted_by
        from   (select e.order_id, max(e.at) as at from order_event e where ${done(seat, from)} group by 1) d
               join work_order w using (order_id) ${held(seat.at)}
        where  ${further} order by d.at desc, d.order_id desc limit ${limit}`,
    PoolRow,
  )
}

const straightSince = ({ desk, region, at }: Seat): Sql =>
  sql`t.straight and t.at >= ${at}::timestamptz - interval '1 day' and ${desk === 'dispatch'} and ${inRegion(region)}`

/** What the platform dispatched by itself in the last day, last first. */
export function straightPage(db: Db, seat: Seat, after: After, limit: number): Promise<PoolRow[]> {
  const further = after === null ? sql`true` : sql`(t.at, t.order_id) < (${after.moment}::timestamptz, ${after.id})`
  return db.rows(
    sql`select ${POOL_COLUMNS}, t.at::text as sorted_by
        from   dispatch_taken t join work_order w using (order_id) ${held(seat.at)}
        where  ${straightSince(seat)} and ${further} order by t.at desc, t.order_id desc limit ${limit}`,
    PoolRow,
  )
}

const Counts = z.object({
  pool: z.number(),
  late: z.number(),
  mine: z.number(),
  oldest: z.string().nullable(),
  done: z.number(),
  returned: z.number(),
  straight: z.number(),
})
export type Counts = z.infer<typeof Counts>

/** Every figure of the desk in one round trip: counts of its tabs, the longest wait, what became of today's work. */
export async function deskCounts(db: Db, seat: Seat, from: Instant): Promise<Counts> {
  const [counts] = await db.rows(
    sql`
    with waits as (
      select count(*) as pool, count(*) filter (where ${DUE} <= ${seat.at}) as late, min(w.desk_since) as oldest
      from   work_order w where ${waiting(seat)}
    ), held as (
      select count(*) as mine from claim c join work_order w using (order_id)
      where  c.holder = ${seat.person} and c.until > ${seat.at} and ${waiting(seat)}
    ), acts as (
      select distinct e.order_id from order_event e where ${done(seat, from)}
    )
    select pool, late, mine, oldest, (select count(*) from acts) as done,
           (select count(*) from dispatch_taken t join work_order w using (order_id) where ${straightSince(seat)}) as straight,
           (select count(*) from acts where exists (
              select from assignment a where a.order_id = acts.order_id and a.state = 'returned')) as returned
    from   waits, held`,
    Counts,
  )
  if (counts === undefined) throw new Error('no counts')
  return counts
}
