import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

type Kept = { bodyHash: Buffer; endpoint: string; status: number | null; reply: unknown }
const Row = z.object({
  endpoint: z.string(),
  body_hash: z.instanceof(Buffer),
  status: z.number().nullable(),
  reply: z.unknown(),
})

/**
 * Takes the key for this transaction, or tells what it was used for. A second request with the same key waits here until
 * the first has committed or failed: two at once have one effect.
 */
export async function takeKey(
  db: Db,
  actor: string,
  key: string,
  endpoint: string,
  bodyHash: Buffer,
  at: Instant,
): Promise<Kept | null> {
  const taken = await db.run(
    sql`
    insert into idempotency (actor, key, endpoint, body_hash, at) values (${actor}, ${key}, ${endpoint}, ${bodyHash}, ${at})
    on conflict do nothing`.as('take-key'),
  )
  if (taken === 1) return null
  const [row] = await db.rows(
    sql`select endpoint, body_hash, status, reply from idempotency where actor = ${actor} and key = ${key}`.as(
      'kept-key',
    ),
    Row,
  )
  return row === undefined
    ? null
    : { bodyHash: row.body_hash, endpoint: row.endpoint, status: row.status, reply: row.reply }
}

export async function keepReply(db: Db, actor: string, key: string, status: number, reply: unknown): Promise<void> {
  await db.run(
    sql`update idempotency set status = ${status}, reply = ${JSON.stringify(reply)}::json where actor = ${actor} and key = ${key}`.as(
      'keep-reply',
    ),
  )
}
