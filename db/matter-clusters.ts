import { z } from 'zod'
import { OPEN } from '#domain/order/states.ts'
import { type Db, type Sql, sql } from './sql.ts'

type ClusterSearch = {
  matter: string | null
  /** within these regions: what the caller reaches and what they asked for */
  reach: string | null
  region: string | null
  sort: 'callers' | 'growth' | 'newest'
  now: string
  limit: number
}

const under = (code: string | null): Sql =>
  code === null ? sql`true` : sql`w.region >= ${code} and w.region < ${`${code}~`}`

/** A draft is nobody's order yet. A number counts once, an order without one for itself. */
const members = ({ matter, reach, region }: Pick<ClusterSearch, 'matter' | 'reach' | 'region'>): Sql => sql`
  select m.matter, w.order_id, w.order_no, w.title, w.state, w.category, w.region, w.received_at,
         coalesce(encode(a.caller_index, 'hex'), w.order_id) as caller
  from   matter_member m join work_order w using (order_id) left join appellant a using (order_id)
  where  w.state <> 'draft' and ${matter === null ? sql`true` : sql`m.matter = ${matter}`}
  and    ${under(reach)} and ${under(region)}`

const Cluster = z.object({
  matter: z.string(),
  orders: z.number(),
  open: z.number(),
  callers: z.number(),
  category: z.string(),
  last_day: z.number(),
  last_week: z.number(),
  week_before: z.number(),
  first: z.string(),
  newest: z.string(),
})
export type ClusterRow = z.infer<typeof Cluster>

const ORDER = {
  callers: sql`callers desc, newest desc, matter`,
  growth: sql`last_week - week_before desc, callers desc, matter`,
  newest: sql`newest desc, matter`,
} as const

/** Of what the caller reaches at least two orders: one alone is no matter of several. */
export const matterClusters = (db: Db, search: ClusterSearch): Promise<ClusterRow[]> =>
  db.rows(
    sql`
    with m as (${members(search)}), c as (
    select matter, count(*)::int as orders, count(*) filter (where state = any(${OPEN}))::int as open,
           count(distinct caller)::int as callers,
           mode() within group (order by category) as category,
           count(*) filter (where received_at > ${search.now}::timestamptz - interval '1 day')::int as last_day,
           count(*) filter (where received_at > ${search.now}::timestamptz - interval '7 days')::int as last_week,
           count(*) filter (where received_at > ${search.now}::timestamptz - interval '14 days'
                            and received_at <= ${search.now}::timestamptz - interval '7 days')::int as week_before,
           min(received_at) as first, max(received_at) as newest
    from   m group by matter having count(*) > 1)
    select matter, orders, open, callers, category, last_day, last_week, week_before, first, newest from c
    order  by ${ORDER[search.sort]} limit ${search.limit}`,
    Cluster,
  )

const Told = z.object({
  matter: z.string(),
  order_id: z.string(),
  order_no: z.string(),
  title: z.string(),
  state: z.string(),
  region: z.string(),
  received_at: z.string(),
})
export type ClusterMember = z.infer<typeof Told>

/** All orders of these matters that the caller reaches, the newest first. */
export const clusterMembers = (
  db: Db,
  matters: readonly string[],
  { reach, region }: Pick<ClusterSearch, 'reach' | 'region'>,
): Promise<ClusterMember[]> =>
  db.rows(
    sql`
    with m as (${members({ matter: null, reach, region })} and m.matter = any(${matters}))
    select matter, order_id, order_no, title, state, region, received_at from m order by order_id desc limit 5000`,
    Told,
  )
