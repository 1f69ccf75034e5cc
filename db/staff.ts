import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Instant, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

/** A person as the administrator sees them: nothing here opens a door. */
export const StaffRow = z.object({
  staff_id: StaffId,
  login: z.string(),
  name: z.string(),
  unit: UnitId,
  region: RegionCode.nullable(),
  roles: z.array(Role),
  active: z.boolean(),
  password_is: z.enum(['own', 'first', 'demo']),
  has_totp: z.boolean(),
  last_seen_at: Instant.nullable(),
  created_at: Instant,
  version: z.number(),
})
export type StaffRow = z.infer<typeof StaffRow>

const COLUMNS = sql`staff_id, login, name, unit, region, roles, active, password_is, totp is not null as has_totp,
  (select max(seen_at) from session s where s.staff_id = staff.staff_id) as last_seen_at, created_at, version`

type StaffFilter = {
  text?: string | undefined
  unit?: string | undefined
  role?: string | undefined
  active?: boolean | undefined
  cursor?: string | undefined
}

export function staffList(db: Db, filter: StaffFilter, limit: number): Promise<StaffRow[]> {
  const { text, unit, role, active, cursor } = filter
  const conditions: Sql[] = [sql`true`]
  if (text !== undefined) conditions.push(sql`strpos(lower(login || ' ' || name), lower(${text})) > 0`)
  if (unit !== undefined) conditions.push(sql`unit = ${unit}`)
  if (role !== undefined) conditions.push(sql`${role} = any(roles)`)
  if (active !== undefined) conditions.push(sql`active = ${active}`)
  if (cursor !== undefined) conditions.push(sql`login collate "C" > ${cursor}`)
  const where = joinSql(conditions, sql` and `)
  return db.rows(sql`select ${COLUMNS} from staff where ${where} order by login collate "C" limit ${limit}`, StaffRow)
}

/** Everybody, for a table to save: small even in a large city. */
export const allStaff = (db: Db) => db.rows(sql`select ${COLUMNS} from staff order by login collate "C"`, StaffRow)

export async function peopleByRole(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows(
    sql`select role, count(*) as n from staff, unnest(roles) as role where active group by role`,
    z.object({ role: z.string(), n: z.number() }),
  )
  return new Map(rows.map(({ role, n }) => [role, n]))
}

/** Locked until the transaction ends. */
export async function lockStaff(db: Db, id: StaffId): Promise<StaffRow | undefined> {
  return (await db.rows(sql`select ${COLUMNS} from staff where staff_id = ${id} for update`, StaffRow))[0]
}

/**
 * The active administrators, locked: of two who close each other's account at once, the second waits here and then
 * finds itself alone.
 */
export const lockAdministrators = (db: Db) =>
  db.rows(
    sql`select staff_id from staff where active and 'administrator' = any(roles) order by staff_id for update`,
    z.object({ staff_id: StaffId }),
  )

export async function hasAdministrator(db: Db): Promise<boolean> {
  const query = sql`select 1 as one from staff where active and 'administrator' = any(roles) limit 1`
  return (await db.rows(query, z.object({ one: z.number() }))).length > 0
}

type NewStaff = {
  id: string
  login: string
  name: string
  unit: UnitId
  region: RegionCode | null
  roles: readonly Role[]
}

/** Adds those whose id and log-in are free; gives the rows added. */
export const addStaff = (
  db: Db,
  people: readonly NewStaff[],
  password: { hash: string; is: 'first' | 'demo' },
  at: Instant,
) =>
  db.rows(
    sql`
      insert into staff (staff_id, login, name, unit, region, roles, password_hash, password_is, created_at)
      select id, login, name, unit, region, array(select jsonb_array_elements_text(roles)), ${password.hash}, ${password.is}, ${at}::timestamptz
      from   jsonb_to_recordset(${JSON.stringify(people)})
             as person (id text, login text, name text, unit text, region text, roles jsonb)
      on conflict do nothing
      returning ${COLUMNS}`,
    StaffRow,
  )

export type StaffChange = Pick<StaffRow, 'name' | 'unit' | 'region' | 'roles' | 'active'>

export const changeStaff = (db: Db, id: StaffId, to: StaffChange) =>
  one(
    db,
    sql`
    update staff
    set    name = ${to.name}, unit = ${to.unit}, region = ${to.region}, roles = ${to.roles}, active = ${to.active},
           version = version + 1
    where  staff_id = ${id}
    returning ${COLUMNS}`,
  )

export const giveFirstPassword = (db: Db, id: StaffId, hash: string, secondFactor: 'keep' | 'remove') =>
  one(
    db,
    sql`
    update staff
    set    password_hash = ${hash}, password_is = 'first', version = version + 1,
           totp = case when ${secondFactor} = 'keep' then totp end
    where  staff_id = ${id}
    returning ${COLUMNS}`,
  )

async function one(db: Db, query: Sql): Promise<StaffRow> {
  const [row] = await db.rows(query, StaffRow)
  if (row === undefined) throw new Error('the account is gone')
  return row
}
