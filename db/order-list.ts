import type { OrderId, UnitId } from '#domain/ids.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all, binding, newestFirst, textHas, type Word } from './newest-first.ts'
import { type Keys, keysOfNumber, within } from './order-keys.ts'
import { type Db, type Sql, sql } from './sql.ts'

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
  words?: readonly Word[] | undefined
  no?: string | undefined
  phoneIndexes?: readonly Buffer[] | undefined
  reach: { region: string | null; units: readonly UnitId[] | null }
}

/** Codes grow by digits, so "at this level or below" is a range of a C-collated index. */
const under = (column: Sql, code: string): Sql => sql`${column} >= ${code} and ${column} < ${`${code}~`}`

/** Conditions on the order's own row; those on units, words and keys shape the query itself. */
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
  if (filter.phoneIndexes !== undefined)
    add(sql`w.order_id in (select order_id from appellant where caller_index = any(${filter.phoneIndexes})
            union all select order_id from appellant where contact_index = any(${filter.phoneIndexes}))`)
  return given
}

/** Newest first along the key: each filter index ends in order_id, so fifty rows are read, not sorted. */
const along = (db: Db, given: readonly Sql[], limit: number) =>
  db.rows(
    sql`select ${COLUMNS} from work_order w where ${all(given)} order by w.order_id desc limit ${limit}`,
    ListedOrder,
  )

const FULL_NO = /^[A-Z]{2}\d{13}$/

/** One of our own numbers or the start of one; or, in full, a number that another system gave. */
async function byNumber(db: Db, no: string, given: readonly Sql[], limit: number): Promise<ListedOrder[]> {
  if (FULL_NO.test(no)) return along(db, [...given, sql`w.order_no = ${no}`], limit)
  const days = keysOfNumber(no)
  const own =
    days === null ? [] : await along(db, [...given, under(sql`w.order_no`, no), within(sql`w.order_id`, days)], limit)
  const elsewhere = sql`w.order_id in (select order_id from external_no where no = ${no})`
  const others = await along(db, [...given, elsewhere], limit)
  const both = new Map([...own, ...others].map((row) => [row.order_id, row]))
  return [...both.values()].sort((a, b) => (a.order_id < b.order_id ? 1 : -1)).slice(0, limit)
}

/** A unit within the caller's reach says all; one outside is asked for together with the reach. */
function unitsOf({ unit, reach }: OrderFilter): (readonly UnitId[])[] {
  if (unit === undefined) return reach.units === null ? [] : [reach.units]
  return reach.units === null || reach.units.includes(unit) ? [[unit]] : [[unit], reach.units]
}

/** A page of orders, newest first. */
export function listOrders(db: Db, filter: OrderFilter, limit: number): Promise<ListedOrder[]> {
  const given = conditions(filter)
  const keys: Keys = { from: filter.fromId ?? null, before: filter.beforeId ?? null }
  const units = unitsOf(filter)
  const { words, no, phoneIndexes } = filter
  if (no === undefined && phoneIndexes === undefined && (words !== undefined || units.length > 0))
    return newestFirst(db, { given, keys, units, words: words ?? [] }, limit)
  const asked = [...given, within(sql`w.order_id`, keys), ...units.map(binding), ...(words ?? []).map(textHas)]
  return no === undefined ? along(db, asked, limit) : byNumber(db, no, asked, limit)
}

export const idOf = (row: ListedOrder): OrderId => row.order_id as OrderId
