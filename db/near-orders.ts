import { z } from 'zod'
import type { CategoryCode, OrderId } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { type Db, sql } from './sql.ts'

export const NearOrder = ListedOrder.extend({
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  /** pairs of characters of its masked text */
  pairs: z.array(z.number()),
  returned: z.number(),
})
export type NearOrder = z.infer<typeof NearOrder>

type Near = {
  category: CategoryCode
  /** a district, a town, a community: that region and all below */
  region: string
  states: readonly OrderState[]
  /** only what a unit has handled: an answer at the seat tells nothing about whom to send it to */
  handled: boolean
  fromId: string
  not: OrderId
  /** what the caller may see of the city */
  reach: string | null
}

/** The newest orders of the same scene in a region, with what tells how like they are. */
export const nearOrders = (db: Db, near: Near, limit: number): Promise<NearOrder[]> =>
  db.rows(
    sql`
    select ${COLUMNS}, w.lng, w.lat, coalesce(t.pairs, '{}') as pairs,
           (select count(*) from assignment a where a.order_id = w.order_id and a.state = 'returned') as returned
    from   (select * from work_order w
            where  w.category = ${near.category} and w.order_id >= ${near.fromId} and w.order_id <> ${near.not}
              and  w.region >= ${near.region} and w.region < ${`${near.region}~`}
              and  w.region >= ${near.reach ?? ''} and w.region < ${`${near.reach ?? ''}~`}
              and  w.state = any(${near.states}) and (w.lead_unit <> '' or not ${near.handled})
            order  by w.order_id desc limit ${limit}) w
           left join order_text t using (order_id)
    order  by w.order_id desc`,
    NearOrder,
  )
