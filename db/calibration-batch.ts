import { z } from 'zod'
import { type Day, type Instant, OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** What a round's batch is made of, of the orders first dispatched on the days from one to another. */

const Scene = z.object({
  scene: z.string(),
  dispatched: z.number(),
  returned: z.number(),
  approved: z.number(),
  wrong: z.number(),
  overridden: z.number(),
})
export type SceneCount = z.infer<typeof Scene>

export const sceneCounts = (db: Db, from: Day, to: Day) =>
  db.rows(
    sql`
    select category as scene, count(*)::int as dispatched, count(*) filter (where returned > 0)::int as returned,
           count(*) filter (where return_approved > 0)::int as approved, count(*) filter (where wrong)::int as wrong,
           count(*) filter (where overridden)::int as overridden
    from   first_dispatch
    where  day between ${from}::date and ${to}::date and category <> ''
    group  by 1 order by 2 desc, 1`,
    Scene,
  )

const Named = z.object({
  order_id: OrderId,
  order_no: z.string(),
  category: z.string(),
  unit: z.string(),
  lead: z.string(),
  reason: z.string(),
})
export type NamedOrder = z.infer<typeof Named>

export const ruledIn = (db: Db, from: Day, to: Day, limit: number) =>
  db.rows(
    sql`
    select f.order_id, w.order_no, f.category, f.unit, w.lead_unit as lead,
           coalesce((select e.event ->> 'ruling' from order_event e
                     where e.order_id = f.order_id and e.kind = 'adjudicated' order by e.seq desc limit 1), '') as reason
    from   first_dispatch f join work_order w using (order_id)
    where  f.day between ${from}::date and ${to}::date and f.adjudicated
    order  by f.order_id desc limit ${limit}`,
    Named,
  )

/** Dispatches against the catalogue's proposal, with the reason that was given. */
export const overriddenIn = (db: Db, from: Day, to: Day, limit: number) =>
  db.rows(
    sql`
    select f.order_id, w.order_no, f.category, f.unit, w.lead_unit as lead,
           coalesce((select e.event ->> 'overrideReason' from order_event e
                     where e.order_id = f.order_id and e.kind = 'dispatched' order by e.seq limit 1), '') as reason
    from   first_dispatch f join work_order w using (order_id)
    where  f.day between ${from}::date and ${to}::date and f.overridden
    order  by f.order_id desc limit ${limit}`,
    Named,
  )

/** Orders drawn at random of each scene; the same number of the round gives the same ones. */
export const drawSamples = (db: Db, round: number, scenes: readonly string[], from: Day, to: Day, size: number) =>
  db.run(sql`
    insert into calibration_sample (order_id, round, scene, place)
    select order_id, ${round}, category, place
    from   (select order_id, category,
                   row_number() over (partition by category order by md5(order_id || ${String(round)}))::int as place
            from   first_dispatch
            where  day between ${from}::date and ${to}::date and category = any(${scenes})) drawn
    where  place <= ${size}`)

const Watched = z.object({ dispatched: z.number(), wrong: z.number(), unclear: z.number() })

/** First dispatches from one moment to before another. */
export async function dispatchedBetween(db: Db, from: Instant, until: Instant): Promise<z.infer<typeof Watched>> {
  const query = sql`
    select count(*)::int as dispatched, count(*) filter (where wrong)::int as wrong, coalesce(sum(unclear), 0)::int as unclear
    from   first_dispatch where at >= ${from} and at < ${until}`
  return (await db.rows(query, Watched))[0] ?? { dispatched: 0, wrong: 0, unclear: 0 }
}

/** What rules did in a span: how many first dispatches each decided, and how many of these were wrong. */
export const decidedBy = (db: Db, rules: readonly string[], from: Instant, until: Instant) =>
  db.rows(
    sql`
    select rule, count(*)::int as dispatched, count(*) filter (where wrong)::int as wrong
    from   first_dispatch where rule = any(${rules}) and at >= ${from} and at < ${until} group by rule`,
    z.object({ rule: z.string(), dispatched: z.number(), wrong: z.number() }),
  )
