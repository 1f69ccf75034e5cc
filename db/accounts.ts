import { z } from 'zod'
import { StaffId } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** What a log-in is checked against. It stays between this row and the check. */
export const Account = z.object({
  staff_id: StaffId,
  login: z.string(),
  password_hash: z.string(),
  totp: z.instanceof(Buffer).nullable(),
  active: z.boolean(),
})
export type Account = z.infer<typeof Account>

async function accountWhere(db: Db, condition: Sql): Promise<Account | undefined> {
  const rows = await db.rows(
    sql`select staff_id, login, password_hash, totp, active from staff where ${condition}`,
    Account,
  )
  return rows[0]
}

export const findAccount = (db: Db, login: string) => accountWhere(db, sql`lower(login) = lower(${login})`)

export async function loadAccount(db: Db, staff: StaffId): Promise<Account> {
  const account = await accountWhere(db, sql`staff_id = ${staff}`)
  if (account === undefined) throw new Error(`no account ${staff}`)
  return account
}

/** Only over the hash that was checked: a reset that came between the check and this wins. */
export const setOwnPassword = (db: Db, account: Account, hash: string) =>
  db.run(sql`
    update staff set password_hash = ${hash}, password_is = 'own'
    where  staff_id = ${account.staff_id} and password_hash = ${account.password_hash}`)

/** True for one caller only: whoever comes second with the same code, from whichever process, is refused. */
export const spendTotpStep = async (db: Db, staff: StaffId, step: number): Promise<boolean> =>
  (await db.run(sql`
    update staff set totp_step = ${step}
    where  staff_id = ${staff} and (totp_step is null or totp_step < ${step})`)) === 1

export const setTotp = async (db: Db, staff: StaffId, sealed: Buffer, step: number): Promise<boolean> =>
  (await db.run(sql`
    update staff set totp = ${sealed}, totp_step = ${step}
    where  staff_id = ${staff} and totp is null and (totp_step is null or totp_step < ${step})`)) === 1

/** The step stays, so that the code that removed the factor cannot serve again. */
export const removeTotp = (db: Db, staff: StaffId) =>
  db.run(sql`update staff set totp = null where staff_id = ${staff}`)
