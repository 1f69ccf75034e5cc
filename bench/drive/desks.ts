import { z } from 'zod'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { Line } from './line.ts'

/** Header lines of a logged-in person: session cookie and CSRF token. */
export type Desk = string

export const loginBody = (login: string) => ({ login, password: DEMO_PASSWORD })

const Me = z.object({ csrf: z.string(), must: z.array(z.string()) })

/** Logs people of the demo in, one after the other: hashing a password is meant to be slow. */
export async function deskOf(port: number, login: string): Promise<Desk> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(loginBody(login)),
  })
  if (!reply.ok) throw new Error(`${login} could not log in: ${reply.status} ${await reply.text()}`)
  const { csrf, must } = Me.parse(await reply.json())
  if (must.length > 0) throw new Error(`${login} must first ${must.join(', ')}`)
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  return `cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\n`
}

export async function desksOf(port: number, logins: readonly string[]): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>()
  for (const login of logins) desks.set(login, await deskOf(port, login))
  return desks
}

/** A call outside the measurement, with its body read. */
export async function ask<S extends z.ZodType>(port: number, desk: Desk, path: string, shape: S): Promise<z.infer<S>> {
  const line = new Line(port)
  try {
    const reply = await line.call('GET', path, desk)
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body.slice(0, 300)}`)
    return shape.parse(JSON.parse(reply.body))
  } finally {
    line.close()
  }
}
