import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** What is being tried, and by or on whom: `account agent1`, `address 10.1.2.3`. */
export type Door = { what: 'account' | 'address' | 'second-factor' | 'ticket' | 'submission'; who: string }

const Recorded = z.object({ id: z.number(), what: z.string(), who: z.string() })
const Counted = z.object({ what: z.string(), n: z.number() })

/** Written and committed before the attempt is made, so that a hundred at once cannot all slip under the limit. */
export const recordAttempts = (db: Db, doors: readonly Door[], at: Instant) =>
  db.rows(
    sql`
      insert into attempt (what, who, at)
      select what, who, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(doors)}) as door (what text, who text)
      returning id, what, who`,
    Recorded,
  )

export const countAttempts = (db: Db, doors: readonly Door[], at: Instant) =>
  db.rows(
    sql`
      select a.what, count(*) as n
      from   attempt a
      join   jsonb_to_recordset(${JSON.stringify(doors)}) as door (what text, who text)
        on   a.what = door.what and a.who = door.who and a.at > ${at}::timestamptz - interval '15 minutes'
      group  by a.what`,
    Counted,
  )

export const takeBackAttempts = (db: Db, ids: readonly number[]) =>
  db.run(sql`delete from attempt where id = any(${ids})`)

export const clearAttempts = (db: Db, door: Door) =>
  db.run(sql`delete from attempt where what = ${door.what} and who = ${door.who}`)

/** For a sweep. */
export const dropOldAttempts = (db: Db, before: Instant) => db.run(sql`delete from attempt where at < ${before}`)
