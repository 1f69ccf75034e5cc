import { z } from 'zod'
import type { UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** People of a unit who answer for its reports, leaders first: names only. */
export const signersOf = (db: Db, unit: UnitId) =>
  db.rows(
    sql`select name, 'unit-leader' = any(roles) as leads from staff
        where  unit = ${unit} and active and roles && array['liaison', 'unit-leader']
        order  by 2 desc, name`,
    z.object({ name: z.string(), leads: z.boolean() }),
  )
