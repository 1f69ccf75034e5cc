import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Natures = z.object({
  order_id: z.string(),
  place_type: z.string().nullable(),
  ownership: z.string().nullable(),
  respondent_type: z.string().nullable(),
})
export type Natures = z.infer<typeof Natures>

/** What the rules read of these requests, as last corrected; from the log, since no list is searched by it. */
export async function naturesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<OrderId, Natures>> {
  const rows = await db.rows(
    sql`
    select distinct on (e.order_id) e.order_id, e.event #>> '{request,placeType}' as place_type,
           e.event #>> '{request,ownership}' as ownership, e.event #>> '{request,respondentType}' as respondent_type
    from   order_event e
    where  e.order_id = any(${ids}) and e.kind in ('opened', 'amended')
    order  by e.order_id, e.seq desc`,
    Natures,
  )
  return new Map(rows.map((row) => [row.order_id as OrderId, row]))
}
