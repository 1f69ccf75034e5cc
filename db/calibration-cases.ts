import { z } from 'zod'
import type { PublicRequest } from '#domain/accept/request.ts'
import { type Day, Instant, OrderId, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** Requests were checked when they were written; those of earlier releases lack what was added since. */
const Request = z.custom<Partial<PublicRequest> & Pick<PublicRequest, 'region' | 'title' | 'content'>>(
  (value) => typeof value === 'object' && value !== null && 'region' in value,
)

const Case = z.object({
  order_id: OrderId,
  received_at: Instant,
  request: Request,
  /** masked lines of title, content and more, for words */
  body: z.string(),
  first: UnitId,
  /** '' while nobody leads it: a return was let go and the order waits */
  final: z.string(),
  ruled: z.boolean(),
  moved: z.boolean(),
  overridden_by: z.string().nullable(),
})
export type CaseRow = z.infer<typeof Case>

/**
 * Dispatched orders of a span of days whose lead has settled, in the order of their keys, a page after one already read:
 * whose it was first and whose it is. Those that were given back for other reasons than duty, place or ownership say
 * nothing about the catalogue and are left out, and so is what a grid worker settled. About 25 µs an order.
 */
export const calibrationCases = (db: Db, from: Day, to: Day, after: string, limit: number): Promise<CaseRow[]> =>
  db.rows(
    sql`
    select f.order_id, w.received_at, r.request, coalesce(t.body, '') as body, f.unit as first, w.lead_unit as final,
           f.adjudicated as ruled, f.return_approved > 0 as moved,
           case when f.overridden and f.return_approved = 0 and not f.adjudicated then f.dispatcher end as overridden_by
    from   (select * from first_dispatch
            where  day between ${from}::date and ${to}::date and order_id > ${after}
            order  by order_id limit ${limit}) f
    join   work_order w using (order_id)
    join   lateral (
      select e.event -> 'request' as request from order_event e
      where  e.order_id = f.order_id and e.kind in ('opened', 'amended') order by e.seq desc limit 1
    ) r on true
    left   join order_text t on t.order_id = f.order_id
    where  not exists (select from assignment a where a.order_id = f.order_id and a.worker is not null and a.unit = w.lead_unit)
    order  by f.order_id`.as('calibration-cases'),
    Case,
  )

/** A case speaks once its lead has signed for it and nobody disputes it any more. */
export const isSettled = (row: CaseRow): row is CaseRow & { final: UnitId } =>
  row.final !== '' && row.request.category != null && (row.ruled || row.moved || row.first === row.final)
