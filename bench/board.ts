import { folderFor, loadedFolder } from './data/folder.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { deskOf } from './drive/desks.ts'
import { Line } from './drive/line.ts'
import { startServer } from './drive/server.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/** What every open window asks again each minute, and what a board or a supervisor opens. */
const ASKED: readonly [login: string, path: string][] = [
  ['leader1', '/api/today'],
  ['leader1', '/api/today?region=990101'],
  ['housing', '/api/today'],
  ['supervisor1', '/api/supervision/orders'],
  ['supervisor1', '/api/supervision/orders?light=yellow'],
  ['supervisor1', '/api/notices'],
  ['housing', '/api/notices'],
  ['dispatcher1', '/api/waiting'],
  ['housing', '/api/waiting'],
  ['supervisor1', '/api/waiting'],
]

/**
 * Claim: on a million orders the board of today opens within 300 ms at p95, and what every window asks each minute (what
 * waits, notices) within 50 ms. `--orders N --times 30`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 10_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const server = await startServer({ folder })
  try {
    const line = new Line(server.port)
    const rows: [string, number, number, number][] = []
    const p95Ms: Record<string, number> = {}
    for (const [login, path] of ASKED) {
      const desk = await deskOf(server.port, login)
      const times: number[] = []
      for (let i = 0; i < options.number('times', 30); i++) {
        const reply = await line.call('GET', path, desk, null)
        if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body.slice(0, 300)}`)
        times.push(reply.ms)
      }
      const [p50, p95] = [round(percentile(times, 0.5)), round(percentile(times, 0.95))]
      p95Ms[`${login} ${path}`] = p95
      rows.push([`${login} ${path}`, p50, p95, round(Math.max(...times))])
    }
    line.close()
    return {
      columns: ['who asks what', 'p50 ms', 'p95 ms', 'longest ms'],
      rows,
      notes: [],
      keys: { p95Ms, orders: await countOrders(await adminUrlOf(folder)) },
    }
  } finally {
    await server.stop()
  }
}
