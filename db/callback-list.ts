import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { PoolRow } from './desk-pool.ts'
import { COLUMNS } from './listed-order.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** Whose list, within which region, when. */
type Caller = { person: string; region: string | null; at: Instant }
type CallbackTab = 'due' | 'later' | 'mine'
type After = { moment: string; id: string } | null

/** As the index has it: a first call is due since the order came to the desk. */
const NEXT = sql`coalesce(w.next_callback, w.desk_since, w.received_at)`

const waiting = ({ region }: Caller): Sql =>
  all([
    sql`w.state = 'pending-callback'`,
    ...(region === null ? [] : [sql`w.region >= ${region} and w.region < ${`${region}~`}`]),
  ])

const claims = ({ at }: Caller): Sql => sql`left join claim c on c.order_id = w.order_id and c.until > ${at}`

const ofTab = (caller: Caller, tab: CallbackTab): Sql => {
  if (tab === 'mine') return sql`c.holder = ${caller.person}`
  return tab === 'due' ? sql`${NEXT} <= ${caller.at}` : sql`${NEXT} > ${caller.at}`
}

export function callbackPage(
  db: Db,
  caller: Caller,
  tab: CallbackTab,
  after: After,
  limit: number,
): Promise<PoolRow[]> {
  const given = [waiting(caller), ofTab(caller, tab)]
  if (after !== null) given.push(sql`(${NEXT}, w.order_id) > (${after.moment}::timestamptz, ${after.id})`)
  return db.rows(
    sql`
    select ${COLUMNS}, w.desk_since, w.desk_due, c.holder, s.name as holder_name, c.since as claimed_since, c.until as claimed_until,
           ${NEXT}::text as sorted_by
    from   work_order w ${claims(caller)} left join staff s on s.staff_id = c.holder
    where  ${all(given)} order by ${NEXT}, w.order_id limit ${limit}`,
    PoolRow,
  )
}

const Counts = z.object({ due: z.number(), later: z.number(), mine: z.number(), done: z.number() })

/** `from`: since when what the caller settled counts as done today. */
export async function callbackCounts(db: Db, caller: Caller, from: Instant) {
  const [counts] = await db.rows(
    sql`
    select count(*) filter (where ${NEXT} <= ${caller.at}) as due, count(*) filter (where ${NEXT} > ${caller.at}) as later,
           (select count(*) from claim c join work_order w using (order_id)
            where  c.holder = ${caller.person} and c.until > ${caller.at} and ${waiting(caller)}) as mine,
           (select count(distinct e.order_id) from order_event e
            where  e.kind in ('closed', 'rework-ordered') and e.event #>> '{by,id}' = ${caller.person} and e.at >= ${from}) as done
    from   work_order w where ${waiting(caller)}`,
    Counts,
  )
  if (counts === undefined) throw new Error('no counts')
  return counts
}
