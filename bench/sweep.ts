import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '#db/embedded.ts'
import { keysFor } from '#server/key-file.ts'
import { CITY_FOLDER } from './data/folder.ts'
import { loadOrders } from './data/load-orders.ts'
import { startServer } from './drive/server.ts'
import { secondsOf } from './measure/processor.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: when 100,000 orders fall due at the same moment, two server nodes on one database share them: every limit is
 * recorded as missed, none twice, and nothing is left over.
 * `--due 100000`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('due', 100_000)
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-sweep-'))
  const database = await startEmbedded(join(folder, 'postgres'))
  const client = new pg.Client(database.url)
  try {
    const keys = await keysFor({ mode: 'demo', keysFile: join(folder, 'keys.json') })
    await loadOrders(database.url, { keys, cityFolder: CITY_FOLDER, orders, plot: 'due' })
    await client.connect()
    return await sweepWith(client, database.url, folder)
  } finally {
    await client.end()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Orders with a limit that has passed and is not recorded; limits or reminders recorded more than once. */
const LOST = `select count(distinct order_id)::int as n from due where at <= now()`
const DOUBLED = `
  select coalesce(sum(n - 1), 0)::int as n
  from   (select count(*) as n from order_event where kind in ('clock-missed', 'clock-warned', 'auto-signed')
          group by order_id, kind, event ->> 'clock', event ->> 'percent', event ->> 'assignment' having count(*) > 1) again`
const MISSED = `select count(distinct order_id)::int as n from order_event where kind = 'clock-missed'`

async function sweepWith(client: pg.Client, databaseUrl: string, folder: string): Promise<Result> {
  const count = async (text: string) => Number((await client.query<{ n: number }>(text)).rows[0]?.n ?? 0)
  const due = await count(LOST)
  const begun = performance.now()
  const nodes = await Promise.all(
    ['one', 'two'].map((name) =>
      startServer({ folder: join(folder, name), databaseUrl, keysFile: join(folder, 'keys.json') }),
    ),
  )
  try {
    const serving = performance.now()
    for (let quiet = 0; quiet < 2; ) {
      await sleep(500)
      quiet =
        (await count(`select count(*)::int as n from (select from due where at <= now() limit 1) one`)) === 0
          ? quiet + 1
          : 0
    }
    const seconds = (performance.now() - serving) / 1000 - 1
    const [missed, left, doubled] = [await count(MISSED), await count(LOST), await count(DOUBLED)]
    const lost = Math.max(left, due - missed)
    const work = nodes.map((node) => round(secondsOf(node.pid)))
    return {
      columns: ['what', 'count'],
      rows: [
        ['orders due', due],
        ['with a missed limit recorded', missed],
        ['recorded twice', doubled],
        ['events', await count('select count(*)::int as n from order_event')],
      ],
      notes: [
        `${round(due / seconds, 0)} orders/s; started in ${round((serving - begun) / 1000)} s`,
        `processor seconds of the two nodes: ${work.join(' and ')}`,
      ],
      keys: { seconds: round(seconds), lost, doubled, due, nodes: nodes.length },
    }
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}
