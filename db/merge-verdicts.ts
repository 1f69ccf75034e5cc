import { z } from 'zod'
import { type Db, sql } from './sql.ts'

type VerdictRow = {
  order_id: string
  other_id: string
  kind: string | null
  probability: number | null
  tests: unknown
  verdict: 'accepted' | 'refused'
  reason: string
  desk: 'seat' | 'dispatch'
  by: string
  at: string
}

/** The last word on a pair stands; what was said before it is overwritten, since nothing was done on it. */
export const keepVerdict = (db: Db, row: VerdictRow): Promise<number> =>
  db.run(
    sql`
    insert into merge_verdict (order_id, other_id, kind, probability, tests, verdict, reason, desk, by, at)
    values (${row.order_id}, ${row.other_id}, ${row.kind}, ${row.probability}::real, ${JSON.stringify(row.tests)}::jsonb,
            ${row.verdict}, ${row.reason}, ${row.desk}, ${row.by}, ${row.at})
    on conflict (order_id, other_id) do update set kind = excluded.kind, probability = excluded.probability,
      tests = excluded.tests, verdict = excluded.verdict, reason = excluded.reason, desk = excluded.desk,
      by = excluded.by, at = excluded.at`,
  )

/** Whom somebody has said to be another matter than this order. */
export async function refusedFor(db: Db, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows(
    sql`select other_id from merge_verdict where order_id = ${orderId} and verdict = 'refused'`,
    z.object({ other_id: z.string() }),
  )
  return new Set(rows.map((row) => row.other_id))
}
