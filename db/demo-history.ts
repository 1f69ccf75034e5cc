import pg from 'pg'
import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const MARK = 'demo-history'
const UNFINISHED = 'unfinished'

/** `begun` and not `done`: the start was cut off while the invented past was being made, before anybody could log in. */
export async function demoHistory(db: Db): Promise<'none' | 'begun' | 'done'> {
  const rows = await db.rows(
    sql`select last_error from sweep where name = ${MARK}`,
    z.object({ last_error: z.string().nullable() }),
  )
  const [mark] = rows
  return mark === undefined ? 'none' : mark.last_error === UNFINISHED ? 'begun' : 'done'
}

export async function markDemoHistory(db: Db, state: 'begun' | 'done', at: Instant, orders: number): Promise<void> {
  const error = state === 'begun' ? UNFINISHED : null
  await db.run(sql`
    insert into sweep (name, last_run, last_ms, last_count, last_error) values (${MARK}, ${at}, 0, ${orders}, ${error})
    on conflict (name) do update set last_run = excluded.last_run, last_count = excluded.last_count, last_error = excluded.last_error`)
}

/** Half a past is no past: the record cannot be edited, so the whole demo database is made anew. */
export async function emptyDemo(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  } finally {
    await client.end()
  }
}
