import { z } from 'zod'
import { type Db, sql } from './sql.ts'

/** Names of the people an order's story speaks of; those who have no account here are left out. */
export async function staffNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.rows(
    sql`select staff_id, name from staff where staff_id = any(${ids})`.as('staff-names'),
    z.object({ staff_id: z.string(), name: z.string() }),
  )
  return new Map(rows.map((row) => [row.staff_id, row.name]))
}
