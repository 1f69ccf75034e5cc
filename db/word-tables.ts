import { z } from 'zod'
import type { Instant } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Newest = z.object({ no: z.number(), documents: z.number() })

export async function newestWordTable(db: Db): Promise<z.infer<typeof Newest>> {
  const [row] = await db.rows(
    sql`select no, documents from word_table order by no desc limit 1`.as('newest-word-table'),
    Newest,
  )
  return row ?? { no: 0, documents: 0 }
}

export async function wordTableBytes(db: Db, no: number): Promise<Buffer | undefined> {
  const rows = await db.rows(
    sql`select bytes from word_table where no = ${no}`,
    z.object({ bytes: z.instanceof(Buffer) }),
  )
  return rows[0]?.bytes
}

const Text = z.object({ order_id: z.string(), body: z.string() })

/** The next texts from the newest on, for a sample. */
export const textsBefore = (db: Db, before: string | null, limit: number) =>
  db.rows(
    sql`
    select order_id, body from order_text where ${before}::text is null or order_id < ${before}
    order  by order_id desc limit ${limit}`,
    Text,
  )

export async function countTexts(db: Db, most: number): Promise<number> {
  const [row] = await db.rows(
    sql`select count(*) as n from (select 1 from order_text limit ${most}) t`,
    z.object({ n: z.number() }),
  )
  return row?.n ?? 0
}

/** One process learns at a time: the second finds the lock taken and leaves. Null: it was taken. */
export function learningAlone<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T | null> {
  return db.tx(async (tx) => {
    const [row] = await tx.rows(
      sql`select pg_try_advisory_xact_lock(hashtext('word_table')) as mine`,
      z.object({ mine: z.boolean() }),
    )
    return row?.mine === true ? work(tx) : null
  })
}

/** Keeps the two newest; what was weighed by an older one is weighed anew. */
export async function addWordTable(db: Db, bytes: Uint8Array, documents: number, at: Instant): Promise<void> {
  await db.run(
    sql`insert into word_table (learned_at, documents, bytes) values (${at}, ${documents}, ${Buffer.from(bytes)})`,
  )
  await db.run(sql`delete from word_table where no < (select max(no) - 1 from word_table)`)
  await db.run(
    sql`
    insert into signature_due (order_id)
    select order_id from order_signature where words < (select max(no) from word_table) order by order_id`,
  )
}
