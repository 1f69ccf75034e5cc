import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import type { KnowledgeItem } from '#domain/knowledge/item.ts'
import { type Db, joinSql, type Sql, sql } from './sql.ts'

const Row = z.object({
  item_id: z.string(),
  version: z.number(),
  state: z.string(),
  category: z.string(),
  title: z.string(),
  content: z.string(),
  material: z.string(),
  issuer: z.string().nullable(),
  doc_no: z.string().nullable(),
  keywords: z.array(z.string()),
  owner_unit: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  hits: z.number(),
  changed_at: z.string(),
  changed_by: z.string(),
})
export type KnowledgeRow = z.infer<typeof Row>

const COLUMNS = sql`item_id, version, state, category, title, content, material, issuer, doc_no, keywords, owner_unit,
  valid_from::text as valid_from, valid_to::text as valid_to, hits, changed_at, changed_by`

type KnowledgeFilter = {
  /** as it stands on this day */
  today: string
  state?: string | undefined
  category?: string | undefined
  material?: string | undefined
  /** only what one may be answered from today */
  answering: boolean
}

/** `expired` is kept as in force. */
function conditions({ today, state, category, material, answering }: KnowledgeFilter): Sql {
  const over = sql`coalesce(valid_to < ${today}::date, false)`
  const given = [sql`true`]
  if (state === 'expired') given.push(sql`state = 'in-force' and ${over}`)
  else if (state === 'in-force') given.push(sql`state = 'in-force' and not ${over}`)
  else if (state !== undefined) given.push(sql`state = ${state}`)
  if (answering) given.push(sql`state = 'in-force' and not ${over} and valid_from <= ${today}::date`)
  if (category !== undefined) given.push(sql`category >= ${category} and category < ${`${category}~`}`)
  if (material !== undefined) given.push(sql`material = ${material}`)
  return joinSql(given, sql` and `)
}

export const listItems = (db: Db, filter: KnowledgeFilter, offset: number, limit: number): Promise<KnowledgeRow[]> =>
  db.rows(
    sql`select ${COLUMNS} from knowledge_item where ${conditions(filter)}
        order by changed_at desc, item_id limit ${limit} offset ${offset}`,
    Row,
  )

export async function countItems(db: Db, filter: KnowledgeFilter): Promise<number> {
  const query = sql`select count(*)::int as n from knowledge_item where ${conditions(filter)}`
  return (await db.rows(query, z.object({ n: z.number() })))[0]?.n ?? 0
}

/** Items that say all of these, the most cited first; the text of some thousand is read through in some milliseconds. */
export const itemsSaying = (db: Db, filter: KnowledgeFilter, likes: readonly string[], limit: number) =>
  db.rows(
    sql`select ${COLUMNS} from knowledge_item
        where ${conditions(filter)} and ${joinSql([sql`true`, ...likes.map((like) => sql`body like ${like}`)], sql` and `)}
        order by hits desc, item_id limit ${limit}`,
    Row,
  )

export const findItem = (db: Db, id: string) =>
  one(db, sql`select ${COLUMNS} from knowledge_item where item_id = ${id}`)

/** To be changed within this transaction. */
export const lockItem = (db: Db, id: string) =>
  one(db, sql`select ${COLUMNS} from knowledge_item where item_id = ${id} for update`)

async function one(db: Db, query: Sql): Promise<KnowledgeRow | undefined> {
  return (await db.rows(query, Row))[0]
}

export const titleTaken = async (db: Db, title: string, but: string | null): Promise<boolean> =>
  (
    await db.rows(
      sql`select item_id from knowledge_item where lower(title) = lower(${title}) and item_id is distinct from ${but}`,
      z.object({ item_id: z.string() }),
    )
  ).length > 0

type Writer = { id: string; name: string }

/** The item as it now stands, and the same once more among its versions. `body`: what it is found by. */
export async function keepItem(db: Db, item: KnowledgeItem, body: string, by: Writer, at: Instant): Promise<void> {
  await db.run(sql`
    insert into knowledge_item (item_id, version, state, category, title, content, body, material, issuer, doc_no, keywords,
      owner_unit, valid_from, valid_to, changed_at, changed_by)
    values (${item.id}, ${item.version}, ${item.state}, ${item.category}, ${item.title}, ${item.content}, ${body},
      ${item.material}, ${item.issuer}, ${item.docNo}, ${item.keywords}, ${item.ownerUnit}, ${item.validFrom}, ${item.validTo},
      ${at}, ${by.name})
    on conflict (item_id) do update set
      version = excluded.version, state = excluded.state, category = excluded.category, title = excluded.title,
      content = excluded.content, body = excluded.body, material = excluded.material, issuer = excluded.issuer,
      doc_no = excluded.doc_no, keywords = excluded.keywords, owner_unit = excluded.owner_unit,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`)
  await db.run(sql`
    insert into knowledge_version (item_id, version, item, at, by_id, by_name)
    values (${item.id}, ${item.version}, ${JSON.stringify(item)}::json, ${at}, ${by.id}, ${by.name})`)
}

const Version = z.object({ version: z.number(), item: z.unknown(), at: z.string(), by_name: z.string() })

export const versionsOf = (db: Db, id: string) =>
  db.rows(
    sql`select version, at, by_name from knowledge_version where item_id = ${id} order by version desc limit 200`,
    Version.omit({ item: true }),
  )

export async function findVersion(db: Db, id: string, version: number) {
  const query = sql`select version, item, at, by_name from knowledge_version where item_id = ${id} and version = ${version}`
  return (await db.rows(query, Version))[0]
}

export const countCitation = (db: Db, id: string): Promise<number> =>
  db.run(sql`update knowledge_item set hits = hits + 1 where item_id = ${id}`)

export async function hasItems(db: Db): Promise<boolean> {
  return (await db.rows(sql`select item_id from knowledge_item limit 1`, z.object({ item_id: z.string() }))).length > 0
}
