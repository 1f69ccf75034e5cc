import type { OrderId, UnitId } from '#domain/ids.ts'
import { type BoardFilter, boardConditions } from './board-filter.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all, binding, newestFirst, textHas, type Word } from './newest-first.ts'
import { type Keys, keysOfNumber, within } from './order-keys.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** What a list is narrowed to: the caller's wishes and, never to be widened by them, the caller's reach. */
export type OrderFilter = BoardFilter & {
  state?: readonly string[] | undefined
  light?: readonly string[] | undefined
  unit?: UnitId | undefined
  category?: string | undefined
  region?: string | undefined
  channel?: readonly string[] | undefined
  type?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  urgency?: readonly string[] | undefined
  hazard?: boolean | undefined
  reworked?: boolean | undefined
  urged?: boolean | undefined
  /** the citizen's clock runs and is over before this moment */
  dueBefore?: string | undefined
  endedFrom?: string | undefined
  endedBefore?: string | undefined
  ids?: readonly OrderId[] | undefined
  /** taken up at a desk by this person, at this moment */
  heldBy?: { holder: string; at: string } | undefined
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
export const under = (column: Sql, code: string): Sql => sql`${column} >= ${code} and ${column} < ${`${code}~`}`

/** What is rare and asked for as it stands in its partial index: the planner must recognise the index's own words. */
function rareConditions(filter: OrderFilter): Sql[] {
  const { hazard, reworked, urged, dueBefore, endedFrom, endedBefore } = filter
  return [
    ...(hazard === true ? [sql`w.hazard`] : []),
    ...(reworked === true ? [sql`w.rework_count > 0`] : []),
    ...(urged === true ? [sql`w.urge_count > 0`] : []),
    ...(dueBefore === undefined ? [] : [sql`w.citizen_due < ${dueBefore}::timestamptz`]),
    ...(endedFrom === undefined ? [] : [sql`w.ended_at >= ${endedFrom}::timestamptz`]),
    ...(endedBefore === undefined ? [] : [sql`w.ended_at < ${endedBefore}::timestamptz`]),
  ]
}

/** Conditions on the order's own row; those on units, words and keys shape the query itself. */
export function conditions(filter: OrderFilter): Sql[] {
  const given = [...rareConditions(filter), ...boardConditions(filter)]
  const add = (condition: Sql | undefined) => condition !== undefined && given.push(condition)
  const oneOf = (column: Sql, values: readonly string[] | undefined) =>
    values && (values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values})`)
  add(oneOf(sql`w.state`, filter.state))
  add(oneOf(sql`w.light`, filter.light))
  add(oneOf(sql`w.channel`, filter.channel))
  add(oneOf(sql`w.request_type`, filter.type))
  add(oneOf(sql`w.kind`, filter.kind))
  add(oneOf(sql`w.urgency`, filter.urgency))
  add(filter.ids && sql`w.order_id = any(${filter.ids})`)
  const { heldBy } = filter
  if (heldBy !== undefined)
    add(sql`w.order_id in (select order_id from claim where holder = ${heldBy.holder} and until > ${heldBy.at})`)
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
export function unitsOf({ unit, reach }: OrderFilter): (readonly UnitId[])[] {
  if (unit === undefined) return reach.units === null ? [] : [reach.units]
  return reach.units === null || reach.units.includes(unit) ? [[unit]] : [[unit], reach.units]
}

/** The moment and order at which a page by due moment ended. */
export type DuePlace = { due: string; id: string }

/**
 * Orders whose citizen's clock runs, the first due first. The index holds only what is open (some thousands of a
 * million), so that in the worst case all of that is looked at and nothing else.
 */
export function listByDue(db: Db, filter: OrderFilter, after: DuePlace | null, limit: number): Promise<ListedOrder[]> {
  const keys: Keys = { from: filter.fromId ?? null, before: filter.beforeId ?? null }
  const { no } = filter
  const asked = [
    sql`w.citizen_due is not null`,
    ...conditions(filter),
    within(sql`w.order_id`, keys),
    ...unitsOf(filter).map(binding),
    ...(filter.words ?? []).map(textHas),
    ...(after === null ? [] : [sql`(w.citizen_due, w.order_id) > (${after.due}::timestamptz, ${after.id})`]),
    ...(no === undefined
      ? []
      : [sql`(${under(sql`w.order_no`, no)} or w.order_id in (select order_id from external_no where no = ${no}))`]),
  ]
  return db.rows(
    sql`select ${COLUMNS} from work_order w where ${all(asked)} order by w.citizen_due, w.order_id limit ${limit}`,
    ListedOrder,
  )
}

/** How far back the last digits of a number are looked for: 12 ms, and some weeks of a large city. */
const LAST_DIGITS_AMONG = 40_000

/** People read out the end of a number. Two orders of a year may share five digits: the newest come first. */
export function findByLastDigits(db: Db, digits: string, filter: OrderFilter, limit: number): Promise<ListedOrder[]> {
  // A bound on the key and not a join with the newest: a join looks on for the next match, through all there is.
  const oldest = sql`(select order_id from work_order order by order_id desc offset ${LAST_DIGITS_AMONG - 1} limit 1)`
  const recent = sql`w.order_id >= coalesce(${oldest}, '')`
  const meant = sql`right(w.order_no, 5) = ${digits}`
  return along(db, [...conditions(filter), ...unitsOf(filter).map(binding), recent, meant], limit)
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
