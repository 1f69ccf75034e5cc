import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Instant, type OrderId, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** One sight of an order: who, in which role, what of it, why, from where. */
type OrderSight = {
  orderId: OrderId
  at: Instant
  actor: string
  role: Role | null
  unit: UnitId | null
  what: 'view' | 'unmask' | 'file' | 'search' | 'export'
  fields: readonly string[]
  reason: string | null
  ip: string
  agent: string
}

export async function logView(db: Db, view: OrderSight): Promise<void> {
  await db.run(
    sql`
    insert into view_log (order_id, at, actor, role, unit, what, fields, reason, ip, agent)
    values (${view.orderId}, ${view.at}, ${view.actor}, ${view.role}, ${view.unit}, ${view.what}, ${view.fields},
            ${view.reason}, ${view.ip}, ${view.agent})`.as('log-view'),
  )
}

const LoggedView = z.object({
  at: Instant,
  actor: z.string(),
  name: z.string().nullable(),
  role: Role.nullable(),
  unit: UnitId.nullable(),
  what: z.string(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
  ip: z.string(),
  agent: z.string(),
})

/**
 * Who saw the order between two moments, both included, in the order of time; null leaves that side open. Whoever acted
 * on it got it as the answer: the log of events says so already, so acts are read from there as `act`.
 */
export const viewsOf = (db: Db, orderId: OrderId, from: Instant | null, to: Instant | null) =>
  db.rows(
    sql`
    with seen as (
      select v.at, v.id, v.actor, v.role, v.unit, v.what, v.fields, v.reason, v.ip, v.agent
      from   view_log v where v.order_id = ${orderId}
      union all
      select e.at, e.seq, e.event #>> '{by,id}', e.event #>> '{by,role}', e.event #>> '{by,unit}', 'act', array[e.kind], null, '', ''
      from   order_event e where e.order_id = ${orderId} and e.event #>> '{by,kind}' in ('staff', 'machine')
    )
    select v.at, v.actor, s.name, v.role, v.unit, v.what, v.fields, v.reason, v.ip, v.agent
    from   seen v left join staff s on s.staff_id = v.actor
    where  v.at between coalesce(${from}::timestamptz, '-infinity') and coalesce(${to}::timestamptz, 'infinity')
    order  by v.at, v.id`,
    LoggedView,
  )
