import { z } from 'zod'
import type { CategoryCode, OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** A past order as a recommendation reads it. */
export const PrecedentRow = z.object({
  order_id: z.string(),
  order_no: z.string(),
  category: z.string(),
  region: z.string(),
  /** five bytes a word, as `order_signature` has them; null: not written yet */
  terms: z.instanceof(Buffer).nullable(),
  /** the lead whose answer was accepted, or that a ruling named */
  unit: z.string().nullable(),
  /** leads that gave it back, or from which the desk took it as wrongly sent */
  wrong: z.array(z.string()),
})
export type PrecedentRow = z.infer<typeof PrecedentRow>

type PrecedentsAsked = {
  category: CategoryCode | null
  /** a district */
  region: string
  fromId: string
  not: OrderId
  /** orders that say like words, whatever their scene */
  like: readonly string[]
}

/**
 * Of a lead that is out: returned and approved (a grid worker's report upwards is no wrong dispatch), or cancelled while
 * another unit leads. Expects `a` and `w`.
 */
const isWrong = sql`a.role = 'lead' and (
  (a.state = 'returned' and exists (
    select from order_event r where r.order_id = a.order_id and r.kind = 'return-approved'))
  or (a.state = 'cancelled' and w.lead_unit not in ('', a.unit)))`

const NEWEST_NEAR = 100
const NEWEST = 150

/**
 * The newest orders of the scene, of the district and of the city, and those named; only what says something: it ended
 * with a unit, was ruled on, or went wrong with one. What a grid worker settled says nothing of units.
 */
export const precedentRows = (
  db: Db,
  { category, region, fromId, not, like }: PrecedentsAsked,
): Promise<PrecedentRow[]> =>
  db.rows(
    sql`
    with near as (
      (select order_id from work_order
       where  category = ${category ?? ''} and order_id >= ${fromId} and lead_unit <> ''
         and  region >= ${region} and region < ${`${region}~`}
       order  by order_id desc limit ${NEWEST_NEAR})
      union
      (select order_id from work_order
       where  category = ${category ?? ''} and order_id >= ${fromId} and lead_unit <> ''
       order  by order_id desc limit ${NEWEST})
      union
      select unnest(${like}::text[])
    ), told as (
      select w.order_id, w.order_no, w.category, w.region, s.terms,
             coalesce(
               (select a.unit from assignment a where a.order_id = w.order_id and a.role = 'lead' and a.state = 'accepted' and a.worker is null limit 1),
               case when w.state <> 'in-adjudication' and exists (
                 select from order_event e where e.order_id = w.order_id and e.kind = 'sent-to-adjudication')
               then nullif(w.lead_unit, '') end) as unit,
             array(select a.unit from assignment a where a.order_id = w.order_id and ${isWrong}) as wrong
      from   near join work_order w using (order_id) left join order_signature s using (order_id)
      where  w.order_id <> ${not} and w.state <> 'withdrawn'
    )
    select order_id, order_no, category, region, terms, unit, wrong
    from   told where unit is not null or cardinality(wrong) > 0
    order  by order_id desc`.as('precedent-rows'),
    PrecedentRow,
  )

const RecordRow = z.object({ unit: z.string(), assigned: z.number(), kept: z.number(), wrong: z.number() })
type RecordRow = z.infer<typeof RecordRow>

/** Of a scene since a moment, by unit: what it led first or later, what it ended, what went wrong or is asked back. */
export const unitRecords = (db: Db, category: CategoryCode, fromId: string, not: OrderId): Promise<RecordRow[]> =>
  db.rows(
    sql`
    select a.unit, count(*) as assigned, count(*) filter (where a.state = 'accepted') as kept,
           count(*) filter (where ${isWrong} or a.state = 'return-requested') as wrong
    from   work_order w join assignment a using (order_id)
    where  w.category = ${category} and w.order_id >= ${fromId} and w.order_id <> ${not} and a.role = 'lead'
      and  w.state <> 'withdrawn'
    group  by a.unit`.as('unit-records'),
    RecordRow,
  )
