import { tokenScopes } from '#contract/rights.ts'
import { findToken } from '#db/machine-tokens.ts'
import { findSession } from '#db/sessions.ts'
import type { Instant } from '#domain/ids.ts'
import { secretHash, sessionSecret } from './session-cookie.ts'
import type { Caller, House } from './shell.ts'
import { staffCaller } from './staff-caller.ts'

const ANONYMOUS: Caller = { kind: 'citizen', id: 'anonymous' }

type Credentials = { cookie: string | undefined; authorization: string | undefined; ip: string; at: Instant }

/** Who is calling: one round trip to the database at most. What is not valid counts as not given. */
export async function callerOf(house: House, given: Credentials): Promise<Caller> {
  const token = /^Bearer\s+(\S+)$/i.exec(given.authorization ?? '')?.[1]
  if (token !== undefined) return (await machineOf(house, token, given.at)) ?? ANONYMOUS
  const secret = sessionSecret(given.cookie)
  if (secret === undefined || secret === '') return ANONYMOUS
  const session = secretHash(secret)
  const row = await findSession(house.db, session, given.at)
  return row === undefined ? ANONYMOUS : staffCaller(row, session, house)
}

async function machineOf(house: House, token: string, at: Instant): Promise<Caller | undefined> {
  const row = await findToken(house.db, secretHash(token), at)
  if (row === undefined) return undefined
  const scopes = tokenScopes.filter((scope) => row.scopes.includes(scope))
  return { kind: 'machine', id: row.token_id, name: row.name, unit: row.unit, scopes }
}
