import { type Account, loadAccount } from '#db/accounts.ts'
import { findSession } from '#db/sessions.ts'
import { passwordIs } from './passwords.ts'
import { spendCode } from './second-factor.ts'
import type { Shell } from './shell.ts'
import { meOf, staffCaller, staffId, staffOf } from './staff-caller.ts'
import { throttled } from './throttle.ts'

/** The caller as the database has it now: after a change the reply says what is still owed. */
export async function freshMe(shell: Shell, session: Buffer) {
  const row = await findSession(shell.db, session, shell.at)
  if (row === undefined) return { ok: false, refusal: 'not-logged-in' } as const
  return { ok: true, reply: meOf(staffCaller(row, session, shell), shell) } as const
}

/** The caller's own account, once they have shown again that they know its password. Null: they do not. */
export async function accountByPassword(shell: Shell, password: string): Promise<Account | null | 'too-many-requests'> {
  const account = await loadAccount(shell.db, staffId(staffOf(shell)))
  const doors = [{ what: 'account' as const, who: account.login.toLowerCase() }]
  return throttled(shell, doors, async () => ((await passwordIs(account.password_hash, password)) ? account : null))
}

/** `none`: there is no second factor, or its code will be given later. */
export async function tryCode(shell: Shell, account: Account, code: string | undefined) {
  const { staff_id, totp } = account
  if (totp === null || code === undefined) return 'none'
  const doors = [{ what: 'second-factor' as const, who: staff_id }]
  const passed = await throttled(shell, doors, async () => (await spendCode(shell, { staff_id, totp }, code)) || null)
  return passed === true ? 'passed' : (passed ?? 'second-factor-wrong')
}
