import { z } from 'zod'
import { type Day, type Instant, OrderId } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

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

/** Orders of the period whose class the machine was not sure of when a person last decided it; nothing known: not in it. */
const unsure = (from: Day, to: Day): Sql => sql`
  select f.order_id, f.category, f.unit, g.suggested, g.probability
  from   first_dispatch f
  join   lateral (
    select s.suggested, s.probability, s.sure from suggestion_signal s
    where  s.order_id = f.order_id and s.kind = 'category' order by s.seq desc limit 1
  ) g on not g.sure
  where  f.day between ${from}::date and ${to}::date and f.category <> ''`

const Unsure = Named.omit({ reason: true }).extend({
  /** null: it did not know at all */
  suggested: z.string().nullable(),
  probability: z.number().nullable(),
  of: z.number(),
})

/** Those of which the machine knew least, and how many there are in all. */
export const unsureIn = (db: Db, from: Day, to: Day, limit: number) =>
  db.rows(
    sql`
    select u.order_id, w.order_no, u.category, u.unit, w.lead_unit as lead, u.suggested, u.probability, u.of
    from   (select *, count(*) over ()::int as of from (${unsure(from, to)}) every
            order by probability nulls first, order_id desc limit ${limit}) u
    join   work_order w using (order_id)
    order  by u.probability nulls first, u.order_id desc`,
    Unsure,
  )

/** Beside the scenes' own samples, which stay random: of those not drawn yet, the ones of which the machine knew least. */
export const drawUnsure = (db: Db, round: number, sample: string, from: Day, to: Day, size: number) =>
  db.run(sql`
    insert into calibration_sample (order_id, round, scene, place)
    select order_id, ${round}, ${sample}, (row_number() over (order by probability nulls first, order_id desc))::int
    from   (${unsure(from, to)}) u
    where  not exists (select from calibration_sample s where s.order_id = u.order_id and s.round = ${round})
    order  by probability nulls first, order_id desc
    limit  ${size}`)

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
