import type { Handlers } from '#contract/api.ts'
import { loadAccount, removeTotp, setTotp } from '#db/accounts.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { endSessionsOf, passSecondFactor } from '#db/sessions.ts'
import { accountByPassword, freshMe, tryCode } from './own-account.ts'
import { newTotpSecret, sealTotp, stepOfCode, totpUri } from './second-factor.ts'
import type { Shell } from './shell.ts'
import { staffId, staffOf } from './staff-caller.ts'
import { throttled } from './throttle.ts'
import { openOffer, sealOffer } from './totp-offer.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** The second factor of one's own account. Setting one up never replaces one: that would be the way around it. */
export const totpHandlers = {
  passSecondFactor: async (shell, { body }) => {
    const caller = staffOf(shell)
    const account = await loadAccount(shell.db, staffId(caller))
    const passed = await tryCode(shell, account, body.code)
    if (passed === 'none') return no('second-factor-not-set')
    if (passed !== 'passed') return no(passed)
    await passSecondFactor(shell.db, caller.session)
    return freshMe(shell, caller.session)
  },

  startTotp: async (shell, { body }) => {
    const account = await accountByPassword(shell, body.password)
    if (account === null) return no('login-or-password-wrong')
    if (account === 'too-many-requests') return no(account)
    if (account.totp !== null) return no('second-factor-already-set')
    const secret = newTotpSecret()
    const offer = sealOffer(shell.vault, secret, account.staff_id, shell.at)
    return { ok: true, reply: { secret, uri: totpUri(secret, shell.city.policy.name, account.login), offer } }
  },

  confirmTotp: async (shell, { body }) => {
    const caller = staffOf(shell)
    const id = staffId(caller)
    const secret = openOffer(shell.vault, body.offer, id, shell.at)
    if (secret === null) return no('totp-offer-expired')
    const doors = [{ what: 'second-factor' as const, who: id }]
    const step = await throttled(shell, doors, async () => stepOfCode(secret, body.code, shell.at))
    if (step === null) return no('second-factor-wrong')
    if (step === 'too-many-requests') return no(step)
    const set = await shell.db.tx(async (db) => {
      if (!(await setTotp(db, id, sealTotp(shell.vault, secret, id), step))) return false
      await passSecondFactor(db, caller.session)
      await addToAdminLog(db, { actor: id, action: 'second-factor-set', target: id }, shell.at)
      return true
    })
    return set ? freshMe(shell, caller.session) : no('second-factor-already-set')
  },

  removeTotp: async (shell, { body }) => {
    const caller = staffOf(shell)
    const account = await accountByPassword(shell, body.password)
    if (account === null) return no('login-or-password-wrong')
    if (account === 'too-many-requests') return no(account)
    const passed = await tryCode(shell, account, body.code)
    if (passed === 'none') return no('second-factor-not-set')
    if (passed !== 'passed') return no(passed)
    await shell.db.tx(async (db) => {
      await removeTotp(db, account.staff_id)
      await endSessionsOf(db, account.staff_id, caller.session)
      const entry = { actor: account.staff_id, action: 'second-factor-removed', target: account.staff_id }
      await addToAdminLog(db, entry, shell.at)
    })
    return freshMe(shell, caller.session)
  },
} satisfies Partial<Handlers<Shell>>
