import { ulid } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import type { TokenView } from '#contract/machine-tokens.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { addToken, allTokens, revokeToken, type TokenRow } from '#db/machine-tokens.ts'
import { msOf } from '#domain/ids.ts'
import { newSecret, secretHash } from './session-cookie.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

/** A year and a month of notice: a forgotten token ends by itself. */
const LONGEST_DAYS = 400
const DAY_MS = 86_400_000

const viewOf = (row: TokenRow): TokenView => ({
  id: row.token_id,
  name: row.name,
  unit: row.unit,
  scopes: row.scopes,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  usedAt: row.used_at,
})

export const tokenHandlers = {
  listTokens: async ({ db }) => ({ ok: true, reply: { tokens: (await allTokens(db)).map(viewOf) } }),

  createToken: async (shell, { body }) => {
    const { at } = shell
    if (body.unit !== null && !shell.city.units.has(body.unit)) return { ok: false, refusal: 'unknown-unit' }
    const lives = msOf(body.expiresAt) - msOf(at)
    if (lives <= 0 || lives > LONGEST_DAYS * DAY_MS) return { ok: false, refusal: 'expiry-out-of-range' }
    // The prefix lets scanners of code and chats recognise a token that leaked.
    const secret = `jiesu_${newSecret()}`
    const by = staffOf(shell).id
    const { name, unit, expiresAt } = body
    const scopes = [...new Set(body.scopes)]
    const id = ulid(msOf(at))
    const token = await shell.db.tx(async (db) => {
      const detail = { name, unit, scopes, expiresAt }
      await addToAdminLog(db, { actor: by, action: 'token-created', target: id, detail }, at)
      return addToken(db, { id, tokenHash: secretHash(secret), name, unit, scopes, by, expiresAt }, at)
    })
    return { ok: true, reply: { token: viewOf(token), secret } }
  },

  revokeToken: async (shell, { params }) =>
    shell.db.tx(async (db) => {
      const row = await revokeToken(db, params.tokenId, shell.at)
      if (row === undefined) return { ok: false, refusal: 'not-found' }
      const entry = {
        actor: staffOf(shell).id,
        action: 'token-revoked',
        target: row.token_id,
        detail: { name: row.name },
      }
      await addToAdminLog(db, entry, shell.at)
      return { ok: true, reply: viewOf(row) }
    }),
} satisfies Partial<Handlers<Shell>>
