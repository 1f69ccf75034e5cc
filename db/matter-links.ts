import { z } from 'zod'
import { type Db, sql } from './sql.ts'

export type LinkRow = { order_id: string; other_id: string; score: number }

/** What these orders were compared with, anew: their links before go, and they need not be compared again. */
export async function writeLinks(db: Db, ids: readonly string[], links: readonly LinkRow[]): Promise<void> {
  await db.run(sql`delete from matter_link where order_id = any(${ids})`.as('drop-links'))
  await db.run(sql`delete from matter_link where other_id = any(${ids})`.as('drop-links-to'))
  await db.run(
    sql`
    insert into matter_link (order_id, other_id, score)
    select order_id, other_id, score
    from   json_to_recordset(${JSON.stringify(links)}::json) as l(order_id text, other_id text, score real)
    on conflict (order_id, other_id) do update set score = excluded.score`.as('write-links'),
  )
  await db.run(sql`update order_signature set linked = true where order_id = any(${ids})`.as('mark-linked'))
}

/** Links of orders that are both still open or ended since that day. */
export const currentLinks = (db: Db, endedSince: number): Promise<LinkRow[]> =>
  db.rows(
    sql`
    select l.order_id, l.other_id, l.score
    from   matter_link l
           join order_signature a on a.order_id = l.order_id and (a.ended = 0 or a.ended >= ${endedSince})
           join order_signature b on b.order_id = l.other_id and (b.ended = 0 or b.ended >= ${endedSince})`,
    z.object({ order_id: z.string(), other_id: z.string(), score: z.number() }),
  )

const Member = z.object({ order_id: z.string(), matter: z.string() })

/** Writes what differs from what stands, and nothing else. One process at a time; null: another is at it. */
export function replaceMembers(db: Db, wanted: ReadonlyMap<string, string>): Promise<number | null> {
  return db.tx(async (tx) => {
    const [lock] = await tx.rows(
      sql`select pg_try_advisory_xact_lock(hashtext('matter_member')) as mine`,
      z.object({ mine: z.boolean() }),
    )
    if (lock?.mine !== true) return null
    const stored = await tx.rows(sql`select order_id, matter from matter_member`, Member)
    const gone = stored.filter(({ order_id }) => !wanted.has(order_id)).map(({ order_id }) => order_id)
    const known = new Map(stored.map(({ order_id, matter }) => [order_id, matter]))
    const changed = [...wanted].filter(([order_id, matter]) => known.get(order_id) !== matter)
    await tx.run(sql`delete from matter_member where order_id = any(${gone})`)
    await tx.run(
      sql`
      insert into matter_member (order_id, matter)
      select * from unnest(${changed.map(([order_id]) => order_id)}::text[], ${changed.map(([, matter]) => matter)}::text[])
      on conflict (order_id) do update set matter = excluded.matter`,
    )
    return gone.length + changed.length
  })
}

export async function matterOfOrder(db: Db, orderId: string): Promise<string | null> {
  const rows = await db.rows(sql`select order_id, matter from matter_member where order_id = ${orderId}`, Member)
  return rows[0]?.matter ?? null
}
