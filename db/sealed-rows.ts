import { z } from 'zod'
import { type Db, sql } from './sql.ts'

const Use = z.object({ key: z.number(), n: z.number() })

/** How many rows each key protects; the key's number is the first byte. A scan: seconds for millions of rows. */
export const keyUse = (db: Db) =>
  db.rows(
    sql`
      select key, count(*) as n
      from   (select get_byte(identity, 0) as key from appellant
              union all select get_byte(totp, 0) from staff where totp is not null
              union all select get_byte(sealed, 0) from draft
              union all select get_byte(sealed, 0) from ring where sealed is not null) sealed
      group  by key`,
    Use,
  )

export async function countAppellants(db: Db): Promise<number> {
  const [row] = await db.rows(sql`select count(*) as n from appellant`, z.object({ n: z.number() }))
  return row?.n ?? 0
}

const Index = z.instanceof(Buffer).nullable()
const Appellant = z.object({
  order_id: z.string(),
  identity: z.instanceof(Buffer),
  caller_index: Index,
  contact_index: Index,
})
export type SealedAppellant = z.infer<typeof Appellant>

const BATCH = 500

/** The next batch in key order, of all or of those not under this key: the walk may end and begin again anywhere. */
export const appellantsAfter = (db: Db, orderId: string, notUnder: number | null) =>
  db.rows(
    sql`
      select order_id, identity, caller_index, contact_index
      from   appellant
      where  order_id > ${orderId} and (${notUnder}::int is null or get_byte(identity, 0) <> ${notUnder}::int)
      order  by order_id
      limit  ${BATCH}`,
    Appellant,
  )

export type Renewed = { before: SealedAppellant; after: SealedAppellant }

/** Only over what was read: a row that somebody changed meanwhile is left to the next walk. */
export const renewAppellants = (db: Db, renewed: readonly Renewed[]) =>
  db.run(sql`
    update appellant a
    set    identity = n.identity, caller_index = n.caller_index, contact_index = n.contact_index
    from   unnest(${renewed.map(({ after }) => after.order_id)}::text[], ${renewed.map(({ before }) => before.identity)}::bytea[],
                  ${renewed.map(({ after }) => after.identity)}::bytea[],
                  ${renewed.map(({ after }) => after.caller_index)}::bytea[],
                  ${renewed.map(({ after }) => after.contact_index)}::bytea[])
             as n (order_id, old, identity, caller_index, contact_index)
    where  a.order_id = n.order_id and a.identity = n.old`)

const Totp = z.object({ staff_id: z.string(), totp: z.instanceof(Buffer) })

export const totpsNotUnder = (db: Db, key: number) =>
  db.rows(sql`select staff_id, totp from staff where totp is not null and get_byte(totp, 0) <> ${key}::int`, Totp)

export const renewTotp = (db: Db, staff: string, from: Buffer, to: Buffer) =>
  db.run(sql`update staff set totp = ${to} where staff_id = ${staff} and totp = ${from}`)

const Draft = z.object({ staff_id: z.string(), kind: z.string(), key: z.string(), sealed: z.instanceof(Buffer) })
export type SealedDraft = z.infer<typeof Draft>

/** The next few under another key; those that cannot be read are passed over by `after`. */
export const draftsNotUnder = (db: Db, key: number, after: Pick<SealedDraft, 'staff_id' | 'kind' | 'key'>) =>
  db.rows(
    sql`
      select staff_id, kind, key, sealed from draft
      where  get_byte(sealed, 0) <> ${key}::int and (staff_id, kind, key) > (${after.staff_id}, ${after.kind}, ${after.key})
      order  by staff_id, kind, key
      limit  ${BATCH}`,
    Draft,
  )

export const renewDraft = (db: Db, from: SealedDraft, to: Buffer) =>
  db.run(sql`
    update draft set sealed = ${to}
    where  staff_id = ${from.staff_id} and kind = ${from.kind} and key = ${from.key} and sealed = ${from.sealed}`)

const Ring = z.object({ staff_id: z.string(), call_id: z.string(), sealed: z.instanceof(Buffer) })

/** Calls of this moment: never more than there are seats. */
export const ringsNotUnder = (db: Db, key: number) =>
  db.rows(
    sql`select staff_id, call_id, sealed from ring where sealed is not null and get_byte(sealed, 0) <> ${key}::int`,
    Ring,
  )

export const renewRing = (db: Db, callId: string, from: Buffer, to: Buffer) =>
  db.run(sql`update ring set sealed = ${to} where call_id = ${callId} and sealed = ${from}`)
