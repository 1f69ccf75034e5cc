import { z } from 'zod'
import { IN_HAND } from './grid.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** What a number of the board counts, as conditions on the order's row `w`; both ends of a span are included. */
export type BoardFilter = {
  acceptedFrom?: string | undefined
  acceptedTo?: string | undefined
  dispatchedFrom?: string | undefined
  dispatchedTo?: string | undefined
  closedFrom?: string | undefined
  closedTo?: string | undefined
  lead?: string | undefined
  /** one of these leads */
  leads?: readonly string[] | undefined
  unitDueFrom?: string | undefined
  unitDueTo?: string | undefined
  receivedTo?: string | undefined
  /** this grid worker has it in hand */
  inHandOf?: string | undefined
  /** chosen one by one, by what each says about a rate */
  orders?: readonly string[] | undefined
}

/** Closed and, after the city's days, put away: what was answered, transferred or withdrawn also ends as archived. */
export const WAS_CLOSED = sql`(w.state = 'closed' or w.state = 'archived' and exists (
  select from order_event e where e.order_id = w.order_id and e.kind = 'closed'))`

const LATER = sql`>=`
const EARLIER = sql`<=`

export function boardConditions(filter: BoardFilter): Sql[] {
  const given: Sql[] = []
  const bound = (column: Sql, side: Sql, at: string | undefined) =>
    at !== undefined && given.push(sql`${column} ${side} ${at}`)
  bound(sql`w.accepted_at`, LATER, filter.acceptedFrom)
  bound(sql`w.accepted_at`, EARLIER, filter.acceptedTo)
  bound(sql`w.unit_due`, LATER, filter.unitDueFrom)
  bound(sql`w.unit_due`, EARLIER, filter.unitDueTo)
  bound(sql`w.received_at`, EARLIER, filter.receivedTo)
  if (filter.closedFrom !== undefined || filter.closedTo !== undefined) given.push(WAS_CLOSED)
  bound(sql`w.ended_at`, LATER, filter.closedFrom)
  bound(sql`w.ended_at`, EARLIER, filter.closedTo)
  if (filter.dispatchedFrom !== undefined || filter.dispatchedTo !== undefined)
    given.push(sql`w.order_id in (
      select order_id from assignment where role = 'lead' and dispatched_at >= ${filter.dispatchedFrom ?? '-infinity'}
      and dispatched_at <= ${filter.dispatchedTo ?? 'infinity'})`)
  if (filter.lead !== undefined) given.push(sql`w.lead_unit = ${filter.lead}`)
  if (filter.leads !== undefined) given.push(sql`w.lead_unit = any(${filter.leads})`)
  if (filter.inHandOf !== undefined)
    given.push(
      sql`w.order_id in (select a.order_id from assignment a where a.worker = ${filter.inHandOf} and a.${IN_HAND})`,
    )
  if (filter.orders !== undefined) given.push(sql`w.order_id = any(${filter.orders})`)
  return given
}

const Id = z.object({ order_id: z.string() })

/** Orders closed within a span, for a look at what each of them says; a busy day has some thousand. */
export const closedBetween = async (db: Db, from: string, to: string, limit: number): Promise<string[]> =>
  (
    await db.rows(
      sql`select w.order_id from work_order w where w.ended_at >= ${from} and w.ended_at <= ${to} and ${WAS_CLOSED}
          order by w.ended_at limit ${limit}`,
      Id,
    )
  ).map((row) => row.order_id)
