import { z } from 'zod'
import { type Db, sql } from './sql.ts'

/** Which of these numbers another system gave are here already. */
export async function knownNumbers(db: Db, system: string, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows(
    sql`select no from external_no where system = ${system} and no = any(${numbers})`.as('known-numbers'),
    z.object({ no: z.string() }),
  )
  return new Set(rows.map((row) => row.no))
}
