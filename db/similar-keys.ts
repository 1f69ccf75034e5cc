import { z } from 'zod'
import { CURRENT, UNDER } from './similar-orders.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

/** Of an order that may be the same what the choice stands on of those whose texts are worth reading. */
const SimilarKey = z.object({
  order_id: z.string(),
  version: z.number(),
  state: z.string(),
  category: z.string(),
  region: z.string(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  same_caller: z.boolean(),
  /** its signature, where it is written already */
  terms: z.instanceof(Buffer).nullable(),
})
export type SimilarKey = z.infer<typeof SimilarKey>

type SimilarSearch = {
  /** what the index of words has found, however old and wherever */
  byWords: readonly string[]
  phoneIndexes: readonly Buffer[]
  /** west, south, east, north in degrees */
  box: readonly [number, number, number, number] | null
  /** of at least a community, where there is no point on the map */
  region: string | null
  category: string | null
  /** the town, which keeps a frequent category at hand */
  town: string | null
  /** keys from here on: what is older is no longer said again */
  fromId: string
  /** ended since then still counts */
  endedSince: string
  reach: string | null
}

/** As the index has it: squares of 0.0025 degrees. */
const square = (degrees: number): number => Math.floor(degrees * 400)

/** The squares that a box touches, nine at most for the circle around a place. */
function squaresOf([west, south, east, north]: readonly [number, number, number, number]): [x: number[], y: number[]] {
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let x = square(west); x <= square(east); x++)
    for (let y = square(south); y <= square(north); y++) {
      xs.push(x)
      ys.push(y)
    }
  return [xs, ys]
}

type Source = { letter: string; keys: Sql }

function sources(search: SimilarSearch): Source[] {
  const { phoneIndexes, box, region, category, town, fromId, endedSince, byWords } = search
  const found: Source[] = []
  if (byWords.length > 0) found.push({ letter: 'w', keys: sql`(select unnest(${byWords}::text[]) as order_id)` })
  if (phoneIndexes.length > 0) found.push({ letter: 'p', keys: sql`(select order_id from by_phone)` })
  if (box !== null) {
    const [xs, ys] = squaresOf(box)
    found.push({
      letter: 's',
      keys: sql`(
      select c.order_id
      from   unnest(${xs}::int[], ${ys}::int[]) as square(x, y),
             lateral (select w.order_id from work_order w
                      where  floor(w.lng * 400) = square.x and floor(w.lat * 400) = square.y and w.lng is not null
                      and    w.order_id >= ${fromId} and ${CURRENT(endedSince)}
                      order  by w.order_id desc limit 60) c)`,
    })
  }
  if (box === null && region !== null)
    found.push({
      letter: 'r',
      keys: sql`(
      select w.order_id from work_order w
      where  ${UNDER(region)} and w.order_id >= ${fromId} and ${CURRENT(endedSince)}
      order  by w.order_id desc limit 150)`,
    })
  if (category !== null)
    found.push({
      letter: town === null ? 'c' : 't',
      keys: sql`(
      select w.order_id
      from   (select order_id, region, state, ended_at from work_order
              where  category = ${category} and order_id >= ${fromId} order by order_id desc limit 2000) w
      where  ${UNDER(town)} and ${CURRENT(endedSince)}
      order  by w.order_id desc limit 80)`,
    })
  return found
}

const byPhone = ({ phoneIndexes, fromId }: SimilarSearch): Sql => sql`
    by_phone as (
      (select order_id from appellant where caller_index = any(${phoneIndexes}) and order_id >= ${fromId}
       order by order_id desc limit 40)
      union
      (select order_id from appellant where contact_index = any(${phoneIndexes}) and order_id >= ${fromId}
       order by order_id desc limit 40)
    ),`

/**
 * Who might be asking for the same, by each index that knows one ground: words, number, square, region, category; the
 * ranking itself is `rankSimilar`. Each source reads its newest some hundred keys: nine squares, a category, or a
 * community. Prepared once for each set of sources: planning took as long as reading, 1.2 ms of 2.5. (Where squares are
 * asked for the server plans anew each time all the same.)
 */
export function similarKeys(db: Db, search: SimilarSearch): Promise<SimilarKey[]> {
  const from = sources(search)
  if (from.length === 0) return Promise.resolve([])
  const { phoneIndexes, endedSince, reach } = search
  const letters = from.map(({ letter }) => letter).join('')
  const ofCaller = phoneIndexes.length > 0 ? sql`w.order_id in (select order_id from by_phone)` : sql`false`
  return db.rows(
    sql`
    with ${phoneIndexes.length > 0 ? byPhone(search) : sql``} found as (
      ${joinSql(
        from.map(({ keys }) => keys),
        sql` union `,
      )})
    select w.order_id, w.version, w.state, w.category, w.region, w.lng, w.lat, ${ofCaller} as same_caller, s.terms
    from   found join work_order w using (order_id) left join order_signature s using (order_id)
    where  ${CURRENT(endedSince)} and ${UNDER(reach)}
    order  by w.order_id desc limit 700`.as(`similar-keys-${letters}${reach === null ? '' : '-within'}`),
    SimilarKey,
  )
}
