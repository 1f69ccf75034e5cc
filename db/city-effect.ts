import { encodeTime } from 'ulid'
import { z } from 'zod'
import { Kind, RequestType } from '#domain/city/vocabulary.ts'
import { type Instant, msOf, OrderId } from '#domain/ids.ts'
import { OPEN } from '#domain/order/states.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** What a change of the city's tables would touch: counted when somebody asks, so nothing is kept for it. */

const Counted = z.object({ key: z.string(), n: z.number() })
const counts = async (db: Db, query: Sql): Promise<ReadonlyMap<string, number>> =>
  new Map((await db.rows(query, Counted)).map(({ key, n }) => [key, n]))

const keyDaysBefore = (at: Instant, days: number): string => encodeTime(msOf(at) - days * 86_400_000, 10)

/** Orders of a code or below it, ever; a code that was used is closed, never removed. */
export const ordersUnder = (db: Db, codes: readonly string[]) =>
  counts(
    db,
    sql`
      select c.code as key,
             (select count(*) from work_order w where w.category >= c.code and w.category < c.code || '~') as n
      from   unnest(${codes}::text[]) as c(code)`,
  )

/** Open orders by exact category. */
export const openByCategory = (db: Db) =>
  counts(db, sql`select category as key, count(*) as n from work_order where state = any(${OPEN}) group by category`)

/** Assignments that still bind a unit, or wait for a ruling whether they do. */
const BINDING = ['pending-sign', 'signed', 'processing', 'reported', 'sent-back', 'return-requested']

export const openByUnit = (db: Db) =>
  counts(
    db,
    sql`
      select a.unit as key, count(*) as n
      from   assignment a join work_order w using (order_id)
      where  a.state = any(${BINDING}) and w.state = any(${OPEN})
      group  by a.unit`,
  )

export const peopleByUnit = (db: Db) =>
  counts(db, sql`select unit as key, count(*) as n from staff where active group by unit`)

export const tokensByUnit = (db: Db, at: Instant) =>
  counts(
    db,
    sql`
      select unit as key, count(*) as n from machine_token
      where  unit is not null and revoked_at is null and expires_at > ${at}
      group  by unit`,
  )

const MixRow = z.object({
  kind: Kind,
  request_type: RequestType,
  hazard: z.boolean(),
  category: z.string(),
  n: z.number(),
})
export type MixRow = z.infer<typeof MixRow>

/** How many orders of each kind there are: enough to say which profile would take them. */
const mix = (db: Db, where: Sql) =>
  db.rows(
    sql`select kind, request_type, hazard, category, count(*) as n from work_order where ${where} group by 1, 2, 3, 4`,
    MixRow,
  )
export const openMix = (db: Db) => mix(db, sql`state = any(${OPEN})`)
export const recentMix = (db: Db, at: Instant, days: number) => mix(db, sql`order_id >= ${keyDaysBefore(at, days)}`)

/** The newest orders that went to a unit. */
export const dispatchedLately = async (db: Db, at: Instant, days: number, limit: number): Promise<OrderId[]> =>
  (
    await db.rows(
      sql`
      select order_id
      from   work_order
      where  order_id >= ${keyDaysBefore(at, days)} and lead_unit <> '' and category <> ''
      order  by order_id desc
      limit  ${limit}`,
      z.object({ order_id: OrderId }),
    )
  ).map((row) => row.order_id)
