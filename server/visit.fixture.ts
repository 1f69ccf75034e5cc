import { callerOf } from './caller.ts'
import { logIn } from './log-in.ts'
import type { House, Shell } from './shell.ts'

type Given = { cookie?: string; authorization?: string; ip?: string; expected?: number }

/** A call as the HTTP layer would make it: who is calling comes from the headers alone. */
export async function visit(house: House, given: Given = {}): Promise<Shell & { sent: Map<string, string> }> {
  const { cookie, authorization, ip = '10.0.0.1', expected = null } = given
  const at = house.now()
  const caller = await callerOf(house, { cookie, authorization, ip, at })
  const sent = new Map<string, string>()
  const reply = { header: (name: string, value: string) => void sent.set(name, value) }
  const actor = { kind: 'staff' as const, id: 'id' in caller ? caller.id : '', role: null, unit: null }
  return { ...house, caller, actor, at, ip, agent: 'test', expected, reply, sent }
}

type Known = { login: string; password: string; code?: string; ip?: string }

/** Logs in and gives the cookie that a browser would send back. */
export async function logInAs(house: House, { ip, ...body }: Known) {
  const shell = await visit(house, ip === undefined ? {} : { ip })
  const answer = await logIn(shell, { body })
  return { answer, cookie: shell.sent.get('set-cookie')?.split(';')[0] ?? '' }
}

/** The cookie of somebody who is known to get in. */
export async function cookieOf(house: House, known: Known): Promise<string> {
  const { answer, cookie } = await logInAs(house, known)
  if (!answer.ok) throw new Error(`${known.login} was refused: ${answer.refusal}`)
  return cookie
}
