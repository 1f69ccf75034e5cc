import { z } from 'zod'
import { OPEN } from '#domain/order/states.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { type Db, type Sql, sql } from './sql.ts'

const SimilarRow = ListedOrder.extend({
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  body: z.string(),
  same_caller: z.boolean(),
  /** its signature, where it is written already */
  terms: z.instanceof(Buffer).nullable(),
})
export type SimilarRow = z.infer<typeof SimilarRow>

/** An end at the desk or a merge leaves nothing that a second call could join. */
export const CURRENT = (endedSince: string): Sql =>
  sql`(w.state = any(${OPEN}) or (w.state in ('closed', 'answered') and w.ended_at >= ${endedSince}))`
export const UNDER = (region: string | null): Sql =>
  region === null ? sql`true` : sql`w.region >= ${region} and w.region < ${`${region}~`}`

const OF_CALLER = (phoneIndexes: readonly Buffer[]): Sql => sql`exists (
             select from appellant p where p.order_id = w.order_id
             and    (p.caller_index = any(${phoneIndexes}) or p.contact_index = any(${phoneIndexes})))`

type Compared = {
  ids: readonly string[]
  /** of whom to say whether it is the same caller */
  phoneIndexes: readonly Buffer[]
  /** ended since then still counts */
  endedSince: string
  reach: string | null
}

/** Orders to compare with one another, whole: of these those that are open or ended lately. */
export const similarOrders = (db: Db, { ids, phoneIndexes, endedSince, reach }: Compared): Promise<SimilarRow[]> =>
  db.rows(
    sql`
    select ${COLUMNS}, w.lng, w.lat, t.body, s.terms,
           ${phoneIndexes.length === 0 ? sql`false` : OF_CALLER(phoneIndexes)} as same_caller
    from   work_order w join order_text t using (order_id) left join order_signature s using (order_id)
    where  w.order_id = any(${ids}) and ${CURRENT(endedSince)} and ${UNDER(reach)}
    order  by w.order_id desc`,
    SimilarRow,
  )

const MatterRow = z.object({ order_id: z.string(), version: z.number(), body: z.string() })
export type MatterRow = z.infer<typeof MatterRow>

/** What orders are found by, their titles first. */
export const matterTexts = (db: Db, ids: readonly string[]): Promise<MatterRow[]> =>
  db.rows(
    sql`
    select w.order_id, w.version, t.body
    from   work_order w join order_text t using (order_id)
    where  w.order_id = any(${ids})`.as('matter-texts'),
    MatterRow,
  )
