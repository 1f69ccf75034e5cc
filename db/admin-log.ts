import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

/** Who did what to which account, token or table of the city. `detail` never holds a password, a token or a secret. */
type AdminEntry = { actor: string; action: string; target: string; detail?: Record<string, unknown> }

export const addToAdminLog = (db: Db, entry: AdminEntry, at: Instant) =>
  db.run(sql`
    insert into admin_log (at, actor, action, target, detail)
    values (${at}, ${entry.actor}, ${entry.action}, ${entry.target}, ${JSON.stringify(entry.detail ?? {})})`)

const AdminLogRow = z.object({
  id: z.number(),
  at: Instant,
  actor: z.string(),
  actor_name: z.string().nullable(),
  action: z.string(),
  target: z.string(),
  target_name: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

type AdminLogFilter = {
  actor?: string | undefined
  actions?: readonly string[] | undefined
  target?: string | undefined
  /** [from, until) */
  from?: Instant | undefined
  until?: Instant | undefined
}

/** An id as it stands, or whoever's log-in or name holds these characters. */
const isOrIsCalled = (column: Sql, text: string): Sql => sql`
  (${column} = ${text} or ${column} in (
    select s.staff_id from staff s where strpos(lower(s.login || ' ' || s.name), lower(${text})) > 0))`

/** Newest first, before an entry already seen. */
export function adminLogBefore(db: Db, before: number | undefined, limit: number, filter: AdminLogFilter = {}) {
  const { actor, actions, target, from, until } = filter
  const conditions: Sql[] = [sql`id < ${before ?? Number.MAX_SAFE_INTEGER}`]
  if (actor !== undefined) conditions.push(isOrIsCalled(sql`actor`, actor))
  if (actions !== undefined) conditions.push(sql`action = any(${actions})`)
  if (target !== undefined) conditions.push(isOrIsCalled(sql`target`, target))
  if (from !== undefined) conditions.push(sql`at >= ${from}`)
  if (until !== undefined) conditions.push(sql`at < ${until}`)
  return db.rows(
    sql`
      select id, at, actor, (select name from staff where staff_id = actor) as actor_name,
             action, target, (select name from staff where staff_id = target) as target_name, detail
      from   admin_log
      where  ${joinSql(conditions, sql` and `)}
      order  by id desc
      limit  ${limit}`,
    AdminLogRow,
  )
}
