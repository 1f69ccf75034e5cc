import { z } from 'zod'
import { Instant, StaffId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const RingRow = z.object({
  call_id: z.string(),
  staff_id: z.string(),
  state: z.enum(['ringing', 'answered', 'ended']),
  sealed: z.instanceof(Buffer).nullable(),
  rung_at: Instant,
  answered_at: Instant.nullable(),
})
export type RingRow = z.infer<typeof RingRow>
const COLUMNS = sql`call_id, staff_id, state, sealed, rung_at, answered_at`

/** Who sits there: somebody active who takes calls. */
export async function seatBy(db: Db, login: string | null, staff: string | null): Promise<StaffId | undefined> {
  const [row] = await db.rows(
    sql`
    select staff_id from staff
    where  active and roles && '{agent,shift-lead}'::text[]
    and    (lower(login) = lower(${login}::text) or staff_id = ${staff}::text)`.as('seat'),
    z.object({ staff_id: StaffId }),
  )
  return row?.staff_id
}

type NewRing = { callId: string; staff: StaffId; sealed: Buffer; expiresAt: Instant }

/** A seat has one call: the new one ends what was left of the one before. Undefined: this call was told of already. */
export async function addRing(db: Db, ring: NewRing, at: Instant): Promise<RingRow | undefined> {
  const [row] = await db.rows(
    sql`
    with added as (
      insert into ring (call_id, staff_id, state, sealed, rung_at, changed_at, expires_at)
      values (${ring.callId}, ${ring.staff}, 'ringing', ${ring.sealed}, ${at}, ${at}, ${ring.expiresAt})
      on conflict (call_id) do nothing
      returning ${COLUMNS}
    ), before as (
      update ring set state = 'ended', sealed = null, changed_at = ${at}
      where  staff_id = ${ring.staff} and state <> 'ended' and call_id <> ${ring.callId} and exists (select from added)
    )
    select ${COLUMNS} from added`.as('add-ring'),
    RingRow,
  )
  return row
}

export async function findRing(db: Db, callId: string): Promise<RingRow | undefined> {
  const [row] = await db.rows(sql`select ${COLUMNS} from ring where call_id = ${callId}`.as('ring'), RingRow)
  return row
}

export async function ringOfSeat(db: Db, staff: string, now: Instant): Promise<RingRow | undefined> {
  const [row] = await db.rows(
    sql`
    select ${COLUMNS} from ring
    where  staff_id = ${staff} and state <> 'ended' and expires_at > ${now}
    order  by rung_at desc limit 1`.as('ring-of-seat'),
    RingRow,
  )
  return row
}

export const markAnswered = (db: Db, callId: string, at: Instant, expiresAt: Instant): Promise<number> =>
  db.run(sql`
    update ring set state = 'answered', answered_at = ${at}, changed_at = ${at}, expires_at = ${expiresAt}
    where  call_id = ${callId} and state = 'ringing'`)

/** The number goes with the call. */
export const markEnded = (db: Db, callId: string, at: Instant): Promise<number> =>
  db.run(sql`
    update ring set state = 'ended', sealed = null, changed_at = ${at} where call_id = ${callId} and state <> 'ended'`)

const Changed = z.object({ call_id: z.string(), staff_id: z.string(), state: z.string(), changed_at: Instant })
export type RingChange = z.infer<typeof Changed>

export const ringsSince = (db: Db, since: Instant): Promise<RingChange[]> =>
  db.rows(
    sql`select call_id, staff_id, state, changed_at from ring where changed_at > ${since} order by changed_at`.as(
      'rings-since',
    ),
    Changed,
  )

export const dropOldRings = (db: Db, now: Instant): Promise<number> =>
  db.run(sql`delete from ring where expires_at <= ${now}`)
