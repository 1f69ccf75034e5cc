import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

const Row = z.object({
  order_id: z.string(),
  order_no: z.string(),
  category: z.string(),
  received_at: Instant,
  title: z.string(),
  content: z.string(),
  corrected: z.boolean(),
})

/** Ended with a category that people left standing; what was refused or passed on at intake teaches nothing. */
const ended = sql`w.ended_at is not null and w.state not in ('not-accepted', 'transferred', 'withdrawn')`
/** Somebody chose otherwise than was suggested, or another person than who took it in set another category. */
const corrected = sql`
  (exists (select from suggestion_signal s where s.order_id = w.order_id and s.kind = 'category' and not s.adopted
             and s.suggested is not null and s.chosen is not null)
   or exists (select from order_event e, order_event o
              where  e.order_id = w.order_id and e.kind = 'amended' and e.event #>> '{request,category}' = w.category
                and  o.order_id = w.order_id and o.kind in ('opened', 'amended') and o.seq < e.seq
                and  o.event #>> '{request,category}' <> w.category and o.event #>> '{by,id}' <> e.event #>> '{by,id}'))`
const teaches: Sql = sql`w.category <> '' and (${ended} or ${corrected})`

/**
 * What a model learns from, newest first, a page after an order already read. Closed orders with the category after all
 * corrections, and open ones whose category a person has corrected; the text as it stands now.
 */
export const trainingOrders = (db: Db, before: string | null, limit: number) =>
  db.rows(
    sql`
      select w.order_id, w.order_no, w.category, w.received_at, r.title, r.content, ${corrected} as corrected
      from   work_order w
      join   lateral (
        select coalesce(e.event #>> '{request,title}', '') as title, coalesce(e.event #>> '{request,content}', '') as content
        from   order_event e
        where  e.order_id = w.order_id and e.kind in ('opened', 'amended')
        order  by e.seq desc
        limit  1
      ) r on true
      where  ${teaches} and w.order_id < ${before ?? '~'}
      order  by w.order_id desc
      limit  ${limit}`,
    Row,
  )

/** How many there are to learn from, counted no further than what one training takes. */
export async function countTrainingOrders(db: Db, most: number): Promise<number> {
  const query = sql`select count(*)::int as n from (select from work_order w where ${teaches} limit ${most}) t`
  return (await db.rows(query, z.object({ n: z.number() })))[0]?.n ?? 0
}
