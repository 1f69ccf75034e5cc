import { z } from 'zod'
import { CityPart, PartRow } from '#domain/city/part.ts'
import { Instant } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

export const VersionState = z.enum(['draft', 'adopted', 'superseded', 'discarded'])
export type VersionState = z.infer<typeof VersionState>

const Listed = z.object({
  id: z.number(),
  part: CityPart,
  number: z.number().nullable(),
  state: VersionState,
  base: z.number(),
  revision: z.number(),
  rows: z.number(),
  note: z.string(),
  made_by: z.string(),
  made_by_name: z.string(),
  made_at: Instant,
  changed_at: Instant,
  adopted_by_name: z.string().nullable(),
  adopted_at: Instant.nullable(),
})
export type ListedVersion = z.infer<typeof Listed>

const Whole = Listed.extend({ content: z.array(PartRow) })
export type CityVersion = z.infer<typeof Whole>

const name = (column: Sql) => sql`(select s.name from staff s where s.staff_id = ${column})`
const COLUMNS = sql`id, part, number, state, base, revision, json_array_length(content) as rows, note, made_by,
  coalesce(${name(sql`made_by`)}, made_by) as made_by_name, made_at, changed_at,
  coalesce(${name(sql`adopted_by`)}, adopted_by) as adopted_by_name, adopted_at`

/** Newest first: drafts that stand open, then what was adopted. Thrown-away drafts are not listed. */
export const cityVersions = (db: Db, part: CityPart) =>
  db.rows(
    sql`select ${COLUMNS} from city_version where part = ${part} and state <> 'discarded'
        order by number desc nulls first, id desc limit 200`,
    Listed,
  )

const oneWhere = async (db: Db, condition: Sql): Promise<CityVersion | undefined> =>
  (await db.rows(sql`select ${COLUMNS}, content from city_version where ${condition}`, Whole))[0]

export const findCityVersion = (db: Db, part: CityPart, id: number) => oneWhere(db, sql`part = ${part} and id = ${id}`)
export const adoptedVersion = (db: Db, part: CityPart) => oneWhere(db, sql`part = ${part} and state = 'adopted'`)
export const versionNumbered = (db: Db, part: CityPart, number: number) =>
  oneWhere(db, sql`part = ${part} and number = ${number}`)
export const draftOf = (db: Db, part: CityPart, staff: string) =>
  oneWhere(db, sql`part = ${part} and state = 'draft' and made_by = ${staff}`)

const InForce = z.object({ id: z.number(), part: CityPart, number: z.number() })

/** Which versions are in force, without their rows: asked every two seconds by every process. */
export const versionsInForce = (db: Db) =>
  db.rows(
    sql`select id, part, number from city_version where state = 'adopted' order by part`.as('versions-in-force'),
    InForce,
  )

export const contentInForce = (db: Db) =>
  db.rows(
    sql`select id, part, number, content from city_version where state = 'adopted' order by part`,
    InForce.extend({ content: z.array(PartRow) }),
  )

/** One adoption at a time, whatever the part: each is checked against all others. Held until the transaction ends. */
export const lockCity = (db: Db) => db.run(sql`select pg_advisory_xact_lock(7412346)`)

export type DraftContent = { base: number; rows: readonly PartRow[]; note: string }

export async function addDraft(db: Db, part: CityPart, draft: DraftContent, by: string, at: Instant): Promise<number> {
  const [row] = await db.rows(
    sql`
      insert into city_version (part, state, base, content, note, made_by, made_at, changed_at)
      values (${part}, 'draft', ${draft.base}, ${JSON.stringify(draft.rows)}, ${draft.note}, ${by}, ${at}, ${at})
      returning id`,
    z.object({ id: z.number() }),
  )
  if (row === undefined) throw new Error('the draft was not written')
  return row.id
}

/** False when another window saved this draft since. */
export const saveDraft = async (db: Db, id: number, revision: number, draft: DraftContent, at: Instant) =>
  (await db.run(sql`
    update city_version
    set    base = ${draft.base}, content = ${JSON.stringify(draft.rows)}, note = ${draft.note},
           revision = revision + 1, changed_at = ${at}
    where  id = ${id} and state = 'draft' and revision = ${revision}`)) === 1

export const discardDraft = (db: Db, id: number) =>
  db.run(sql`update city_version set state = 'discarded' where id = ${id} and state = 'draft'`)

/** The version before steps back in the same transaction; the caller holds `lockCity`. */
export async function adoptDraft(db: Db, version: CityVersion, note: string, by: string, at: Instant): Promise<void> {
  await db.run(sql`update city_version set state = 'superseded' where part = ${version.part} and state = 'adopted'`)
  await db.run(sql`
    update city_version
    set    state = 'adopted', note = ${note}, adopted_by = ${by}, adopted_at = ${at},
           number = (select coalesce(max(number), 0) + 1 from city_version where part = ${version.part})
    where  id = ${version.id} and state = 'draft'`)
}
