import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Change = z.object({
  order_id: z.string(),
  seq: z.number(),
  kind: z.string(),
  at: z.string(),
  order_no: z.string(),
  state: z.string(),
  light: z.string(),
  region: z.string(),
  units: z.array(z.string()),
})
export type Change = z.infer<typeof Change>

/**
 * Events since a moment, oldest first, with what decides who may hear of them. The brin index makes it a few pages. What
 * leaves the grid is heard by the community it leaves, and so by its street: both have a notice of it.
 */
export const changesSince = (db: Db, since: Instant, limit: number): Promise<Change[]> =>
  db.rows(
    sql`
    select e.order_id, e.seq, e.kind, e.at, w.order_no, w.state, w.light, w.region,
           array(select a.unit from assignment a
                 where  a.order_id = e.order_id
                   and  (a.state not in ('returned', 'cancelled')
                         or e.kind = 'reported-up' and e.event ->> 'assignment' = a.order_id || '/' || a.n)) as units
    from   order_event e join work_order w using (order_id)
    where  e.at > ${since}
    order  by e.at, e.order_id, e.seq
    limit  ${limit}`.as('changes-since'),
    Change,
  )
