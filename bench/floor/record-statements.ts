import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { readConfig } from '#server/config.ts'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { jsonLog } from '#server/log.ts'
import { openHouse } from '#server/open-house.ts'
import { seedDemoStaff } from '#server/seed-staff.ts'
import { type Desk, loginBody } from '../drive/desks.ts'
import type { Matter } from '../drive/matters.ts'
import { type Desks, stepsOf } from '../drive/walk.ts'

export type Statement = { text: string; values: readonly unknown[] }
export type Recorded = { statements: Statement[]; orderId: string; orderNo: string }

/** Looks over the driver's shoulder: the very statements and values a lifecycle sends, transactions included. */
function listening(): { heard: Statement[]; stop(): void } {
  const heard: Statement[] = []
  const { query } = pg.Client.prototype
  const spy = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    if (typeof asked === 'string') heard.push({ text: asked, values: [] })
    else if (typeof asked === 'object' && asked !== null && 'text' in asked) {
      const { text, values } = asked as pg.QueryConfig<unknown[]>
      heard.push({ text, values: values ?? [] })
    }
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: spy })
  return { heard, stop: () => void Object.assign(pg.Client.prototype, { query }) }
}

async function logIn(app: FastifyInstance, login: string): Promise<Desk> {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: loginBody(login) })
  const { csrf } = z.object({ csrf: z.string() }).parse(reply.json())
  return `cookie: ${String(reply.headers['set-cookie']).split(';')[0]}\r\nx-csrf-token: ${csrf}\r\n`
}

const headersOf = (desk: Desk): Record<string, string> =>
  Object.fromEntries(
    desk
      .trim()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string]),
  )

const View = z.object({ id: z.string(), no: z.string() })

/** One lifecycle by injection: no socket, but all of routing, checking, deciding and writing. */
async function liveOnce(app: FastifyInstance, desks: Desks, matter: Matter): Promise<z.infer<typeof View>> {
  let view = { id: '', no: '' }
  for (const step of stepsOf(desks, matter, 0)) {
    const json = step.body === null ? {} : { 'content-type': 'application/json' }
    const reply = await app.inject({
      method: step.method === 'GET' ? 'GET' : 'POST',
      url: step.path(view.id),
      headers: { ...headersOf(step.desk), ...json },
      ...(step.body !== null && { payload: step.body }),
    })
    if (reply.statusCode !== 200) throw new Error(`${step.name}: ${reply.statusCode} ${reply.body}`)
    view = View.parse(reply.json())
  }
  return view
}

/** One lifecycle through the whole house, in this process. The second of two is kept: the first fills caches. */
export async function recordLifecycle(folder: string, matter: Matter): Promise<Recorded> {
  const open = await openHouse(readConfig({ JIESU_DATA: folder, JIESU_HISTORY: 'false' }), jsonLog('faults'))
  await seedDemoStaff(open.house, DEMO_PASSWORD)
  const listener = listening()
  try {
    const desks: Desks = {
      agents: [await logIn(open.app, 'agent1')],
      dispatchers: [await logIn(open.app, 'dispatcher1')],
      reviewers: [await logIn(open.app, 'reviewer1')],
      callers: [await logIn(open.app, 'callback1')],
      units: new Map([[matter.unit, await logIn(open.app, matter.unit)]]),
    }
    await liveOnce(open.app, desks, matter)
    listener.heard.length = 0
    const { id, no } = await liveOnce(open.app, desks, matter)
    return { statements: [...listener.heard], orderId: id, orderNo: no }
  } finally {
    listener.stop()
    await open.close()
  }
}
