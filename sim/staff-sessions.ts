import { addSession, endSession } from '#db/sessions.ts'
import { type Instant, instantOf } from '#domain/ids.ts'
import { newSecret, secretHash, sessionCookie } from '#server/session-cookie.ts'
import type { House } from '#server/shell.ts'
import type { OpenSession } from './sessions.ts'

/**
 * Sessions for the city's people in process, without their passwords: hashing hundreds would take longer than the
 * history. Each is dated at the history's end, so that it neither ends nor slides before; `endAll` leaves none behind.
 */
export function staffSessions(house: House, until: Instant): { open: OpenSession; endAll(): Promise<void> } {
  const byLogin = new Map(house.city.staff.map((person) => [person.login, person]))
  const opened: Buffer[] = []
  return {
    open: async (login) => {
      const person = byLogin.get(login)
      if (person === undefined) throw new Error(`the city has no staff member with the log-in ${login}`)
      const secret = newSecret()
      const csrf = newSecret()
      const tokenHash = secretHash(secret)
      opened.push(tokenHash)
      const session = { tokenHash, staff: person.id, csrf, second: true, ip: '127.0.0.1', agent: 'jiesu-sim' }
      await addSession(house.db, session, instantOf(Date.parse(until)))
      return { cookie: sessionCookie(secret, 'demo').split(';')[0] ?? '', csrf }
    },
    endAll: async () => {
      for (const tokenHash of opened) await endSession(house.db, tokenHash)
    },
  }
}
