import { z } from 'zod'
import { Instant, type StaffId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

export type DraftKey = { staff: StaffId; kind: string; key: string }

const Sealed = z.object({ sealed: z.instanceof(Buffer), saved_at: Instant })

export async function findDraft(db: Db, { staff, kind, key }: DraftKey) {
  const [row] = await db.rows(
    sql`select sealed, saved_at from draft where staff_id = ${staff} and kind = ${kind} and key = ${key}`.as('draft'),
    Sealed,
  )
  return row
}

/** So many a person may have begun; the longest untouched give way. */
const MAX_DRAFTS = 100

export async function keepDraft(db: Db, { staff, kind, key }: DraftKey, sealed: Buffer, at: Instant): Promise<void> {
  await db.run(
    sql`
    with gone as (
      delete from draft d
      using  (select kind, key from draft where staff_id = ${staff} order by saved_at desc offset ${MAX_DRAFTS - 1}) o
      where  d.staff_id = ${staff} and d.kind = o.kind and d.key = o.key and (d.kind, d.key) <> (${kind}, ${key})
    )
    insert into draft (staff_id, kind, key, sealed, saved_at) values (${staff}, ${kind}, ${key}, ${sealed}, ${at})
    on conflict (staff_id, kind, key) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`.as(
      'keep-draft',
    ),
  )
}

export const dropDraft = (db: Db, { staff, kind, key }: DraftKey): Promise<number> =>
  db.run(sql`delete from draft where staff_id = ${staff} and kind = ${kind} and key = ${key}`.as('drop-draft'))

export const dropOldDrafts = (db: Db, before: Instant): Promise<number> =>
  db.run(sql`delete from draft where saved_at < ${before}`)
