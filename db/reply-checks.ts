import { z } from 'zod'
import type { Instant, OrderId, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Earlier = z.object({ reply: z.string() })

/** More than one person remembers; a template that is used is among the last dozens. */
const REMEMBERED = 40

/** What a unit answered to other requests lately, newest first. */
export async function earlierReplies(db: Db, unit: UnitId, but: OrderId): Promise<string[]> {
  const rows = await db.rows(
    sql`
    select e.event ->> 'publicReply' as reply
    from   (select a.order_id from assignment a
            where  a.unit = ${unit} and a.state not in ('returned', 'cancelled') and a.order_id <> ${but}
            order  by a.order_id desc limit ${REMEMBERED}) a
    join   order_event e on e.order_id = a.order_id and e.kind = 'reported' and e.event #>> '{by,unit}' = ${unit}
    order  by e.order_id desc, e.seq desc`.as('earlier-replies'),
    Earlier,
  )
  return rows.map(({ reply }) => reply)
}

type ReplyCheckRow = {
  orderId: OrderId
  n: number
  at: Instant
  unit: UnitId
  standing: readonly string[]
  score: Record<'relevance' | 'logic' | 'solution' | 'timeliness' | 'attitude', number>
}

export async function addReplyCheck(db: Db, { orderId, n, at, unit, standing, score }: ReplyCheckRow): Promise<void> {
  await db.run(
    sql`
    insert into reply_check (order_id, n, at, unit, standing, relevance, logic, solution, timeliness, attitude)
    values (${orderId}, ${n}, ${at}, ${unit}, ${standing}, ${score.relevance}, ${score.logic}, ${score.solution},
            ${score.timeliness}, ${score.attitude})
    on conflict do nothing`.as('add-reply-check'),
  )
}
