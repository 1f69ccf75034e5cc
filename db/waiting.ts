import { z } from 'zod'
import type { Instant, UnitId } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

export type Wait =
  | { states: readonly OrderState[] }
  | { returns: true }
  | { callbacksBy: Instant }
  | { red: readonly UnitId[] | null }
  | { dueOf: UnitId; by: Instant }

const Counted = z.object({ n: z.number() })

/** What an unfinished assignment is called; those of assignment_todo. */
const UNFINISHED = sql`('pending-sign', 'signed', 'processing', 'sent-back')`

function source(wait: Wait): { from: Sql; where: Sql } {
  const orders = sql`work_order w`
  if ('states' in wait) return { from: orders, where: sql`w.state = any(${wait.states})` }
  if ('returns' in wait)
    return {
      from: sql`assignment a join work_order w using (order_id)`,
      where: sql`a.state = 'return-requested' and w.state = 'in-handling'`,
    }
  if ('callbacksBy' in wait)
    return {
      from: orders,
      where: sql`w.state = 'pending-callback' and (w.next_callback is null or w.next_callback <= ${wait.callbacksBy})`,
    }
  if ('red' in wait)
    return {
      from: orders,
      where: wait.red === null ? sql`w.light = 'red'` : sql`w.light = 'red' and w.lead_unit = any(${wait.red})`,
    }
  return {
    from: sql`assignment a join work_order w using (order_id)`,
    where: sql`a.unit = ${wait.dueOf} and a.state in ${UNFINISHED} and a.due <= ${wait.by}`,
  }
}

/** Counts as far as anybody would count: by index, and no further than the limit. */
export async function countWaiting(db: Db, wait: Wait, region: string | null, limit: number): Promise<number> {
  const { from, where } = source(wait)
  const place = region === null ? [] : [sql`w.region >= ${region} and w.region < ${`${region}~`}`]
  const [row] = await db.rows(
    sql`select count(*) as n from (select 1 from ${from} where ${where} and ${all(place)} limit ${limit}) c`,
    Counted,
  )
  return row?.n ?? 0
}
