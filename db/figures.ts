import { z } from 'zod'
import { type Db, sql } from './sql.ts'

/** How a delta is spread over the roll-ups; each is coarse, so that a reading touches few rows at any size. */
const SPREAD = sql`
  (values ('all', '*'), ('channel', d.channel), ('type', d.request_type), ('l1', left(d.category, 1)), ('l2', left(d.category, 3)),
          ('l3', d.category), ('district', left(d.region, 6)), ('town', left(d.region, 9)), ('unit', d.unit), ('light', d.light)) as s(dim, key)`

export const Figure = z.object({ measure: z.string(), key: z.string(), day: z.string().nullable(), n: z.number() })
export type Figure = z.infer<typeof Figure>
type FigureQuery = {
  measures: readonly string[]
  dim: string
  /** at this code or below it: a caller's region, or the key asked for */
  key: string | null
  from: string | null
  to: string | null
  daily: boolean
}

/** Roll-up plus what is not folded yet, in one snapshot: exact at once. */
export function readFigures(db: Db, ask: FigureQuery): Promise<Figure[]> {
  return db.rows(
    sql`
    select measure, key, case when ${ask.daily} then day::text end as day, sum(n) as n
    from (
      select measure, key, day, n from measure_rollup r
      where  measure = any(${ask.measures}) and dim = ${ask.dim}
      union all
      select d.measure, s.key, d.day, d.n::bigint from measure_delta d, lateral ${SPREAD}
      where  d.measure = any(${ask.measures}) and s.dim = ${ask.dim}
    ) both_kinds
    where (${ask.key}::text is null or key = ${ask.key})
      and (${ask.from}::date is null or day >= ${ask.from}::date) and (${ask.to}::date is null or day <= ${ask.to}::date)
    group by 1, 2, 3
    having sum(n) <> 0
    order by 1, 3, 4 desc, 2`,
    Figure,
  )
}

const Folded = z.object({ n: z.number() })
const FOLD_LOCK = 7_412_346

/** Moves up to `limit` deltas into the roll-ups; one process at a time, the others find nothing to do. */
export async function foldFigures(db: Db, limit = 20_000): Promise<number> {
  return db.tx(async (tx) => {
    const [lock] = await tx.rows(
      sql`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as got`,
      z.object({ got: z.boolean() }),
    )
    if (lock?.got !== true) return 0
    const [folded] = await tx.rows(
      sql`
      with gone as (
        delete from measure_delta where id in (select id from measure_delta order by id limit ${limit}) returning *
      ), spread as (
        select d.measure, s.dim, s.key, d.day, sum(d.n) as n from gone d, lateral ${SPREAD} group by 1, 2, 3, 4
      ), folded as (
        insert into measure_rollup as r (measure, dim, key, day, n)
        select measure, dim, key, day, n from spread
        on conflict (measure, dim, key, day) do update set n = r.n + excluded.n
      )
      select count(*) as n from gone`,
      Folded,
    )
    return folded?.n ?? 0
  })
}
