import { z } from 'zod'
import { type Concern, type NoticeRule, noticedKinds } from '#domain/desk/notice-rules.ts'
import type { Instant, StaffId, UnitId } from '#domain/ids.ts'
import { all } from './newest-first.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

const NoticeRow = z.object({
  order_id: z.string(),
  seq: z.number(),
  kind: z.string(),
  at: z.string(),
  brought: z.string().nullable(),
  clock: z.string().nullable(),
  by_kind: z.string(),
  by_role: z.string().nullable(),
  grid: z.boolean(),
  ground: z.string().nullable(),
  order_no: z.string(),
  title: z.string(),
  light: z.string(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

type Reader = { id: StaffId; unit: UnitId; region: string | null; rules: readonly NoticeRule[] }

/**
 * The unit's own part of the order: an assignment named by the event, sent out with it, or whose clock it is. What the
 * citizen says or is promised concerns every unit that is bound, and their clock the lead.
 */
const ownAssignment = (unit: UnitId): Sql => sql`exists (
  select from assignment a
  where  a.order_id = e.order_id and (a.unit = ${unit} or a.street = ${unit} and e.kind in ('dispatched', 'reported-up'))
    and  (a.state not in ('returned', 'cancelled') or e.kind in ('return-approved', 'sent-to-adjudication', 'recalled', 'reported-up'))
    and  case when e.kind in ('return-approved', 'return-rejected', 'sent-to-adjudication', 'reported-up')
                then e.event ->> 'assignment' = a.order_id || '/' || a.n
              when e.kind = 'adjudicated' then a.dispatched_at = e.at
              when e.kind in ('dispatched', 'sub-dispatched') then a.dispatched_at = e.at and (a.role = 'sub') = (e.kind = 'sub-dispatched')
              when e.kind in ('reply-rejected', 'rework-ordered', 'reopened', 'recalled')
                then (e.event -> 'assignments')::jsonb ? (a.order_id || '/' || a.n)
              when e.kind = 'clock-missed'
                then e.event ->> 'light' is not null
                     and (e.event ->> 'clock' like a.n || '-%' or a.role = 'lead' and e.event ->> 'clock' like 'citizen-%')
              else true end)`

function about(concern: Concern, reader: Reader): Sql {
  switch (concern.of) {
    case 'own-assignment':
      return ownAssignment(reader.unit)
    case 'own-intake':
      return sql`exists (select from order_event o where o.order_id = e.order_id and o.seq = 1 and o.event #>> '{by,id}' = ${reader.id})`
    case 'orders-in':
      return sql`w.state = any(${concern.states})`
    case 'any':
      return sql`true`
    case 'turned-red':
      return sql`e.event ->> 'light' = 'red'`
  }
}

/** The kinds as the index names them, so that the planner sees that it holds them all. */
const NOTICED = joinSql(
  noticedKinds.map((kind) => sql`${kind}`),
  sql`, `,
)

/** Newest first, from the index of what is noticed; what one did oneself is no news. */
export function noticesFor(db: Db, reader: Reader, since: Instant, limit: number): Promise<NoticeRow[]> {
  if (reader.rules.length === 0) return Promise.resolve([])
  const rules = reader.rules.map(({ kinds, concern }) => sql`(e.kind = any(${kinds}) and ${about(concern, reader)})`)
  const region = reader.region === null ? [] : [sql`w.region >= ${reader.region} and w.region < ${`${reader.region}~`}`]
  return db.rows(
    sql`
    select e.order_id, e.seq, e.kind, e.at, e.event ->> 'light' as brought, e.event ->> 'clock' as clock,
           e.kind = 'reported-up' or e.kind = 'dispatched' and exists (
             select from assignment a
             where  a.order_id = e.order_id and a.dispatched_at = e.at and a.worker is not null) as grid,
           e.event ->> 'ground' as ground, e.event #>> '{by,kind}' as by_kind, e.event #>> '{by,role}' as by_role, w.order_no, w.title, w.light
    from   order_event e join work_order w using (order_id)
    where  e.kind in (${NOTICED}) and e.at > ${since} and e.event #>> '{by,id}' <> ${reader.id}
      and  ${all(region)} and (${joinSql(rules, sql` or `)})
    order  by e.at desc, e.order_id desc, e.seq desc
    limit  ${limit}`,
    NoticeRow,
  )
}

export async function noticesSeenAt(db: Db, staff: StaffId): Promise<Instant | null> {
  const [row] = await db.rows(
    sql`select seen_at from notice_seen where staff_id = ${staff}`,
    z.object({ seen_at: z.string() }),
  )
  return (row?.seen_at ?? null) as Instant | null
}

/** Never backwards: a page left open yesterday does not make today's notices new again. */
export async function markNoticesSeen(db: Db, staff: StaffId, until: Instant): Promise<Instant> {
  const [row] = await db.rows(
    sql`
    insert into notice_seen as s (staff_id, seen_at) values (${staff}, ${until})
    on conflict (staff_id) do update set seen_at = greatest(s.seen_at, excluded.seen_at)
    returning seen_at`,
    z.object({ seen_at: z.string() }),
  )
  if (row === undefined) throw new Error('notices seen gave no row')
  return row.seen_at as Instant
}
