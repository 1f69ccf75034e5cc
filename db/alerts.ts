import { z } from 'zod'
import { OPEN } from '#domain/order/states.ts'
import { type Db, type Sql, sql } from './sql.ts'

const Alert = z.object({
  id: z.number(),
  kind: z.string(),
  order_id: z.string(),
  callers: z.number(),
  orders: z.number(),
  raised_at: z.string(),
  grew_at: z.string(),
  acknowledged_at: z.string().nullable(),
  acknowledged_by: z.string().nullable(),
  note: z.string().nullable(),
  order_no: z.string(),
  title: z.string(),
  category: z.string(),
  region: z.string(),
})
export type AlertRow = z.infer<typeof Alert>

const COLUMNS = sql`a.id, a.kind, a.order_id, a.callers, a.orders, a.raised_at, a.grew_at, a.acknowledged_at,
  s.name as acknowledged_by, a.note, w.order_no, w.title, w.category, w.region`
const FROM = sql`matter_alert a join work_order w using (order_id) left join staff s on s.staff_id = a.acknowledged_by`
const under = (region: string | null): Sql =>
  region === null ? sql`true` : sql`w.region >= ${region} and w.region < ${`${region}~`}`

type AlertSearch = { open: boolean; kind: string | null; region: string | null; limit: number }

export const alertPage = (db: Db, { open, kind, region, limit }: AlertSearch): Promise<AlertRow[]> =>
  db.rows(
    sql`
    select ${COLUMNS} from ${FROM}
    where  ${open ? sql`a.acknowledged_at is null` : sql`true`} and ${kind === null ? sql`true` : sql`a.kind = ${kind}`}
    and    ${under(region)}
    order  by a.id desc limit ${limit}`,
    Alert,
  )

export async function countOpenAlerts(db: Db, region: string | null): Promise<number> {
  const [row] = await db.rows(
    sql`select count(*)::int as n from ${FROM} where a.acknowledged_at is null and ${under(region)}`,
    z.object({ n: z.number() }),
  )
  return row?.n ?? 0
}

export async function findAlert(db: Db, id: number, region: string | null): Promise<AlertRow | undefined> {
  const rows = await db.rows(sql`select ${COLUMNS} from ${FROM} where a.id = ${id} and ${under(region)}`, Alert)
  return rows[0]
}

/** False: somebody was faster. */
export async function acknowledge(db: Db, id: number, by: string, note: string, at: string): Promise<boolean> {
  const rows = await db.rows(
    sql`
    update matter_alert set acknowledged_at = ${at}, acknowledged_by = ${by}, note = ${note}
    where  id = ${id} and acknowledged_at is null returning id`,
    z.object({ id: z.number() }),
  )
  return rows.length > 0
}

const Member = z.object({
  alert: z.number(),
  order_id: z.string(),
  order_no: z.string(),
  title: z.string(),
  state: z.string(),
  received_at: z.string(),
})
export type AlertMember = z.infer<typeof Member>

/** The newest so many of each. */
export const alertMembers = (db: Db, alerts: readonly number[], most: number): Promise<AlertMember[]> =>
  db.rows(
    sql`
    select a.alert, w.order_id, w.order_no, w.title, w.state, w.received_at
    from   unnest(${alerts}::int[]) as asked(alert),
           lateral (select alert, order_id from matter_alert_order o where o.alert = asked.alert
                    order by order_id desc limit ${most}) a
           join work_order w using (order_id)
    order  by w.order_id desc`,
    Member,
  )

const Standing = z.object({ id: z.number(), callers: z.number() })

/** The alert of this kind that any of the orders belongs to already, raised since then. */
export async function alertOf(db: Db, kind: string, orders: readonly string[], since: string) {
  const rows = await db.rows(
    sql`
    select a.id, a.callers from matter_alert_order o join matter_alert a on a.id = o.alert
    where  o.order_id = any(${orders}) and a.kind = ${kind} and a.raised_at >= ${since} order by a.id limit 1`,
    Standing,
  )
  return rows[0]
}

/** One at a time: two that look at the same matter must not both raise it. */
export const alertsAlone = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('matter_alert'))`)

export async function addAlert(
  db: Db,
  alert: { kind: string; order_id: string; callers: number; orders: number; at: string },
): Promise<number> {
  const [row] = await db.rows(
    sql`
    insert into matter_alert (kind, order_id, callers, orders, raised_at, grew_at)
    values (${alert.kind}, ${alert.order_id}, ${alert.callers}, ${alert.orders}, ${alert.at}, ${alert.at}) returning id`,
    z.object({ id: z.number() }),
  )
  if (row === undefined) throw new Error('no alert was written')
  return row.id
}

/** Adds orders to an alert; how many were new. */
export async function joinAlert(db: Db, alert: number, orders: readonly string[]): Promise<number> {
  const rows = await db.rows(
    sql`
    insert into matter_alert_order (order_id, alert) select o, ${alert} from unnest(${orders}::text[]) o
    on conflict do nothing returning order_id`,
    z.object({ order_id: z.string() }),
  )
  return rows.length
}

const Grown = z.object({ order_id: z.string(), caller: z.string().nullable() })

/** Everybody in an alert, to count callers anew. */
export const callersInAlert = (db: Db, alert: number) =>
  db.rows(
    sql`
    select o.order_id, encode(p.caller_index, 'hex') as caller
    from   matter_alert_order o left join appellant p using (order_id) where o.alert = ${alert}`,
    Grown,
  )

export const noteGrowth = (db: Db, alert: number, callers: number, orders: number, at: string): Promise<number> =>
  db.run(sql`update matter_alert set callers = ${callers}, orders = ${orders}, grew_at = ${at} where id = ${alert}`)

const Recent = z.object({
  matter: z.string(),
  order_id: z.string(),
  state: z.string(),
  received_at: z.string(),
  caller: z.string().nullable(),
})
export type RecentMember = z.infer<typeof Recent>

/** Orders of matters that several speak of, from that key on: read by key, so it costs what is new and not what is there. */
export const recentMembers = (db: Db, fromId: string): Promise<RecentMember[]> =>
  db.rows(
    sql`
    select m.matter, w.order_id, w.state, w.received_at, encode(a.caller_index, 'hex') as caller
    from   work_order w join matter_member m using (order_id) left join appellant a using (order_id)
    where  w.order_id >= ${fromId} and w.state <> 'draft'
    order  by w.order_id`,
    Recent,
  )

/** The open ones of these, newest first. */
export async function openAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.rows(
    sql`select order_id from work_order where order_id = any(${ids}) and state = any(${OPEN}) order by order_id desc`,
    z.object({ order_id: z.string() }),
  )
  return rows.map((row) => row.order_id)
}
