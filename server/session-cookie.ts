import { createHash, randomBytes } from 'node:crypto'
import type { House } from './shell.ts'

const NAME = 'jiesu_session'

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The database knows only hashes: a copy of it opens no session. 256 random bits need no slow hash. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export function sessionSecret(cookie: string | undefined): string | undefined {
  const pair = cookie?.split(';').find((part) => part.trimStart().startsWith(`${NAME}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}

/** Without Max-Age, so that closing the browser of a shared seat ends it there too. Lax keeps other sites' forms out. */
export const sessionCookie = (secret: string, mode: House['mode']): string =>
  `${NAME}=${secret}; HttpOnly; SameSite=Lax; Path=/${mode === 'production' ? '; Secure' : ''}`

export const noSessionCookie = (mode: House['mode']): string => `${sessionCookie('', mode)}; Max-Age=0`
