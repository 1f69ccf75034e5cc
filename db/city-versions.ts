import { z } from 'zod'
import { CityPart, PartRow } from '#domain/city/part.ts'
import { Instant } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

export const VersionState = z.enum(['draft', 'adopted', 'superseded', 'discarded'])
export type VersionState = z.infer<typeof VersionState>

const DraftStep = z.enum(['handed-in', 'taken-back', 'sent-back'])
export type DraftStep = z.infer<typeof DraftStep>

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
  /** of a draft: its author is not writing it now */
  aside: z.boolean(),
  /** the last step of a draft of the rules on its way to whoever publishes it; null: none was made */
  step: DraftStep.nullable(),
  step_note: z.string().nullable(),
  step_by: z.string().nullable(),
  step_at: Instant.nullable(),
})
export type ListedVersion = z.infer<typeof Listed>

const Whole = Listed.extend({ content: z.array(PartRow) })
export type CityVersion = z.infer<typeof Whole>

const name = (column: Sql) => sql`(select s.name from staff s where s.staff_id = ${column})`
const COLUMNS = sql`id, part, number, state, base, revision, json_array_length(content) as rows, note, made_by,
  coalesce(${name(sql`made_by`)}, made_by) as made_by_name, made_at, changed_at,
  coalesce(${name(sql`adopted_by`)}, adopted_by) as adopted_by_name, adopted_at, aside,
  last.step, last.step_note, coalesce(${name(sql`last.step_by`)}, last.step_by) as step_by, last.step_at`
const VERSIONS = sql`city_version left join lateral (
    select d.step, d.note as step_note, d.by as step_by, d.at as step_at
    from   draft_step d where d.version = city_version.id order by d.n desc limit 1) last on true`

/** Newest first: drafts that stand open, then what was adopted. Thrown-away drafts are not listed. */
export const cityVersions = (db: Db, part: CityPart) =>
  db.rows(
    sql`select ${COLUMNS} from ${VERSIONS} where part = ${part} and state <> 'discarded'
        order by number desc nulls first, id desc limit 200`,
    Listed,
  )

const oneWhere = async (db: Db, condition: Sql): Promise<CityVersion | undefined> =>
  (await db.rows(sql`select ${COLUMNS}, content from ${VERSIONS} where ${condition}`, Whole))[0]

export const findCityVersion = (db: Db, part: CityPart, id: number) => oneWhere(db, sql`part = ${part} and id = ${id}`)
export const adoptedVersion = (db: Db, part: CityPart) => oneWhere(db, sql`part = ${part} and state = 'adopted'`)
export const versionNumbered = (db: Db, part: CityPart, number: number) =>
  oneWhere(db, sql`part = ${part} and number = ${number}`)
/** The draft this person is writing; what was handed in stands aside. */
export const draftOf = (db: Db, part: CityPart, staff: string) =>
  oneWhere(db, sql`part = ${part} and state = 'draft' and made_by = ${staff} and not aside`)

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

/** The caller holds `lockCity`, so that two steps of one draft come one after the other. */
export const addDraftStep = (
  db: Db,
  version: number,
  { step, note, by }: { step: DraftStep; note: string; by: string },
  at: Instant,
) =>
  db.run(sql`
    insert into draft_step (version, n, step, note, by, at)
    select ${version}, coalesce(max(n), 0) + 1, ${step}, ${note}, ${by}, ${at} from draft_step where version = ${version}`)

export const putAside = (db: Db, id: number, aside: boolean) =>
  db.run(sql`update city_version set aside = ${aside} where id = ${id} and state = 'draft'`)

export const discardDraft = (db: Db, id: number) =>
  db.run(sql`update city_version set state = 'discarded' where id = ${id} and state = 'draft'`)

/** The version before steps back in the same transaction; the caller holds `lockCity`. */
export async function adoptDraft(db: Db, version: CityVersion, note: string, by: string, at: Instant): Promise<void> {
  await db.run(sql`update city_version set state = 'superseded' where part = ${version.part} and state = 'adopted'`)
  await db.run(sql`
    update city_version
    set    state = 'adopted', aside = false, note = ${note}, adopted_by = ${by}, adopted_at = ${at},
           number = (select coalesce(max(number), 0) + 1 from city_version where part = ${version.part})
    where  id = ${version.id} and state = 'draft'`)
}

const DraftNews = z.object({
  id: z.number(),
  by: z.string(),
  note: z.string(),
  at: Instant,
})

/** Drafts of the rules that others handed in and nobody has decided on, the longest waiting first. */
export const draftsHandedIn = (db: Db, except: string) =>
  db.rows(
    sql`
    select id, coalesce(${name(sql`last.step_by`)}, last.step_by) as by, last.step_note as note, last.step_at as at
    from   ${VERSIONS}
    where  part = 'rules' and state = 'draft' and last.step = 'handed-in' and made_by <> ${except}
    order  by last.step_at`,
    DraftNews,
  )

/** One's own draft that was sent back and stands so. */
export const draftsSentBack = (db: Db, author: string, since: Instant) =>
  db.rows(
    sql`
    select id, coalesce(${name(sql`last.step_by`)}, last.step_by) as by, last.step_note as note, last.step_at as at
    from   ${VERSIONS}
    where  part = 'rules' and state = 'draft' and last.step = 'sent-back' and made_by = ${author} and last.step_at > ${since}`,
    DraftNews,
  )

/** One's own drafts that somebody else put in force. */
export const draftsAdopted = (db: Db, author: string, since: Instant) =>
  db.rows(
    sql`
    select id, coalesce(${name(sql`adopted_by`)}, adopted_by) as by, note, adopted_at as at
    from   city_version
    where  part = 'rules' and made_by = ${author} and adopted_by <> ${author} and adopted_at > ${since}
    order  by adopted_at desc`,
    DraftNews,
  )
