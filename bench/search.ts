import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { refillBatch } from '#server/refill-texts.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import { TEXTS_FOLDER } from './data/real-texts.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { deskOf } from './drive/desks.ts'
import { Line } from './drive/line.ts'
import type { Question } from './drive/questions.ts'
import { type Recall, recallOf } from './drive/recall.ts'
import { searchQuestions } from './drive/search-questions.ts'
import { startServer } from './drive/server.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Cell, type Result, round } from './result.ts'

/**
 * Claim: every stretch of 2 to 6 characters of 10,000 real texts finds its order, as it stands with its punctuation; and on
 * a million orders the search over requests, replies and knowledge answers within 100 ms at p95, for the hotline and for
 * a large unit. Stretches of punctuation alone, or that touch masked personal data, are not asked for.
 * `--orders N --data DIR --times 30 --texts DIR --real 10000 --stretches 20000`
 */
export async function run(options: Options): Promise<Result> {
  const stretches = options.number('stretches', 20_000)
  const recall =
    stretches === 0
      ? null
      : await recallOf(options.text('texts') ?? TEXTS_FOLDER, options.number('real', 10_000), stretches)
  const { rows, p95Ms, worstMs, orders } = await speed(options)
  return {
    columns: ['query', 'p50 ms', 'p95 ms', 'longest ms', 'hits shown'],
    rows,
    notes: recall === null ? ['recall not asked for'] : told(recall),
    keys: {
      recall: recall === null ? null : round(recall.found / recall.asked, 5),
      p95Ms,
      worstClassMs: worstMs,
      orders,
      stretches: recall?.asked ?? 0,
    },
  }
}

const told = ({ byLength, masked, missed }: Recall): string[] => [
  ...byLength.map(
    ({ length, asked, found }) => `${length} characters: ${found} of ${asked} stretches find their order`,
  ),
  `${masked} stretches touch masked personal data and were left out`,
  ...missed.map((shape) => `missed, by its shape: ${shape}`),
]

async function speed(options: Options) {
  const orders = options.number('orders', 10_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  await bringForward(folder)
  const server = await startServer({ folder })
  try {
    const url = await adminUrlOf(folder)
    const questions = await searchQuestions(url, options.number('times', 30))
    const rows: Cell[][] = []
    const all: number[] = []
    for (const login of ['supervisor1', 'housing']) {
      const desk = await deskOf(server.port, login)
      const line = new Line(server.port)
      for (const question of questions.filter(({ who }) => who.includes(login))) {
        const { times, shown } = await askAll(line, desk, question)
        all.push(...times)
        const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => round(ms))
        const name = `${question.name}${login === 'housing' ? ' (unit)' : ''}`
        rows.push([name, p50 ?? 0, p95 ?? 0, round(Math.max(...times)), round(shown)])
      }
      line.close()
    }
    const worstMs = Math.max(...rows.map((row) => Number(row[2])))
    return { rows, p95Ms: round(percentile(all, 0.95)), worstMs, orders: await countOrders(url) }
  } finally {
    await server.stop()
  }
}

/** Orders loaded by an earlier release get their search texts in the present form; a server does it by and by. */
async function bringForward(folder: string): Promise<void> {
  const database = await startEmbedded(join(folder, 'postgres'))
  const pool = openPool(database.url, { max: 1, settings: { synchronous_commit: 'off' } })
  try {
    await migrate(database.url)
    let done = 0
    for (
      let n = await refillBatch({ db: pgDb(pool) }, 500);
      n !== null;
      n = await refillBatch({ db: pgDb(pool) }, 500)
    ) {
      if (Math.floor((done + n) / 50_000) > Math.floor(done / 50_000))
        console.log(`  ${done + n} search texts made anew`)
      done += n
    }
  } finally {
    await pool.end()
    await database.stop()
  }
}

/** One after the other by one person: what is measured is the answer, not a queue. */
async function askAll(line: Line, desk: string, { asks, name }: Question) {
  const times: number[] = []
  let shown = 0
  for (const { path, body } of asks) {
    const reply = await line.call('POST', path, desk, body ?? null)
    if (reply.status !== 200) throw new Error(`${name} ${body}: ${reply.status} ${reply.body.slice(0, 300)}`)
    times.push(reply.ms)
    shown += (reply.body.match(/"snippets"/g)?.length ?? 0) / asks.length
  }
  return { times, shown }
}
