import { z } from 'zod'
import type { Instant, OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/**
 * Orders with something due, taken for this transaction only: another process skips them and takes the next ones.
 * The rows vanish or move on when the order's change is written.
 */
export async function takeDue(db: Db, now: Instant, limit: number): Promise<OrderId[]> {
  const rows = await db.rows(
    sql`select order_id from due where at <= ${now} order by at limit ${limit} for update skip locked`.as('take-due'),
    z.object({ order_id: z.string() }),
  )
  return [...new Set(rows.map((row) => row.order_id as OrderId))]
}

/** What is being done now is due no more; writing the order's change puts back what time will bring next. */
export async function dropDue(db: Db, ids: readonly OrderId[], now: Instant): Promise<void> {
  await db.run(sql`delete from due where order_id = any(${ids}) and at <= ${now}`.as('drop-due'))
}

export async function provisionalOrders(db: Db, after: string, limit: number): Promise<OrderId[]> {
  const rows = await db.rows(
    sql`select distinct order_id from due where provisional and order_id > ${after} order by order_id limit ${limit}`,
    z.object({ order_id: z.string() }),
  )
  return rows.map((row) => row.order_id as OrderId)
}

export async function noteSweep(
  db: Db,
  name: string,
  at: Instant,
  ms: number,
  count: number,
  error: string | null,
): Promise<void> {
  await db.run(
    sql`
    insert into sweep (name, last_run, last_ms, last_count, last_error) values (${name}, ${at}, ${ms}, ${count}, ${error})
    on conflict (name) do update set last_run = excluded.last_run, last_ms = excluded.last_ms,
      last_count = excluded.last_count, last_error = excluded.last_error`.as('note-sweep'),
  )
}

const SweepRow = z.object({
  name: z.string(),
  last_run: z.string(),
  last_ms: z.number(),
  last_count: z.number(),
  last_error: z.string().nullable(),
})
export const readSweeps = (db: Db) =>
  db.rows(sql`select name, last_run, last_ms, last_count, last_error from sweep order by name`, SweepRow)

const Backlog = z.object({ n: z.number(), oldest: z.string().nullable() })

export async function dueBacklog(db: Db, now: Instant) {
  const [row] = await db.rows(sql`select count(*) as n, min(at) as oldest from due where at <= ${now}`, Backlog)
  return row ?? { n: 0, oldest: null }
}

export async function outboxBacklog(db: Db) {
  const [row] = await db.rows(
    sql`select count(*) as n, min(created_at) as oldest from outbox where done_at is null`,
    Backlog,
  )
  return row ?? { n: 0, oldest: null }
}

/** A phone may come back with what it did days ago: keys of its outbox are kept a month, all others a day. */
const OUTBOX_KEY = 'outbox-'
const OUTBOX_DAYS = 30

export const dropOldIdempotency = (db: Db, before: Instant): Promise<number> =>
  db.run(
    sql`delete from idempotency where at < ${before}
        and (not starts_with(key, ${OUTBOX_KEY}) or at < ${before}::timestamptz - make_interval(days => ${OUTBOX_DAYS}))`,
  )
