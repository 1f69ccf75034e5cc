import { z } from 'zod'
import type { DispatchGroup, DispatchOutcome } from '#domain/measures/dispatch-group.ts'
import type { Db } from './sql.ts'
import { joinSql, type Sql, sql } from './sql.ts'

const KEY: Readonly<Record<DispatchGroup, Sql>> = {
  none: sql`'*'`,
  day: sql`f.day::text`,
  rule: sql`f.rule`,
  l1: sql`left(f.category, 1)`,
  l2: sql`left(f.category, 3)`,
  category: sql`f.category`,
  unit: sql`f.unit`,
  dispatcher: sql`f.dispatcher`,
  classed: sql`f.classed`,
  district: sql`left(f.region, 6)`,
  town: sql`left(f.region, 9)`,
}

/** 悬单: nobody had signed for it within a day (domain.md §5.4). */
const hanging = (now: string): Sql => sql`coalesce(f.signed_at, ${now}::timestamptz) > f.at + interval '24 hours'`

const WAS: Readonly<Record<DispatchOutcome, (now: string) => Sql>> = {
  wrong: () => sql`f.wrong`,
  returned: () => sql`f.returned > 0`,
  'return-approved': () => sql`f.return_approved > 0`,
  unclear: () => sql`f.unclear > 0`,
  adjudicated: () => sql`f.adjudicated`,
  moved: () => sql`f.units > 1`,
  hanging,
  straight: () => sql`f.dispatcher = 'straight'`,
  overridden: () => sql`f.overridden`,
  'no-rule': () => sql`f.rule = ''`,
}

export type DispatchCohort = {
  /** days of the first dispatch, both included */
  from: string
  to: string
  /** a part of the city, by the beginning of its code; null: all of it */
  region: string | null
  within: { group: DispatchGroup; key: string } | null
}

const cohort = ({ from, to, region, within }: DispatchCohort): Sql =>
  joinSql(
    [
      sql`f.day between ${from}::date and ${to}::date`,
      ...(region === null ? [] : [sql`starts_with(f.region, ${region})`]),
      ...(within === null ? [] : [sql`${KEY[within.group]} = ${within.key}`]),
    ],
    sql` and `,
  )

export const DispatchMeasure = z.object({
  key: z.string(),
  dispatched: z.number(),
  wrong: z.number(),
  /** assignments made, returns asked for, returns approved: a return rate is one of assignments */
  assigned: z.number(),
  returns: z.number(),
  approved: z.number(),
  /** orders with at least one */
  returned: z.number(),
  return_approved: z.number(),
  unclear: z.number(),
  unclear_returns: z.number(),
  adjudicated: z.number(),
  moved: z.number(),
  units: z.number(),
  hanging: z.number(),
  straight: z.number(),
  overridden: z.number(),
  no_rule: z.number(),
  median: z.number().nullable(),
  p95: z.number().nullable(),
})
export type DispatchMeasure = z.infer<typeof DispatchMeasure>

/** One row a group, the largest first. */
export const dispatchMeasures = (
  db: Db,
  of: DispatchCohort,
  by: DispatchGroup,
  now: string,
): Promise<DispatchMeasure[]> =>
  db.rows(
    sql`
    select ${KEY[by]} as key, count(*) as dispatched, count(*) filter (where f.wrong) as wrong,
      sum(f.assigned) as assigned, sum(f.returned) as returns, sum(f.return_approved) as approved,
      count(*) filter (where f.returned > 0) as returned, count(*) filter (where f.return_approved > 0) as return_approved,
      count(*) filter (where f.unclear > 0) as unclear, sum(f.unclear) as unclear_returns,
      count(*) filter (where f.adjudicated) as adjudicated, count(*) filter (where f.units > 1) as moved,
      sum(f.units) as units, count(*) filter (where ${hanging(now)}) as hanging,
      count(*) filter (where f.dispatcher = 'straight') as straight, count(*) filter (where f.overridden) as overridden,
      count(*) filter (where f.rule = '') as no_rule,
      percentile_cont(0.5) within group (order by f.minutes) filter (where f.dispatcher <> 'straight') as median,
      percentile_cont(0.95) within group (order by f.minutes) filter (where f.dispatcher <> 'straight') as p95
    from first_dispatch f
    where ${cohort(of)}
    group by 1
    order by 2 desc, 1`,
    DispatchMeasure,
  )

const Id = z.object({ order_id: z.string() })

/** The orders behind a number, newest first, at most so many. */
export async function dispatchedOrders(
  db: Db,
  of: DispatchCohort,
  was: DispatchOutcome | null,
  now: string,
  most: number,
): Promise<string[]> {
  const outcome = was === null ? sql`true` : WAS[was](now)
  const rows = await db.rows(
    sql`select f.order_id from first_dispatch f where ${cohort(of)} and ${outcome} order by f.order_id desc limit ${most}`,
    Id,
  )
  return rows.map((row) => row.order_id)
}
