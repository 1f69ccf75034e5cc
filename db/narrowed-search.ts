import { z } from 'zod'
import { all, binding } from './newest-first.ts'
import { type Keys, within } from './order-keys.ts'
import { conditions, type OrderFilter, under, unitsOf } from './order-list.ts'
import { type Db, type Sql, sql } from './sql.ts'
import { REPLY_BODY, REQUEST_BODY } from './text-keys.ts'
import { scopesAsked } from './text-scopes.ts'
import { type Ends, NARROWED, type NewestTexts, type Sought, TABLES, type TextSearch } from './text-search.ts'

const numbered = (no: string): Sql =>
  sql`(${under(sql`w.order_no`, no)} or w.order_id in (select order_id from external_no where no = ${no}))`

/** The newest that fit, whatever they say: along a unit's assignments or by the index of the filters. */
function newestThatFit(filter: OrderFilter, given: readonly Sql[], keys: Keys) {
  const [units] = unitsOf(filter)
  if (units === undefined && given.length === 0) return null
  return (limit: number): Sql =>
    units === undefined
      ? sql`select w.order_id from work_order w where ${all(given)} and ${within(sql`w.order_id`, keys)}
            order by w.order_id desc limit ${limit}`
      : sql`select distinct a.order_id
            from   unnest(${units}::text[]) as u(unit),
                   lateral (select b.order_id from assignment b
                            where b.unit = u.unit and b.state not in ('returned', 'cancelled') and ${within(sql`b.order_id`, keys)}
                            order by b.order_id desc limit ${limit}) a
                   join work_order w using (order_id)
            where  ${all(given)}
            order  by a.order_id desc limit ${limit}`
}

const EndsRow = z.object({ newest: z.string().nullable(), oldest: z.string().nullable() })

async function endsOf(db: Db, kind: TextSearch['kind'], keys: Keys): Promise<Ends> {
  const { table } = TABLES[kind]
  const range = within(sql`t.order_id`, keys)
  const [row] = await db.rows(
    sql`select (select max(t.order_id) from ${table} where ${range}) as newest,
               (select min(t.order_id) from ${table} where ${range}) as oldest`,
    EndsRow,
  )
  return row ?? { newest: null, oldest: null }
}

const Text = z.object({ id: z.string(), body: z.string().nullable() })

async function newestTexts(db: Db, kind: TextSearch['kind'], newest: (limit: number) => Sql): Promise<NewestTexts> {
  const { table } = TABLES[kind]
  const rows = await db.rows(
    sql`select n.order_id as id, t.body
        from   (${newest(NARROWED + 1)}) n left join ${table} on t.order_id = n.order_id
        order  by n.order_id desc`,
    Text,
  )
  const texts = rows.map(({ id, body }) => ({ id, body: body ?? '' }))
  return { texts, downTo: rows.length > NARROWED ? (rows.at(-1)?.id ?? null) : null }
}

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined
  return () => (asked ??= ask())
}

type Asked = { words: readonly Sought[]; inTitle: boolean }

/**
 * Searches for words among the orders that a list's filters leave, within the caller's reach. A question is asked in up to
 * fifteen ways (in the title, cut into words, without one of them): what all of them need is read once.
 */
export function searchesWithin(db: Db, filter: OrderFilter, kind: TextSearch['kind']): (asked: Asked) => TextSearch {
  const own = [...conditions(filter), ...(filter.no === undefined ? [] : [numbered(filter.no)])]
  const units = unitsOf(filter)
  const scopes = scopesAsked(filter)
  const keys = { from: filter.fromId ?? null, before: filter.beforeId ?? null }
  const fitting = newestThatFit(filter, [...own, ...units.map(binding)], keys)
  const ends = once(() => endsOf(db, kind, keys))
  const newest = fitting === null ? null : once(() => newestTexts(db, kind, fitting))
  return (asked) => ({ kind, ...asked, given: own, units, scopes, ends, newest, keys })
}

const Found = z.object({ id: z.string(), state: z.string(), body: z.string() })

/** The texts that will be ranked, as they are kept: normalised and masked. */
export const searchedTexts = (db: Db, kind: TextSearch['kind'], ids: readonly string[]) =>
  db.rows(
    sql`select w.order_id as id, w.state, t.body
        from   ${kind === 'request' ? REQUEST_BODY : REPLY_BODY} t join work_order w using (order_id)
        where  t.order_id = any(${ids})`,
    Found,
  )
