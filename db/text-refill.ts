import { z } from 'zod'
import type { OrderId } from '#domain/ids.ts'
import { type TextRow, textRows } from './order-write.ts'
import { type Db, sql } from './sql.ts'

const Done = z.object({ done_to: z.string() })
const Id = z.object({ id: z.string() })

/**
 * The next orders whose search texts are still of an earlier form, oldest first; null: all are done, or another process is
 * at it. Holds the mark until the transaction ends.
 */
export async function takeRefill(db: Db, limit: number): Promise<OrderId[] | null> {
  const [mark] = await db.rows(sql`select done_to from text_refill for update skip locked`, Done)
  if (mark === undefined) return null
  const rows = await db.rows(
    sql`select order_id as id from work_order where order_id > ${mark.done_to} order by order_id limit ${limit}`,
    Id,
  )
  const last = rows.at(-1)?.id
  if (last === undefined) await db.run(sql`delete from text_refill`)
  else await db.run(sql`update text_refill set done_to = ${last}`)
  return rows.map(({ id }) => id as OrderId)
}

/** Rows without joints are of before; what an order changed meanwhile has written itself stays as it is. */
export async function writeTexts(db: Db, texts: readonly TextRow[], replies: readonly TextRow[]): Promise<void> {
  await db.run(sql`
    update order_text t set body = r.body, pairs = r.pairs::int[], joints = r.joints::int[]
    from   json_to_recordset(${textRows(texts)}::json) as r(order_id text, body text, pairs text, joints text)
    where  t.order_id = any(${texts.map((row) => row.order_id)}) and t.order_id = r.order_id and t.joints = '{}'`)
  await db.run(sql`
    insert into reply_text (order_id, body, pairs, joints, scopes)
    select order_id, body, pairs::int[], joints::int[], scope_keys(scopes)
    from   json_to_recordset(${textRows(replies)}::json) as r(order_id text, body text, pairs text, joints text, scopes text[])
    on conflict (order_id) do nothing`)
}

/** Entries that writers left in a list beside the index: every search would read it whole. */
export const tidyTextIndexes = async (db: Db): Promise<number> => {
  const query = sql`select (gin_clean_pending_list('order_text_keys') + gin_clean_pending_list('reply_text_keys'))::int as n`
  return (await db.rows(query, z.object({ n: z.number() })))[0]?.n ?? 0
}
