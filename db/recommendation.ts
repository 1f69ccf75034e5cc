import { z } from 'zod'
import type { Instant, OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

type ShownUnit = { rank: number; unit: string; score: number; source: string; rule: string | null }
type Shown = { order: OrderId; version: number; at: Instant; to: string; units: readonly ShownUnit[] }

/** Keeps what was recommended for an order in this version; shown again, the last showing stays. */
export const keepShown = (db: Db, { order, version, at, to, units }: Shown) =>
  db.run(
    sql`
    with gone as (
      delete from recommended_unit where order_id = ${order} and version = ${version} and rank > ${units.length}
    )
    insert into recommended_unit (order_id, version, rank, unit, score, source, rule, shown_at, shown_to)
    select ${order}, ${version}, rank, unit, score, source, rule, ${at}, ${to}
    from   json_to_recordset(${JSON.stringify(units)}::json) as u(rank int, unit text, score real, source text, rule text)
    on conflict (order_id, version, rank) do update set unit = excluded.unit, score = excluded.score,
      source = excluded.source, rule = excluded.rule, shown_at = excluded.shown_at, shown_to = excluded.shown_to`.as(
      'keep-shown',
    ),
  )

const OrderKey = z.object({ order_id: z.string() })

/** One order to decide on, taken for this transaction: another process skips it. The oldest first. */
export async function takeStraightDue(db: Db): Promise<OrderId | undefined> {
  const [row] = await db.rows(
    sql`
    delete from straight_due
    where  n = any(array(select n from straight_due order by n limit 1 for update skip locked))
    returning order_id`.as('take-straight-due'),
    OrderKey,
  )
  return row?.order_id as OrderId | undefined
}

/** Rows of orders that have left the desk meanwhile, by hand or into another order: nothing is to be decided. */
export const dropStraightGone = (db: Db) =>
  db.run(
    sql`
    delete from straight_due
    where  n = any(array(
      select d.n from straight_due d join work_order w using (order_id)
      where  w.state <> 'pending-dispatch' limit 1000 for update of d skip locked))`.as('drop-straight-gone'),
  )

/** The oldest row goes to the end. */
export const requeueStraightDue = (db: Db) =>
  db.run(
    sql`
    with gone as (
      delete from straight_due where n = any(array(select n from straight_due order by n limit 1 for update skip locked))
      returning order_id
    )
    insert into straight_due (order_id) select order_id from gone`,
  )

type Decided = {
  order: OrderId
  version: number
  at: Instant
  went: boolean
  unit: string | null
  score: number | null
  rule: string | null
  ruleVersion: string
  conditions: readonly unknown[]
}

/** Written once for an order in a version: deciding again on the same changes nothing. */
export const keepDecision = (db: Db, d: Decided) =>
  db.run(
    sql`
    insert into straight_decision (order_id, version, at, went, unit, score, rule, rule_version, conditions)
    values (${d.order}, ${d.version}, ${d.at}, ${d.went}, ${d.unit}, ${d.score}, ${d.rule}, ${d.ruleVersion},
            ${JSON.stringify(d.conditions)}::jsonb)
    on conflict (order_id, version) do nothing`.as('keep-straight-decision'),
  )

const Decision = z.object({
  version: z.number(),
  at: z.string(),
  went: z.boolean(),
  unit: z.string().nullable(),
  score: z.number().nullable(),
  rule: z.string().nullable(),
  rule_version: z.string(),
  conditions: z.unknown(),
})
export type DecisionRow = z.infer<typeof Decision>

export const decisionsOf = (db: Db, order: OrderId): Promise<DecisionRow[]> =>
  db.rows(
    sql`
    select version, at, went, unit, score, rule, rule_version, conditions from straight_decision
    where  order_id = ${order} order by version desc`,
    Decision,
  )

const Effect = z.object({ decided: z.number(), went: z.number(), wrong: z.number(), asked: z.number() })

/**
 * What straight-through dispatch has done since a moment: decided on, gone, of these sent wrong (returned, or taken back
 * by the desk for another unit) and asked back without a decision yet.
 */
export async function straightEffect(db: Db, from: Instant): Promise<z.infer<typeof Effect>> {
  const [row] = await db.rows(
    sql`
    with gone as (
      select t.order_id, a.state, w.lead_unit, a.unit
      from   dispatch_taken t join assignment a on a.order_id = t.order_id and a.n = t.n join work_order w on w.order_id = t.order_id
      where  t.straight and t.at >= ${from}
    )
    select (select count(*) from straight_decision where at >= ${from}) as decided, count(*) as went,
           count(*) filter (where state = 'returned' or (state = 'cancelled' and lead_unit not in ('', unit))) as wrong,
           count(*) filter (where state = 'return-requested') as asked
    from   gone`,
    Effect,
  )
  return row ?? { decided: 0, went: 0, wrong: 0, asked: 0 }
}

const Failing = z.object({ condition: z.string(), n: z.number(), alone: z.number() })

/** Which conditions kept orders at the desk since then, and how often one alone did. */
export const straightFailures = (db: Db, from: Instant) =>
  db.rows(
    sql`
    with failed as (
      select d.order_id, d.version, c ->> 'condition' as condition,
             count(*) over (partition by d.order_id, d.version) as of
      from   straight_decision d cross join lateral jsonb_array_elements(d.conditions) c
      where  d.at >= ${from} and not d.went and not (c ->> 'held')::boolean
    )
    select condition, count(*) as n, count(*) filter (where of = 1) as alone from failed group by 1 order by 2 desc, 1`,
    Failing,
  )
