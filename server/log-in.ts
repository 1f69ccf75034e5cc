import type { Handlers } from '#contract/api.ts'
import { type Account, findAccount } from '#db/accounts.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { addSession, endSession } from '#db/sessions.ts'
import { addressKey } from './address-key.ts'
import { freshMe, tryCode } from './own-account.ts'
import { passwordIs } from './passwords.ts'
import { newSecret, secretHash, sessionCookie } from './session-cookie.ts'
import type { Shell } from './shell.ts'
import { throttled } from './throttle.ts'

/** Null: wrong. The doors are counted by what was typed, known or not, so counting tells nothing either. */
function accountByLogIn(shell: Shell, login: string, password: string): Promise<Account | null | 'too-many-requests'> {
  const doors = [
    { what: 'account' as const, who: login.toLowerCase() },
    { what: 'address' as const, who: addressKey(shell.ip) },
  ]
  return throttled(shell, doors, async () => {
    const account = await findAccount(shell.db, login)
    if ((await passwordIs(account?.password_hash ?? null, password)) && account !== undefined) return account
    // What was typed is not kept: people type passwords into the wrong field.
    const target = account?.staff_id ?? 'unknown'
    await addToAdminLog(shell.db, { actor: shell.ip, action: 'log-in-failed', target }, shell.at)
    return null
  })
}

async function openSession(shell: Shell, account: Account, second: boolean) {
  const { caller, at, ip, agent, mode } = shell
  const secret = newSecret()
  const tokenHash = secretHash(secret)
  const staff = account.staff_id
  await shell.db.tx(async (db) => {
    if (caller.kind === 'staff') await endSession(db, caller.session)
    await addSession(db, { tokenHash, staff, csrf: newSecret(), second, ip, agent: agent.slice(0, 300) }, at)
    await addToAdminLog(db, { actor: staff, action: 'logged-in', target: staff, detail: { ip, second } }, at)
  })
  shell.reply.header('set-cookie', sessionCookie(secret, mode))
  return freshMe(shell, tokenHash)
}

export const logIn: Handlers<Shell>['logIn'] = async (shell, { body }) => {
  const account = await accountByLogIn(shell, body.login, body.password)
  if (account === 'too-many-requests') return { ok: false, refusal: account }
  if (account === null) return { ok: false, refusal: 'login-or-password-wrong' }
  // Told only to whoever knows the password.
  if (!account.active) return { ok: false, refusal: 'account-closed' }
  const second = await tryCode(shell, account, body.code)
  if (second === 'too-many-requests' || second === 'second-factor-wrong') return { ok: false, refusal: second }
  return openSession(shell, account, second === 'passed')
}
