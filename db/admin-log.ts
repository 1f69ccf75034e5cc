import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** Who did what to which account or token. `detail` never holds a password, a token or a secret. */
export type AdminEntry = { actor: string; action: string; target: string; detail?: Record<string, unknown> }

export const addToAdminLog = (db: Db, entry: AdminEntry, at: Instant) =>
  db.run(sql`
    insert into admin_log (at, actor, action, target, detail)
    values (${at}, ${entry.actor}, ${entry.action}, ${entry.target}, ${JSON.stringify(entry.detail ?? {})})`)

const AdminLogRow = z.object({
  id: z.number(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

/** Newest first, before an entry already seen. */
export const adminLogBefore = (db: Db, before: number | undefined, limit: number) =>
  db.rows(
    sql`
      select id, at, actor, action, target, detail
      from   admin_log
      where  id < ${before ?? Number.MAX_SAFE_INTEGER}
      order  by id desc
      limit  ${limit}`,
    AdminLogRow,
  )
