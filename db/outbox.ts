import { z } from 'zod'
import { type Instant, instantOf } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Waiting = z.object({
  id: z.number(),
  order_id: z.string(),
  topic: z.string(),
  payload: z.unknown(),
  attempts: z.number(),
})
export type Waiting = z.infer<typeof Waiting>

/** Messages whose time has come, taken for this transaction; other processes take others. */
export const takeMessages = (db: Db, now: Instant, limit: number): Promise<Waiting[]> =>
  db.rows(
    sql`select id, order_id, topic, payload, attempts from outbox
        where done_at is null and next_at <= ${now} order by next_at limit ${limit} for update skip locked`.as(
      'take-messages',
    ),
    Waiting,
  )

export async function markDelivered(db: Db, id: number, at: Instant): Promise<void> {
  await db.run(sql`update outbox set done_at = ${at}, last_error = null where id = ${id}`)
}

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

/** Tried again after 1, 2, 4 … minutes, at most six hours: a gateway that was away for a day loses nothing. */
export async function markFailed(db: Db, message: Waiting, at: Instant, error: string): Promise<void> {
  const wait = Math.min(LONGEST, MINUTE * 2 ** Math.min(20, message.attempts))
  const next = instantOf(Date.parse(at) + wait)
  await db.run(
    sql`update outbox set attempts = attempts + 1, next_at = ${next}, last_error = ${error.slice(0, 300)} where id = ${message.id}`,
  )
}
