import { z } from 'zod'
import { type Db, sql } from './sql.ts'

const OrderId = z.object({ order_id: z.string() })

/**
 * Orders whose signature is to be written, taken for this transaction: another process skips them. The newest first, so
 * that what is being said now is found while the past is still being worked through.
 */
export async function takeSignatureDue(db: Db, limit: number): Promise<string[]> {
  const rows = await db.rows(
    sql`
    delete from signature_due
    where  n = any(array(select n from signature_due order by n desc limit ${limit} for update skip locked))
    returning order_id`.as('take-signature-due'),
    OrderId,
  )
  return [...new Set(rows.map((row) => row.order_id))]
}

const Waiting = z.object({ n: z.number() })

/** How many wait, counted as far as `most`. */
export async function signaturesWaiting(db: Db, most: number): Promise<number> {
  const [row] = await db.rows(
    sql`select count(*) as n from (select 1 from signature_due limit ${most}) due`.as('signatures-waiting'),
    Waiting,
  )
  return row?.n ?? 0
}

const Unsigned = z.object({
  order_id: z.string(),
  version: z.number(),
  state: z.string(),
  ended_at: z.string().nullable(),
  body: z.string(),
})

export const unsignedTexts = (db: Db, ids: readonly string[]) =>
  db.rows(
    sql`
    select w.order_id, w.version, w.state, w.ended_at, t.body
    from   work_order w join order_text t using (order_id)
    where  w.order_id = any(${ids})`.as('unsigned-texts'),
    Unsigned,
  )

/** `terms` in hex; `ended` as the column says. */
type SignatureWrite = { order_id: string; version: number; words: number; ended: number; terms: string }

/** An older version never overwrites a newer one, whoever comes last. */
export async function writeSignatures(db: Db, rows: readonly SignatureWrite[]): Promise<void> {
  await db.run(
    sql`
    insert into order_signature as s (order_id, version, words, ended, terms)
    select order_id, version, words, ended, decode(terms, 'hex')
    from   json_to_recordset(${JSON.stringify(rows)}::json)
           as r(order_id text, version int, words int, ended int, terms text)
    order  by order_id
    on conflict (order_id) do update set version = excluded.version, words = excluded.words, ended = excluded.ended,
      terms = excluded.terms, xid = pg_current_xact_id(), linked = s.linked and s.terms = excluded.terms
    where  s.version <= excluded.version`.as('write-signatures'),
  )
}

const Signature = z.object({ order_id: z.string(), ended: z.number(), terms: z.instanceof(Buffer) })
export type SignatureRow = z.infer<typeof Signature>

/** From a key on, of orders that are open or ended since that day. */
export const signaturesAfter = (db: Db, after: string, endedSince: number, limit: number): Promise<SignatureRow[]> =>
  db.rows(
    sql`
    select order_id, ended, terms from order_signature
    where  order_id > ${after} and (ended = 0 or ended >= ${endedSince})
    order  by order_id limit ${limit}`.as('signatures-after'),
    Signature,
  )

const Snapshot = z.object({ xmin: z.string() })

/** Everything written by a transaction before this one is visible now, or never will be. */
export async function oldestWriter(db: Db): Promise<string> {
  const [row] = await db.rows(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.as('oldest-writer'),
    Snapshot,
  )
  return row?.xmin ?? '0'
}

export const signaturesBetween = (db: Db, from: string, to: string): Promise<SignatureRow[]> =>
  db.rows(
    sql`
    select order_id, ended, terms from order_signature where xid >= ${from}::xid8 and xid < ${to}::xid8`.as(
      'signatures-between',
    ),
    Signature,
  )

/** Of those that are to be compared with others the newest, written before that transaction: those an index has. */
export const unlinkedSignatures = (db: Db, before: string, limit: number): Promise<SignatureRow[]> =>
  db.rows(
    sql`
    select order_id, ended, terms from order_signature where not linked and xid < ${before}::xid8
    order  by order_id desc limit ${limit} for update skip locked`.as('unlinked-signatures'),
    Signature,
  )
