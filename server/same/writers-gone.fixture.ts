import { expect } from 'vitest'
import { z } from 'zod'
import type { Db } from '#db/sql.ts'
import { sql } from '#db/sql.ts'

const Writers = z.object({ open: z.boolean() })

/**
 * Until everybody has ended who is writing now: what the index follows ends at the oldest writer of the whole server,
 * and other tests write to other databases of it.
 */
export async function writersGone(db: Db): Promise<void> {
  const [now] = await db.rows(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xmax`,
    z.object({ xmax: z.string() }),
  )
  const query = sql`select pg_snapshot_xmin(pg_current_snapshot()) < ${now?.xmax ?? '0'}::xid8 as open`
  await expect.poll(async () => (await db.rows(query, Writers))[0]?.open, { timeout: 20_000 }).toBe(false)
}
