import { z } from 'zod'
import type { OrderEvent } from '#domain/order/event.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all, binding } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

type SupervisionAsk = {
  light: string
  lead: string | null
  region: string | null
  reach: { region: string | null; units: readonly string[] | null }
}

const under = (code: string): Sql => sql`w.region >= ${code} and w.region < ${`${code}~`}`

function within({ lead, region, reach }: Omit<SupervisionAsk, 'light'>): Sql {
  return all([
    ...(lead === null ? [] : [sql`w.lead_unit = ${lead}`]),
    ...(region === null ? [] : [under(region)]),
    ...(reach.region === null ? [] : [under(reach.region)]),
    ...(reach.units === null ? [] : [binding(reach.units)]),
  ])
}

/** The longest open first: along the index of lights, which holds only what is not green. */
export const supervisedPage = (db: Db, ask: SupervisionAsk, after: string | null, limit: number) =>
  db.rows(
    sql`
    select ${COLUMNS} from work_order w
    where  w.light = ${ask.light} and w.light <> 'green' and w.order_id > ${after ?? ''} and ${within(ask)}
    order  by w.order_id limit ${limit}`,
    ListedOrder,
  )

const UnitCount = z.object({ unit: z.string(), red: z.number(), yellow: z.number(), long_open: z.number() })

/** How many are red and amber by their lead; `longAgo` counts red ones received before it. */
export const supervisedCounts = (db: Db, ask: Omit<SupervisionAsk, 'light' | 'lead'>, longAgo: string) =>
  db.rows(
    sql`
    select w.lead_unit as unit, count(*) filter (where w.light = 'red') as red,
           count(*) filter (where w.light = 'yellow') as yellow,
           count(*) filter (where w.light = 'red' and w.received_at <= ${longAgo}) as long_open
    from   work_order w
    where  w.light in ('red', 'yellow') and ${within({ ...ask, lead: null })}
    group  by 1 order by 2 desc, 3 desc, 1`,
    UnitCount,
  )

const Log = z.object({ order_id: z.string(), events: z.custom<OrderEvent[]>((value) => Array.isArray(value)) })

/** The whole logs of a page of orders, oldest event first. */
export const logsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, OrderEvent[]>> => {
  const rows = await db.rows(
    sql`
    select e.order_id, json_agg(e.event order by e.seq) as events
    from   order_event e where e.order_id = any(${ids}) group by e.order_id`,
    Log,
  )
  return new Map(rows.map((row) => [row.order_id, row.events]))
}
