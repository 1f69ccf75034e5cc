import { z } from 'zod'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

const within = (region: string | null): Sql[] =>
  region === null ? [] : [sql`w.region >= ${region} and w.region < ${`${region}~`}`]

const Waiting = ListedOrder.extend({ n: z.number() })
type WaitingReturn = z.infer<typeof Waiting>

/** Returns under review, from the index that holds nothing else; what went to a ruling waits elsewhere. */
export const waitingReturns = (db: Db, region: string | null, limit: number): Promise<WaitingReturn[]> =>
  db.rows(
    sql`
    select ${COLUMNS}, a.n from assignment a join work_order w using (order_id)
    where  ${all([sql`a.state = 'return-requested'`, sql`w.state = 'in-handling'`, ...within(region)])}
    order  by a.order_id, a.n limit ${limit}`,
    Waiting,
  )

/** Orders that wait for a ruling, the oldest first: few by nature. */
export const ordersInAdjudication = (db: Db, region: string | null, limit: number): Promise<ListedOrder[]> =>
  db.rows(
    sql`
    select ${COLUMNS} from work_order w
    where  ${all([sql`w.state = 'in-adjudication'`, ...within(region)])}
    order  by w.order_id limit ${limit}`,
    ListedOrder,
  )

/** Orders that were ruled on, newest first. */
export function ruledOrders(
  db: Db,
  region: string | null,
  before: string | null,
  limit: number,
): Promise<ListedOrder[]> {
  const given = [sql`e.kind = 'sent-to-adjudication'`, sql`w.state <> 'in-adjudication'`, ...within(region)]
  if (before !== null) given.push(sql`e.order_id < ${before}`)
  return db.rows(
    sql`
    select ${COLUMNS} from order_event e join work_order w using (order_id)
    where  ${all(given)} order by e.order_id desc limit ${limit}`,
    ListedOrder,
  )
}
