import { Secret, TOTP } from 'otpauth'
import { spendTotpStep } from '#db/accounts.ts'
import type { Db } from '#db/sql.ts'
import { type Instant, msOf, type StaffId } from '#domain/ids.ts'
import type { Vault } from './vault.ts'

const PERIOD = 30
/** One step either way: phones go wrong by some seconds, and typing takes time (RFC 6238 §5.2). */
const WINDOW = 1

/** SHA-1, six digits, thirty seconds: the only settings that every authenticator app reads. */
const totpOf = (secret: string, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })

/** 160 bits in base32, as RFC 4226 §4 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says. */
export const totpUri = (secret: string, city: string, login: string): string =>
  totpOf(secret, `${city}12345`, login).toString()

/** The thirty-second step a code belongs to, if it is right now. */
export function stepOfCode(secret: string, code: string, at: Instant): number | null {
  const timestamp = msOf(at)
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta
}

const context = (staff: StaffId) => `totp ${staff}`

export const sealTotp = (vault: Vault, secret: string, staff: StaffId): Buffer => vault.seal(secret, context(staff))

export const openTotp = (vault: Vault, sealed: Buffer, staff: StaffId): string => vault.open(sealed, context(staff))

/** Right, and not used before: a code seen over a shoulder is worth nothing. */
export async function spendCode(
  shell: { db: Db; vault: Vault; at: Instant },
  account: { staff_id: StaffId; totp: Buffer },
  code: string,
): Promise<boolean> {
  const secret = openTotp(shell.vault, account.totp, account.staff_id)
  const step = stepOfCode(secret, code, shell.at)
  return step !== null && (await spendTotpStep(shell.db, account.staff_id, step))
}
