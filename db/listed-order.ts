import { z } from 'zod'
import { type Db, sql } from './sql.ts'

export const ListedOrder = z.object({
  order_id: z.string(),
  order_no: z.string(),
  version: z.number(),
  state: z.string(),
  light: z.string(),
  channel: z.string(),
  request_type: z.string(),
  category: z.string(),
  region: z.string(),
  kind: z.string(),
  urgency: z.string(),
  hazard: z.boolean(),
  title: z.string(),
  lead_unit: z.string(),
  received_at: z.string(),
  citizen_due: z.string().nullable(),
  unit_due: z.string().nullable(),
  next_callback: z.string().nullable(),
  ended_at: z.string().nullable(),
  rework_count: z.number(),
  urge_count: z.number(),
})
export type ListedOrder = z.infer<typeof ListedOrder>

export const COLUMNS = sql`w.order_id, w.order_no, w.version, w.state, w.light, w.channel, w.request_type, w.category, w.region, w.kind,
  w.urgency, w.hazard, w.title, w.lead_unit, w.received_at, w.citizen_due, w.unit_due, w.next_callback, w.ended_at,
  w.rework_count, w.urge_count`

export const ordersById = (db: Db, ids: readonly string[]): Promise<ListedOrder[]> =>
  db.rows(sql`select ${COLUMNS} from work_order w where w.order_id = any(${ids})`.as('orders-by-id'), ListedOrder)
