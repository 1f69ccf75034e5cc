import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** [from, until) */
export type SignalSpan = { kind: string; version: string | null; from: Instant; until: Instant }

/** Of an order the last verdict of the span; a million orders of half a year are read in about a second. */
const verdicts = ({ kind, version, from, until }: SignalSpan): Sql => sql`
  select distinct on (order_id) order_id, seq, at, version, suggested, probability, sure, chosen, adopted, desk
  from   suggestion_signal
  where  kind = ${kind} and at >= ${from} and at < ${until} and (${version}::text is null or version = ${version})
  order  by order_id, seq desc`

const counts = sql`count(*)::int as of, count(*) filter (where adopted)::int as adopted,
  count(*) filter (where suggested is null)::int as silent, count(*) filter (where chosen is null)::int as left`

const Tally = { of: z.number(), adopted: z.number(), silent: z.number(), left: z.number() }

export async function signalTotals(db: Db, span: SignalSpan) {
  const Totals = z.object({ ...Tally, sure: z.number(), sure_adopted: z.number() })
  const query = sql`
    with v as (${verdicts(span)})
    select ${counts}, count(*) filter (where sure)::int as sure, count(*) filter (where sure and adopted)::int as sure_adopted
    from   v`
  return (await db.rows(query, Totals))[0] ?? { of: 0, adopted: 0, silent: 0, left: 0, sure: 0, sure_adopted: 0 }
}

/** Tallies by one column; months are those of the city's clock. */
const columns = {
  version: sql`version`,
  month: sql`to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  desk: sql`desk`,
} as const

export const signalsBy = (db: Db, span: SignalSpan, column: keyof typeof columns) =>
  db.rows(
    sql`
    with v as (${verdicts(span)})
    select ${columns[column]} as key, ${counts} from v group by 1 order by 1 desc limit 60`,
    z.object({ key: z.string(), ...Tally }),
  )

/** By what people chose: where suggestions fail most. */
export const signalsByChoice = (db: Db, span: SignalSpan) =>
  db.rows(
    sql`
    with v as (${verdicts(span)})
    select chosen as key, ${counts}
    from   v
    where  chosen is not null
    group  by 1
    having count(*) filter (where not adopted) > 0
    order  by count(*) filter (where not adopted) desc, count(*) desc, 1
    limit  20`,
    z.object({ key: z.string(), ...Tally }),
  )

export const signalBands = (db: Db, span: SignalSpan) =>
  db.rows(
    sql`
    with v as (${verdicts(span)})
    select least(9, floor(probability * 10))::int as band, count(*)::int as of, count(*) filter (where adopted)::int as right,
           avg(probability)::float8 as claimed
    from   v
    where  probability is not null and chosen is not null
    group  by 1
    order  by 1`,
    z.object({ band: z.number(), of: z.number(), right: z.number(), claimed: z.number() }),
  )

/** What was suggested and what people chose instead, with three of the orders. */
export const signalCorrections = (db: Db, span: SignalSpan) =>
  db.rows(
    sql`
    with v as (${verdicts(span)}), c as (
      select suggested, chosen, count(*)::int as times, (array_agg(order_id order by order_id desc))[1:3] as ids
      from   v
      where  not adopted and suggested is not null and chosen is not null
      group  by 1, 2
      order  by 3 desc, 1, 2
      limit  20
    )
    select suggested, chosen, times, ids,
           array(select w.order_no from work_order w where w.order_id = any(ids) order by w.order_id desc) as nos
    from   c
    order  by times desc, suggested, chosen`,
    z.object({
      suggested: z.string(),
      chosen: z.string(),
      times: z.number(),
      ids: z.array(z.string()),
      nos: z.array(z.string()),
    }),
  )
