import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { OrderId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Tally = z.object({
  scene: z.string(),
  drawn: z.number(),
  marked: z.number(),
  class_wrong: z.number(),
  unit_wrong: z.number(),
  sla_wrong: z.number(),
})

export const sampleTallies = (db: Db, round: number) =>
  db.rows(
    sql`
    select scene, count(*)::int as drawn, count(marked_at)::int as marked,
           count(*) filter (where not class_right)::int as class_wrong,
           count(*) filter (where not unit_right)::int as unit_wrong,
           count(*) filter (where not sla_right)::int as sla_wrong
    from   calibration_sample where round = ${round} group by 1 order by 1`,
    Tally,
  )

const Sample = z.object({
  order_id: OrderId,
  scene: z.string(),
  place: z.number(),
  class_right: z.boolean().nullable(),
  unit_right: z.boolean().nullable(),
  sla_right: z.boolean().nullable(),
  note: z.string(),
  marked_by: z.string().nullable(),
  unsure: z.boolean(),
  suggested: z.string().nullable(),
  probability: z.number().nullable(),
})

/** `unsure`: the machine was not sure of the class when a person last decided it, and this was its best guess. */
export const samplesOf = (db: Db, round: number, scene: string) =>
  db.rows(
    sql`
    select c.order_id, c.scene, c.place, c.class_right, c.unit_right, c.sla_right, c.note, c.marked_by,
           g.sure is false as unsure, g.suggested, g.probability
    from   calibration_sample c
    left   join lateral (
      select s.sure, s.suggested, s.probability from suggestion_signal s
      where  s.order_id = c.order_id and s.kind = 'category' order by s.seq desc limit 1
    ) g on true
    where  c.round = ${round} and c.scene = ${scene} order by c.place`,
    Sample,
  )

type Marked = { classRight: boolean | null; unitRight: boolean | null; slaRight: boolean | null; note: string }

/** False where this order was not drawn. */
export const markSample = async (
  db: Db,
  round: number,
  orderId: OrderId,
  { classRight, unitRight, slaRight, note }: Marked,
  by: string,
  at: Instant,
): Promise<boolean> =>
  (await db.run(sql`
    update calibration_sample
    set    class_right = ${classRight}, unit_right = ${unitRight}, sla_right = ${slaRight}, note = ${note},
           marked_by = ${by}, marked_at = ${at}
    where  order_id = ${orderId} and round = ${round}`)) === 1
