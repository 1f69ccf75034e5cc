import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf, type OrderId } from '#domain/ids.ts'
import { readConfig } from '#server/config.ts'
import { sendToGrid } from '#server/grid-sweep.ts'
import { openHouse } from '#server/open-house.ts'
import { seedDemoStaff } from '#server/seed-staff.ts'
import { virtualClock } from './clock.ts'
import { sweeping } from './make-history.ts'
import { MOMENT } from './moment.ts'
import type { OpenSession, Wire } from './sessions.ts'
import { staffSessions } from './staff-sessions.ts'
import { fetchWire } from './wires.ts'

const quiet = { info: () => undefined, error: (fields: object, message: string) => console.error(message, fields) }

/**
 * A platform of one's own for an hour: empty data folder, a free port, and the story's time instead of the machine's.
 * Each request carries its moment in a header, which only this server listens to.
 */
export async function ownServer(from: number, until: number) {
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-replay-'))
  const config = readConfig({ JIESU_DATA: folder, JIESU_MODE: 'demo', JIESU_HISTORY: 'false' })
  const clock = virtualClock(from)
  const open = await openHouse(config, quiet, clock.now)
  const { app, house } = open
  app.addHook('onRequest', (request, _reply, done) => {
    void clock.at(Number(request.headers[MOMENT] ?? Date.parse(clock.now())), async () => done())
  })
  await seedDemoStaff(house, 'only-for-this-replay')
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const plain = fetchWire(base)
  const wire: Wire = (request) => {
    const headers = { ...request.headers, [MOMENT]: String(Date.parse(clock.now())) }
    return plain({ ...request, headers })
  }
  const sessions: OpenSession = staffSessions(house, instantOf(until)).open
  return {
    city: house.city,
    clock,
    wire,
    sessions,
    tick: sweeping(house),
    toGrid: (id: OrderId, at: number) => sendToGrid(house, id, instantOf(at)),
    close: async () => {
      await open.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
