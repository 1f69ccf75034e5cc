import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Instant, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

/** A session with its person, as every request needs them. */
export const SessionRow = z.object({
  staff_id: StaffId,
  login: z.string(),
  name: z.string(),
  unit: UnitId,
  region: RegionCode.nullable(),
  roles: z.array(Role),
  password_is: z.enum(['own', 'first', 'demo']),
  has_totp: z.boolean(),
  csrf: z.string(),
  second: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>

/** Twelve hours without use or seven days in all end a session. */
const end = (at: Instant, created: ReturnType<typeof sql>) =>
  sql`least(${at}::timestamptz + interval '12 hours', ${created} + interval '7 days')`

/** Finding it also keeps it alive, in the same round trip, but writes at most once a minute. */
export async function findSession(db: Db, tokenHash: Buffer, at: Instant): Promise<SessionRow | undefined> {
  const rows = await db.rows(
    sql`
      with found as (
        select s.token_hash, p.staff_id, p.login, p.name, p.unit, p.region, p.roles, p.password_is,
               p.totp is not null as has_totp, s.csrf, s.second
        from   session s join staff p on p.staff_id = s.staff_id
        where  s.token_hash = ${tokenHash} and s.expires_at > ${at} and p.active
      ), slid as (
        update session s
        set    seen_at = ${at}, expires_at = ${end(at, sql`s.created_at`)}
        from   found
        where  s.token_hash = found.token_hash and s.seen_at <= ${at}::timestamptz - interval '1 minute'
      )
      select * from found`.as('find-session'),
    SessionRow,
  )
  return rows[0]
}

type NewSession = { tokenHash: Buffer; staff: StaffId; csrf: string; second: boolean; ip: string; agent: string }

export const addSession = (db: Db, s: NewSession, at: Instant) =>
  db.run(sql`
    insert into session (token_hash, staff_id, csrf, second, created_at, seen_at, expires_at, ip, agent)
    values (${s.tokenHash}, ${s.staff}, ${s.csrf}, ${s.second}, ${at}, ${at}, ${end(at, sql`${at}::timestamptz`)}, ${s.ip}, ${s.agent})`)

export const passSecondFactor = (db: Db, tokenHash: Buffer) =>
  db.run(sql`update session set second = true where token_hash = ${tokenHash}`)

export const endSession = (db: Db, tokenHash: Buffer) =>
  db.run(sql`delete from session where token_hash = ${tokenHash}`)

/** All of a person's sessions, or all but the one they are using; says how many. */
export const endSessionsOf = (db: Db, staff: StaffId, except: Buffer = Buffer.alloc(0)) =>
  db.run(sql`delete from session where staff_id = ${staff} and token_hash <> ${except}`)

const OwnSession = z.object({
  token_hash: z.instanceof(Buffer),
  created_at: Instant,
  seen_at: Instant,
  ip: z.string(),
  agent: z.string(),
})

export const sessionsOf = (db: Db, staff: StaffId, at: Instant) =>
  db.rows(
    sql`
      select token_hash, created_at, seen_at, ip, agent
      from   session
      where  staff_id = ${staff} and expires_at > ${at}
      order  by seen_at desc`,
    OwnSession,
  )

/** For a sweep: ended sessions are no longer found anyway. */
export const removeEndedSessions = (db: Db, at: Instant) => db.run(sql`delete from session where expires_at <= ${at}`)
