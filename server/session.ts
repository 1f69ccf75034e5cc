import type { Handlers } from '#contract/api.ts'
import { setOwnPassword } from '#db/accounts.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { endSession, endSessionsOf, sessionsOf } from '#db/sessions.ts'
import { logIn } from './log-in.ts'
import { accountByPassword, freshMe } from './own-account.ts'
import { isWeakPassword } from './password-rules.ts'
import { hashPassword } from './passwords.ts'
import { noSessionCookie } from './session-cookie.ts'
import type { Shell } from './shell.ts'
import { meOf, staffId, staffOf } from './staff-caller.ts'
import { totpHandlers } from './totp.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

export const sessionHandlers = {
  ...totpHandlers,

  logIn,

  whoAmI: async (shell) => ({ ok: true, reply: meOf(staffOf(shell), shell) }),

  logOut: async (shell) => {
    await endSession(shell.db, staffOf(shell).session)
    shell.reply.header('set-cookie', noSessionCookie(shell.mode))
    return { ok: true, reply: { done: true } }
  },

  changePassword: async (shell, { body }) => {
    const caller = staffOf(shell)
    // Knowing the password alone must not be enough to lock out whoever holds the second factor.
    if (caller.must.includes('second-factor')) return no('second-factor-needed')
    const account = await accountByPassword(shell, body.old)
    if (account === null) return no('login-or-password-wrong')
    if (account === 'too-many-requests') return no(account)
    if (body.new === body.old) return no('password-unchanged')
    if (isWeakPassword(body.new, account.login)) return no('password-too-weak')
    const hash = await hashPassword(body.new)
    const changed = await shell.db.tx(async (db) => {
      if ((await setOwnPassword(db, account, hash)) === 0) return false
      await endSessionsOf(db, account.staff_id, caller.session)
      const entry = { actor: account.staff_id, action: 'password-changed', target: account.staff_id }
      await addToAdminLog(db, entry, shell.at)
      return true
    })
    return changed ? freshMe(shell, caller.session) : no('login-or-password-wrong')
  },

  listSessions: async (shell) => {
    const caller = staffOf(shell)
    const rows = await sessionsOf(shell.db, staffId(caller), shell.at)
    const sessions = rows.map((row) => ({
      id: row.token_hash.toString('hex').slice(0, 16),
      current: row.token_hash.equals(caller.session),
      createdAt: row.created_at,
      seenAt: row.seen_at,
      ip: row.ip,
      agent: row.agent,
    }))
    return { ok: true, reply: { sessions } }
  },

  endSessions: async (shell) => {
    const caller = staffOf(shell)
    return { ok: true, reply: { ended: await endSessionsOf(shell.db, staffId(caller), caller.session) } }
  },
} satisfies Partial<Handlers<Shell>>
