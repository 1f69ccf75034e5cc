import type { RawAnswer, RawRequest, Transport } from './api-client.ts'

/** What a browser would hold for one person. */
type Session = { cookie: string; csrf: string }
export type OpenSession = (login: string) => Promise<Session>

/** Sends a request without knowing who asks. */
export type Wire = (request: RawRequest) => Promise<RawAnswer>

/** Logs in with the password; the cookie and the token stay in memory. */
export const logInWith =
  (wire: Wire, passwordOf: (login: string) => string): OpenSession =>
  async (login) => {
    const body = JSON.stringify({ login, password: passwordOf(login) })
    const headers = { 'content-type': 'application/json' }
    const answer = await wire({ method: 'POST', url: '/api/session', headers, body })
    if (answer.status !== 200)
      throw new Error(`${login} could not log in: ${answer.status} ${answer.text.slice(0, 200)}`)
    const cookie = (answer.header('set-cookie') ?? '').split(';')[0] ?? ''
    return { cookie, csrf: (JSON.parse(answer.text) as { csrf: string }).csrf }
  }

/** One session per person, opened when first needed and again when it has ended. */
export function withSessions(wire: Wire, open: OpenSession): Transport {
  const sessions = new Map<string, Promise<Session>>()
  const sessionOf = (login: string): Promise<Session> => {
    const session = sessions.get(login) ?? open(login)
    sessions.set(login, session)
    return session
  }
  const sendAs = async (login: string, request: RawRequest) => {
    const { cookie, csrf } = await sessionOf(login)
    return wire({ ...request, headers: { ...request.headers, cookie, 'x-csrf-token': csrf } })
  }
  return async (who, request) => {
    if (who === null) return wire(request)
    const answer = await sendAs(who, request)
    if (answer.status !== 401) return answer
    sessions.delete(who)
    return sendAs(who, request)
  }
}
