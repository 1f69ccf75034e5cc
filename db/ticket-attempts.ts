import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const WHAT = 'citizen-ticket'

/** Notes that an address tries a number and code, and tells how often it did within the hour, this time included. */
export async function noteTicketAttempt(db: Db, ip: string, at: Instant): Promise<number> {
  await db.run(sql`insert into attempt (what, who, at) values (${WHAT}, ${ip}, ${at})`.as('note-ticket-attempt'))
  const [row] = await db.rows(
    sql`select count(*) as n from attempt
        where  what = ${WHAT} and who = ${ip} and at > ${at}::timestamptz - interval '1 hour'`.as('ticket-attempts'),
    z.object({ n: z.number() }),
  )
  return row?.n ?? 0
}
