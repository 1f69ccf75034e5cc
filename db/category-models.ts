import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const ModelOrigin = z.enum(['cold-start', 'trained', 'uploaded'])
type ModelOrigin = z.infer<typeof ModelOrigin>

/** What stands of a model beside its file; `card` is what was measured when it was made, parsed by who shows it. */
const Listed = z.object({
  number: z.number(),
  origin: ModelOrigin,
  made_by: z.string(),
  made_by_name: z.string(),
  made_at: Instant,
  label_set: z.string(),
  card: z.unknown(),
  bytes: z.number(),
  /** how often it was adopted, and the last time */
  adoptions: z.number(),
  adopted_by_name: z.string().nullable(),
  adopted_at: Instant.nullable(),
  note: z.string().nullable(),
  in_force: z.boolean(),
})
export type ListedModel = z.infer<typeof Listed>

const listed = sql`
  select m.number, m.origin, m.made_by, coalesce((select name from staff where staff_id = m.made_by), m.made_by) as made_by_name,
         m.made_at, m.label_set, m.card, octet_length(m.file) as bytes,
         (select count(*)::int from category_model_adoption a where a.model = m.number) as adoptions,
         coalesce((select name from staff where staff_id = last.by), last.by) as adopted_by_name,
         last.at as adopted_at, last.note,
         coalesce(last.n = (select max(n) from category_model_adoption), false) as in_force
  from   category_model m
  left   join lateral (
    select n, by, at, note from category_model_adoption a where a.model = m.number order by n desc limit 1
  ) last on true`

export const categoryModels = (db: Db): Promise<ListedModel[]> =>
  db.rows(sql`${listed} order by m.number desc limit 100`, Listed)

export const findCategoryModel = async (db: Db, number: number): Promise<ListedModel | undefined> =>
  (await db.rows(sql`${listed} where m.number = ${number}`, Listed))[0]

export async function categoryModelFile(db: Db, number: number): Promise<Buffer | undefined> {
  const File = z.object({ file: z.instanceof(Buffer) })
  return (await db.rows(sql`select file from category_model where number = ${number}`, File))[0]?.file
}

/** The adoption that counts, 0 before the first: asked every two seconds by every process. */
export async function newestAdoption(db: Db): Promise<number> {
  const query = sql`select coalesce(max(n), 0) as n from category_model_adoption`.as('newest-adoption')
  return (await db.rows(query, z.object({ n: z.number() })))[0]?.n ?? 0
}

/** Which models were ever in force, the latest first; each once. */
export async function adoptedModels(db: Db): Promise<number[]> {
  const query = sql`
    select model from category_model_adoption group by model order by max(n) desc limit 20`
  return (await db.rows(query, z.object({ model: z.number() }))).map(({ model }) => model)
}

type NewModel = { origin: ModelOrigin; by: string; labelSet: string; card: unknown; file: Uint8Array }

export async function addCategoryModel(db: Db, model: NewModel, at: Instant): Promise<number> {
  const [row] = await db.rows(
    sql`
      insert into category_model (origin, made_by, made_at, label_set, card, file)
      values (${model.origin}, ${model.by}, ${at}, ${model.labelSet}, ${JSON.stringify(model.card)}, ${Buffer.from(model.file)})
      returning number`,
    z.object({ number: z.number() }),
  )
  if (row === undefined) throw new Error('the model was not written')
  return row.number
}

export const adoptCategoryModel = (db: Db, model: number, by: string, note: string, at: Instant) =>
  db.run(sql`insert into category_model_adoption (model, by, at, note) values (${model}, ${by}, ${at}, ${note})`)

/** 0 where it was adopted once: what has been in force stays. */
export const dropModelDraft = (db: Db, number: number): Promise<number> =>
  db.run(sql`
    delete from category_model m
    where  m.number = ${number} and not exists (select from category_model_adoption a where a.model = m.number)`)

/** One adoption at a time, so that each is looked at against what the one before left. Until the transaction ends. */
export const lockModels = (db: Db) => db.run(sql`select pg_advisory_xact_lock(7412347)`)

/** Codes of every taxonomy that was once adopted: a code is never used twice, so a model may know them all. */
export async function adoptedCategoryCodes(db: Db): Promise<string[]> {
  const query = sql`
    select distinct r ->> 'code' as code
    from   city_version v, json_array_elements(v.content) r
    where  v.part = 'categories' and v.state in ('adopted', 'superseded') and r ->> 'code' is not null`
  return (await db.rows(query, z.object({ code: z.string() }))).map(({ code }) => code)
}
