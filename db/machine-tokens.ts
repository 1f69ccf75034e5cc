import { z } from 'zod'
import { Instant, UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Found = z.object({ token_id: z.string(), name: z.string(), unit: UnitId.nullable(), scopes: z.array(z.string()) })

/** A token still good; its use is noted at most once an hour, in the same round trip. */
export async function findToken(db: Db, tokenHash: Buffer, at: Instant) {
  const rows = await db.rows(
    sql`
      with found as (
        select token_id, name, unit, scopes
        from   machine_token
        where  token_hash = ${tokenHash} and expires_at > ${at} and revoked_at is null
      ), noted as (
        update machine_token t
        set    used_at = ${at}
        from   found
        where  t.token_id = found.token_id
          and  (t.used_at is null or t.used_at <= ${at}::timestamptz - interval '1 hour')
      )
      select * from found`.as('find-token'),
    Found,
  )
  return rows[0]
}

const TokenRow = Found.extend({
  created_by: z.string(),
  created_at: Instant,
  expires_at: Instant,
  revoked_at: Instant.nullable(),
  used_at: Instant.nullable(),
})
export type TokenRow = z.infer<typeof TokenRow>

const COLUMNS = sql`token_id, name, unit, scopes, created_by, created_at, expires_at, revoked_at, used_at`

export const allTokens = (db: Db) =>
  db.rows(sql`select ${COLUMNS} from machine_token order by created_at desc, token_id`, TokenRow)

export type NewToken = {
  id: string
  tokenHash: Buffer
  name: string
  unit: UnitId | null
  scopes: readonly string[]
  by: string
  expiresAt: Instant
}

export async function addToken(db: Db, token: NewToken, at: Instant): Promise<TokenRow> {
  const [row] = await db.rows(
    sql`
      insert into machine_token (token_id, token_hash, name, unit, scopes, created_by, created_at, expires_at)
      values (${token.id}, ${token.tokenHash}, ${token.name}, ${token.unit}, ${token.scopes}, ${token.by}, ${at}, ${token.expiresAt})
      returning ${COLUMNS}`,
    TokenRow,
  )
  if (row === undefined) throw new Error('the token was not written')
  return row
}

/** Revoked once, it keeps its first moment. */
export async function revokeToken(db: Db, id: string, at: Instant): Promise<TokenRow | undefined> {
  const rows = await db.rows(
    sql`
      update machine_token set revoked_at = coalesce(revoked_at, ${at}::timestamptz)
      where  token_id = ${id}
      returning ${COLUMNS}`,
    TokenRow,
  )
  return rows[0]
}
