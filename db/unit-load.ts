import { z } from 'zod'
import type { CategoryCode, OrderId } from '#domain/ids.ts'
import { UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

export const UnitLoad = z.object({ unit: UnitId, open: z.number(), red: z.number(), yellow: z.number() })
export type UnitLoad = z.infer<typeof UnitLoad>

/** What each of these units still has to do, and under which lights: what it was given and has not reported. */
export const loadOf = (db: Db, units: readonly UnitId[]): Promise<UnitLoad[]> =>
  db.rows(
    sql`
    select a.unit, count(*) as open, count(*) filter (where w.light = 'red') as red, count(*) filter (where w.light = 'yellow') as yellow
    from   assignment a join work_order w using (order_id)
    where  a.unit = any(${units}) and a.state in ('pending-sign', 'signed', 'processing', 'sent-back')
    group  by a.unit`,
    UnitLoad,
  )

export const LedBefore = z.object({ unit: UnitId, led: z.number(), returned: z.number() })
export type LedBefore = z.infer<typeof LedBefore>

export type SameKind = { category: CategoryCode; region: string; fromId: string; not: OrderId }

/** Who led orders of the same scene in the same place since then, and how many of them a unit gave back. */
export const ledBefore = (db: Db, { category, region, fromId, not }: SameKind): Promise<LedBefore[]> =>
  db.rows(
    sql`
    with same as (
      select w.order_id, w.lead_unit from work_order w
      where  w.category = ${category} and w.order_id >= ${fromId} and w.order_id <> ${not}
        and  w.region >= ${region} and w.region < ${`${region}~`}
    )
    select unit, sum(led) as led, sum(returned) as returned
    from   (select lead_unit as unit, count(*) as led, 0 as returned from same where lead_unit <> '' group by 1
            union all
            select a.unit, 0, count(*) from same join assignment a using (order_id) where a.state = 'returned' group by 1) both_kinds
    group  by unit order by led desc, unit`,
    LedBefore,
  )
