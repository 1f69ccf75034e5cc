import { folderFor, loadedFolder } from './data/folder.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { deskOf } from './drive/desks.ts'
import { Line } from './drive/line.ts'
import { type Question, questionsFor } from './drive/questions.ts'
import { startServer } from './drive/server.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: on a million orders every list answers within 150 ms at p95: newest first, each filter common and rare, those
 * combined, number, phone, and any two characters of the text and more — for the hotline and for a unit.
 * `--orders N --times 30 --slow 150`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 10_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const server = await startServer({ folder })
  try {
    const url = await adminUrlOf(folder)
    const questions = await questionsFor(url, options.number('times', 30))
    const p95Ms: Record<string, number> = {}
    const rows: [string, number, number, number, number][] = []
    const slowest: string[] = []
    for (const login of ['supervisor1', 'agent1', 'housing']) {
      const desk = await deskOf(server.port, login)
      const line = new Line(server.port)
      for (const question of questions.filter((q) => q.who.includes(login))) {
        const { times, found, slow } = await askAll(line, desk, question)
        const name = `${question.name}${login === 'housing' ? ' (unit)' : ''}`
        const p95 = round(percentile(times, 0.95))
        p95Ms[name] = p95
        rows.push([name, round(percentile(times, 0.5)), p95, round(Math.max(...times)), round(found)])
        if (p95 > options.number('slow', 150)) slowest.push(`slow: ${name}: ${slow}`)
      }
      line.close()
    }
    const worst = Math.max(...Object.values(p95Ms))
    return {
      columns: ['query', 'p50 ms', 'p95 ms', 'longest ms', 'rows found'],
      rows,
      notes: slowest,
      keys: { p95Ms, worstMs: worst, over150: slowest.length, orders: await countOrders(url) },
    }
  } finally {
    await server.stop()
  }
}

/** One after the other by one person: what is measured is the answer, not a queue. */
async function askAll(line: Line, desk: string, { asks }: Question) {
  const times: number[] = []
  let found = 0
  let [longest, slow] = [0, '']
  for (const ask of asks) {
    const [method, body] = ask.body === undefined ? ['GET', null] : ['POST', ask.body]
    const reply = await line.call(method, ask.path, desk, body)
    if (reply.status !== 200) throw new Error(`${ask.path}: ${reply.status} ${reply.body.slice(0, 300)}`)
    times.push(reply.ms)
    found += (reply.body.match(/"regionName"/g)?.length ?? 0) / asks.length
    if (reply.ms > longest) [longest, slow] = [reply.ms, `${decodeURI(ask.path)} ${body ?? ''}`]
  }
  return { times, found, slow }
}
