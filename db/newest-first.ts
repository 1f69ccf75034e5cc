import { z } from 'zod'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { type Keys, within } from './order-keys.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'
import { TEXT_KEYS } from './text-keys.ts'

/** A word with the pairs of characters that find it by index. */
export type Word = { like: string; pairs: readonly number[] }

/** What is asked of orders that are reached through a unit's assignments or through their text. */
type Search = {
  /** conditions on the order's row `w` */
  given: readonly Sql[]
  keys: Keys
  /** each set: assigned to one of these */
  units: readonly (readonly string[])[]
  words: readonly Word[]
  /** smaller in tests */
  look?: typeof LOOK
}

export const all = (given: readonly Sql[]): Sql => (given.length === 0 ? sql`true` : joinSql(given, sql` and `))

const LIVE = sql`state not in ('returned', 'cancelled')`

export const binding = (units: readonly string[]): Sql =>
  sql`exists (select from assignment b where b.order_id = w.order_id and b.unit = any(${units}) and b.${LIVE})`

/** The same asked of each order by itself: the planner cannot read all that the units were ever given instead. */
export const bindingEach = (units: readonly string[]): Sql =>
  sql`(select true from assignment b where b.order_id = w.order_id and b.unit = any(${units}) and b.${LIVE} limit 1)`

/** The same of orders between two keys: what the units were given then is read once, not looked up for each. */
export const bindingWithin = (units: readonly string[], keys: Keys): Sql =>
  sql`w.order_id in (select b.order_id from assignment b
                     where b.unit = any(${units}) and b.${LIVE} and ${within(sql`b.order_id`, keys)})`

/** `coalesce` keeps the planner from guessing: it takes four Chinese characters for one text in ten thousand. */
const spoken = (words: readonly Word[]): Sql => all(words.map((word) => sql`coalesce(t.body like ${word.like}, false)`))

/** For questions that are narrow already. */
export const textHas = (word: Word): Sql =>
  sql`exists (select from order_text t where t.order_id = w.order_id and ${spoken([word])})`

/**
 * How many of the newest are looked through at first: 8,000 texts take 15–40 ms, 4,000 of a unit's orders 15 ms. As long
 * as that finds some, but not a page, up to four times as many are looked through for the rest. What is still missing
 * then is rare, or was long ago, and indexes return few rows.
 */
export const LOOK = { texts: 8000, ofUnits: 4000, further: 4 }

/** The newest assignments of each unit; the walk along them stops at the limit. */
function alongUnits({ given, keys, units: [units = []], words }: Search, limit: number): Sql {
  const row = given.length === 0 ? sql`` : sql`join work_order w using (order_id)`
  const text = words.length === 0 ? sql`` : sql`join order_text t using (order_id)`
  return sql`
    select distinct ${COLUMNS}
    from   unnest(${units}::text[]) as u(unit),
           lateral (select a.order_id
                    from   (select order_id from assignment where unit = u.unit and ${LIVE} and ${within(sql`order_id`, keys)}
                            order by order_id desc offset 0) a ${row} ${text}
                    where  ${all(given)} and ${spoken(words)}
                    order  by a.order_id desc limit ${limit}) f
           join work_order w using (order_id)
    order  by w.order_id desc limit ${limit}`
}

/** Texts alone are read five times as fast as texts beside their orders. */
function alongTexts({ given, keys, words }: Search, limit: number): Sql {
  const source =
    given.length === 0
      ? sql`order_text t where ${within(sql`t.order_id`, keys)} and ${spoken(words)}`
      : sql`(select order_id from work_order w where ${all(given)} and ${within(sql`w.order_id`, keys)} order by order_id desc offset 0) w
            join order_text t using (order_id) where ${spoken(words)}`
  return sql`
    select ${COLUMNS}
    from   (select t.order_id from ${source} order by t.order_id desc limit ${limit}) f join work_order w using (order_id)
    order  by w.order_id desc`
}

/** The key of the n-th newest that may be meant, whatever its text and, of a unit's, its state: null if there are fewer. */
async function nthNewest(db: Db, { given, keys, units: [units] }: Search, n: number): Promise<string | null> {
  const query =
    units === undefined
      ? sql`select order_id as id from work_order w where ${all(given)} and ${within(sql`w.order_id`, keys)}
            order by order_id desc offset ${n - 1} limit 1`
      : sql`select a.order_id as id
            from   unnest(${units}::text[]) as u(unit),
                   lateral (select order_id from assignment where unit = u.unit and ${LIVE} and ${within(sql`order_id`, keys)}
                            order by order_id desc limit ${n}) a
            order  by 1 desc offset ${n - 1} limit 1`
  const [row] = await db.rows(query, z.object({ id: z.string() }))
  return row?.id ?? null
}

/**
 * Everything older, by whatever indexes fit. `offset 0` keeps the planner from betting that the limit is soon reached:
 * where little or nothing is found, that bet reads the whole table (1.3 s of a million texts).
 */
function older(search: Search, before: string, limit: number): Sql {
  const range = { ...search.keys, before }
  const { key, source, own, units } = startingFrom(search)
  const assigned = units.map(
    (set) =>
      sql`${key} in (select order_id from assignment where unit = any(${set}) and ${LIVE} and ${within(sql`order_id`, range)})`,
  )
  return sql`
    select ${COLUMNS}
    from   (select distinct order_id
            from   (select ${key} as order_id from ${source} where ${all([...own, within(key, range), ...assigned])} offset 0) any_order
            order  by order_id desc limit ${limit}) f
           join work_order w using (order_id)
    order  by w.order_id desc`
}

type Start = { key: Sql; source: Sql; own: readonly Sql[]; units: Search['units'] }

/** No table is read that nothing is asked of: texts, orders or assignments come first, whichever says most. */
function startingFrom({ given, units, words }: Search): Start {
  const [first, ...others] = units
  if (words.length > 0) {
    const pairs = [...new Set(words.flatMap((word) => word.pairs))]
    const source = given.length === 0 ? sql`order_text t` : sql`order_text t join work_order w using (order_id)`
    return { key: sql`t.order_id`, source, own: [...given, sql`${TEXT_KEYS} @> ${pairs}::int[]`, spoken(words)], units }
  }
  if (given.length > 0 || first === undefined)
    return { key: sql`w.order_id`, source: sql`work_order w`, own: given, units }
  const own = [sql`a.unit = any(${first})`, sql`a.${LIVE}`]
  return { key: sql`a.order_id`, source: sql`assignment a`, own, units: others }
}

/**
 * How far to look for the rest, going by what was found so far and a half more. Where nothing was found indexes are
 * quicker; but the state of orders changes with their age, so twice as far is tried once where no text is read.
 */
function timesMore(looked: number, found: number, limit: number, isText: boolean): number {
  if (found === 0) return isText || looked > 1 ? 0 : 2
  return Math.max(1, (1.5 * (limit - found) * looked) / found)
}

/** Above every key, which is of digits and capitals. */
const AFTER_ALL = '~'

/** Looks through the newest first, by and by; only if they do not fill the page, through everything older. */
export async function newestFirst(db: Db, search: Search, limit: number): Promise<ListedOrder[]> {
  const { texts, ofUnits, further } = search.look ?? LOOK
  const found: ListedOrder[] = []
  let [times, looked, before] = [1, 0, search.keys.before]
  // What two strangers have in common is little, and two indexes tell it.
  if (search.units.length > 1) times = 0
  while (times > 0) {
    const rest = { ...search, keys: { ...search.keys, before } }
    const downTo = await nthNewest(db, rest, Math.ceil(times * (search.units.length === 0 ? texts : ofUnits)))
    const seen = downTo === null ? rest : { ...rest, keys: { from: downTo, before } }
    const along = search.units.length === 0 ? alongTexts : alongUnits
    found.push(...(await db.rows(along(seen, limit - found.length), ListedOrder)))
    if (downTo === null || found.length >= limit) return found
    before = downTo
    looked += times
    times = timesMore(looked, found.length, limit, search.words.length > 0)
    if (looked + times > 1 + further) times = 0
  }
  return [...found, ...(await db.rows(older(search, before ?? AFTER_ALL, limit - found.length), ListedOrder))]
}
