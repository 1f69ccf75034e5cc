import { z } from 'zod'
import { type Instant, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

export const UnitLoad = z.object({
  unit: UnitId,
  open: z.number(),
  red: z.number(),
  yellow: z.number(),
  overdue: z.number(),
})
export type UnitLoad = z.infer<typeof UnitLoad>

/** What each of these units still has to do, under which lights, how much of it late: what it was given and has not reported. */
export const loadOf = (db: Db, units: readonly UnitId[], at: Instant): Promise<UnitLoad[]> =>
  db.rows(
    sql`
    select a.unit, count(*) as open, count(*) filter (where w.light = 'red') as red,
           count(*) filter (where w.light = 'yellow') as yellow, count(*) filter (where a.due < ${at}) as overdue
    from   assignment a join work_order w using (order_id)
    where  a.unit = any(${units}) and a.state in ('pending-sign', 'signed', 'processing', 'sent-back')
    group  by a.unit`,
    UnitLoad,
  )
