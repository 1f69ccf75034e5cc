import { z } from 'zod'
import { all, binding } from './newest-first.ts'
import { type Keys, within } from './order-keys.ts'
import { conditions, type OrderFilter, under, unitsOf } from './order-list.ts'
import { type Db, type Sql, sql } from './sql.ts'
import { REPLY_BODY, REQUEST_BODY } from './text-keys.ts'
import type { Sought, TextSearch } from './text-search.ts'

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

/** A search for words among the orders that a list's filters leave, within the caller's reach. */
export function narrowedSearch(
  filter: OrderFilter,
  { kind, words, inTitle }: Pick<TextSearch, 'kind' | 'inTitle'> & { words: readonly Sought[] },
): TextSearch {
  const own = [...conditions(filter), ...(filter.no === undefined ? [] : [numbered(filter.no)])]
  const byKey = unitsOf(filter).map(binding)
  const keys = { from: filter.fromId ?? null, before: filter.beforeId ?? null }
  return { kind, words, inTitle, given: own, byKey, narrowed: newestThatFit(filter, [...own, ...byKey], keys), keys }
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
