import { z } from 'zod'
import { GridPost } from '#domain/grid/grid-part.ts'
import { COMMUNITY_DIGITS, type GridLoad, type GridWorker } from '#domain/grid/grid-worker.ts'
import { Day, type Instant, type OrderId, type RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

const WorkerRow = z.object({
  staff_id: StaffId,
  name: z.string(),
  unit: UnitId,
  region: z.string(),
  post: GridPost,
  hours_from: z.string().nullable(),
  hours_to: z.string().nullable(),
  away: z.boolean(),
  away_until: Day.nullable(),
  version: z.number(),
  today: z.number(),
  in_hand: z.number(),
})
export type WorkerRow = z.infer<typeof WorkerRow>

/** Of an assignment: the grid worker has something still to do. */
export const IN_HAND = sql`state in ('pending-sign', 'signed', 'processing', 'sent-back')`

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
/** 00:00 in Shanghai. */
const dayStart = (now: Instant): string =>
  new Date(Math.floor((Date.parse(now) + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS).toISOString()

function workers(db: Db, where: Sql, now: Instant): Promise<WorkerRow[]> {
  return db.rows(
    sql`
    select s.staff_id, s.name, s.unit, s.region, coalesce(g.post, 'main') as post, g.hours_from, g.hours_to,
           coalesce(g.away, false) as away, g.away_until::text as away_until, coalesce(g.version, 0) as version,
           (select count(*) from assignment a where a.worker = s.staff_id and a.dispatched_at >= ${dayStart(now)}) as today,
           (select count(distinct a.order_id) from assignment a where a.worker = s.staff_id and a.${IN_HAND}) as in_hand
    from   staff s left join grid_worker g using (staff_id)
    where  s.active and 'grid-worker' = any(s.roles) and s.region is not null and ${where}
    order  by s.region, post desc, s.staff_id`,
    WorkerRow,
  )
}

const workerOf = ({
  staff_id,
  name,
  unit,
  region,
  post,
  hours_from,
  hours_to,
  away,
  away_until,
}: WorkerRow): GridWorker => ({
  id: staff_id,
  name,
  unit,
  region: region as RegionCode,
  post,
  hours: hours_from === null || hours_to === null ? null : { from: hours_from, to: hours_to },
  away,
  awayUntil: away_until,
})

/** Who could take a matter there, and how much each has had today. */
export async function gridLoad(db: Db, region: RegionCode, now: Instant): Promise<Omit<GridLoad, 'grid'>> {
  if (region.length < COMMUNITY_DIGITS) return { workers: [], today: new Map() }
  const community = region.slice(0, COMMUNITY_DIGITS)
  const rows = await workers(db, sql`s.region >= ${community} and s.region < ${`${community}~`}`, now)
  return { workers: rows.map(workerOf), today: new Map(rows.map((row) => [row.staff_id, row.today])) }
}

/** Of these units, or everywhere. */
export const gridWorkers = (db: Db, units: readonly UnitId[] | null, now: Instant): Promise<WorkerRow[]> =>
  workers(db, units === null ? sql`true` : sql`s.unit = any(${units})`, now)

export async function gridWorker(db: Db, id: string, now: Instant): Promise<WorkerRow | undefined> {
  return (await workers(db, sql`s.staff_id = ${id}`, now))[0]
}

type GridPostWish = Pick<WorkerRow, 'post' | 'hours_from' | 'hours_to' | 'away' | 'away_until'>

/** Keeps the post over the version that was seen, 0 for a person without a row; false if somebody else was faster. */
export async function putGridWorker(
  db: Db,
  id: string,
  seen: number,
  post: GridPostWish,
  by: string,
  at: Instant,
): Promise<boolean> {
  const kept = await db.rows(
    sql`
    insert into grid_worker as g (staff_id, post, hours_from, hours_to, away, away_until, version, changed_by, changed_at)
    values (${id}, ${post.post}, ${post.hours_from}, ${post.hours_to}, ${post.away}, ${post.away_until}, ${seen + 1},
            ${by}, ${at})
    on conflict (staff_id) do update set post = excluded.post, hours_from = excluded.hours_from,
      hours_to = excluded.hours_to, away = excluded.away, away_until = excluded.away_until, version = excluded.version,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at
    where g.version = ${seen}
    returning g.version`,
    z.object({ version: z.number() }),
  )
  return kept.length > 0
}

const TaskRow = z.object({ order_id: z.string(), n: z.number() })

/** What the worker has to do, soonest due first, and what they reported since: a phone's whole day. */
export async function gridTaskKeys(db: Db, worker: string, since: Instant) {
  const rows = await db.rows(
    sql`
    select order_id, n from assignment
    where  worker = ${worker} and (${IN_HAND} or state in ('reported', 'accepted') and dispatched_at >= ${since})
    order  by coalesce(due, 'infinity'::timestamptz), order_id limit 200`,
    TaskRow,
  )
  return rows.map((row) => ({ id: row.order_id as OrderId, n: row.n }))
}

/** 吹哨: what this person reported, newest first; by the index of channels. */
export async function whistlesOf(db: Db, worker: string, limit: number): Promise<OrderId[]> {
  const rows = await db.rows(
    sql`
    select w.order_id from work_order w
           join order_event e on e.order_id = w.order_id and e.seq = 1
    where  w.channel = 'grid-report' and e.event #>> '{by,id}' = ${worker}
    order  by w.order_id desc limit ${limit}`,
    z.object({ order_id: z.string() }),
  )
  return rows.map((row) => row.order_id as OrderId)
}

/** Came to the dispatch desk just now with a scene that the grid may settle; older ones wait for a person. */
export async function newGridMatters(db: Db, categories: readonly string[], since: Instant): Promise<OrderId[]> {
  const rows = await db.rows(
    sql`
    select order_id from work_order
    where  state = 'pending-dispatch' and category = any(${categories}) and desk_since >= ${since}
      and not exists (select from claim c where c.order_id = work_order.order_id)
    order  by order_id limit 100`,
    z.object({ order_id: z.string() }),
  )
  return rows.map((row) => row.order_id as OrderId)
}
