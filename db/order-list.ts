import { z } from 'zod'
import type { OrderId, UnitId } from '#domain/ids.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

/** What a list is narrowed to: the caller's wishes and, never to be widened by them, the caller's reach. */
export type OrderFilter = {
  state?: readonly string[] | undefined
  light?: readonly string[] | undefined
  unit?: UnitId | undefined
  category?: string | undefined
  region?: string | undefined
  channel?: readonly string[] | undefined
  type?: readonly string[] | undefined
  /** bounds of the order's key, which carries its receipt time */
  fromId?: string | undefined
  beforeId?: string | undefined
  /** words that must all occur; each with the pairs of characters that find it by index */
  words?: readonly { like: string; pairs: readonly number[] }[] | undefined
  no?: string | undefined
  phoneIndexes?: readonly Buffer[] | undefined
  reach: { region: string | null; units: readonly UnitId[] | null }
}

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

const COLUMNS = sql`w.order_id, w.order_no, w.version, w.state, w.light, w.channel, w.request_type, w.category, w.region, w.kind,
  w.urgency, w.hazard, w.title, w.lead_unit, w.received_at, w.citizen_due, w.unit_due, w.next_callback, w.ended_at,
  w.rework_count, w.urge_count`

/** Codes grow by digits, so "at this level or below" is a range of a C-collated index. */
const under = (column: Sql, code: string): Sql => sql`${column} >= ${code} and ${column} < ${`${code}~`}`

const FULL_NO = /^[A-Z]{2}\d{13}$/

function byNumber(no: string): Sql {
  if (FULL_NO.test(no)) return sql`w.order_no = ${no}`
  return sql`(${under(sql`w.order_no`, no)} or w.order_id in (select order_id from external_no where no = ${no}))`
}

/** Conditions on the order's own row; those on units and words shape the query itself. */
function conditions(filter: OrderFilter): Sql[] {
  const given: Sql[] = []
  const add = (condition: Sql | undefined) => condition !== undefined && given.push(condition)
  const oneOf = (column: Sql, values: readonly string[] | undefined) =>
    values && (values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values})`)
  add(oneOf(sql`w.state`, filter.state))
  add(oneOf(sql`w.light`, filter.light))
  add(oneOf(sql`w.channel`, filter.channel))
  add(oneOf(sql`w.request_type`, filter.type))
  add(filter.category === undefined ? undefined : under(sql`w.category`, filter.category))
  add(filter.region === undefined ? undefined : under(sql`w.region`, filter.region))
  add(filter.reach.region === null ? undefined : under(sql`w.region`, filter.reach.region))
  add(filter.fromId === undefined ? undefined : sql`w.order_id >= ${filter.fromId}`)
  add(filter.beforeId === undefined ? undefined : sql`w.order_id < ${filter.beforeId}`)
  add(filter.no === undefined ? undefined : byNumber(filter.no))
  if (filter.phoneIndexes !== undefined)
    add(sql`w.order_id in (select order_id from appellant where caller_index = any(${filter.phoneIndexes})
            union all select order_id from appellant where contact_index = any(${filter.phoneIndexes}))`)
  return given
}

const all = (given: readonly Sql[]): Sql => (given.length === 0 ? sql`true` : joinSql(given, sql` and `))

const binding = (units: readonly string[]): Sql =>
  sql`exists (select from assignment b where b.order_id = w.order_id and b.unit = any(${units}) and b.state not in ('returned', 'cancelled'))`

/** Newest first along the key: each filter index ends in order_id, so fifty rows are read, not sorted. */
const along = (given: readonly Sql[], limit: number): Sql =>
  sql`select ${COLUMNS} from work_order w where ${all(given)} order by w.order_id desc limit ${limit}`

/** For units: walk each unit's assignments newest first and stop at the limit; then the newest of all. */
const alongUnits = (units: readonly string[], given: readonly Sql[], limit: number): Sql => sql`
  select distinct ${COLUMNS}
  from   unnest(${units}::text[]) as u(unit),
         lateral (select a.order_id from assignment a join work_order w using (order_id)
                  where a.unit = u.unit and a.state not in ('returned', 'cancelled') and ${all(given)}
                  order by a.order_id desc limit ${limit}) f
         join work_order w using (order_id)
  order by w.order_id desc limit ${limit}`

/** How many of the newest rows are looked through before the index of pairs is asked: 8,000 rows read in 15–30 ms. */
const RECENT = 8000

const spoken = (words: NonNullable<OrderFilter['words']>): Sql =>
  all(words.map((word) => sql`t.body like ${word.like}`))

/**
 * A frequent word is found among the newest orders by looking; one that is not frequent there is rare, and the index of
 * character pairs then returns few rows to check. Neither way ever sorts hundreds of thousands of rows.
 */
async function byWords(
  db: Db,
  words: NonNullable<OrderFilter['words']>,
  given: Sql[],
  limit: number,
): Promise<ListedOrder[]> {
  const recent = await db.rows(
    sql`select ${COLUMNS} from (select * from work_order w where ${all(given)} order by w.order_id desc limit ${RECENT}) w
        join order_text t using (order_id) where ${spoken(words)} order by w.order_id desc limit ${limit}`,
    ListedOrder,
  )
  if (recent.length >= limit) return recent
  const pairs = [...new Set(words.flatMap((word) => word.pairs))]
  return db.rows(
    sql`with found as materialized (select t.order_id from order_text t where t.pairs @> ${pairs}::int[] and ${spoken(words)})
        select ${COLUMNS} from found join work_order w using (order_id) where ${all(given)} order by w.order_id desc limit ${limit}`,
    ListedOrder,
  )
}

/** A page of orders, newest first. */
export function listOrders(db: Db, filter: OrderFilter, limit: number): Promise<ListedOrder[]> {
  const given = conditions(filter)
  const { units } = filter.reach
  if (filter.words !== undefined || filter.phoneIndexes !== undefined || filter.no !== undefined) {
    if (filter.unit !== undefined) given.push(binding([filter.unit]))
    if (units !== null) given.push(binding(units))
    return filter.words === undefined
      ? db.rows(along(given, limit), ListedOrder)
      : byWords(db, filter.words, given, limit)
  }
  if (filter.unit !== undefined) {
    if (units !== null) given.push(binding(units))
    return db.rows(alongUnits([filter.unit], given, limit), ListedOrder)
  }
  return db.rows(units === null ? along(given, limit) : alongUnits(units, given, limit), ListedOrder)
}

export const idOf = (row: ListedOrder): OrderId => row.order_id as OrderId
