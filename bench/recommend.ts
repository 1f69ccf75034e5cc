import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { instantOf } from '#domain/ids.ts'
import { pastOrder, replay } from '#server/recommend/replay.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import { pastOf } from './data/past-of.ts'
import { signOrders } from './data/sign-orders.ts'
import { adminUrlOf } from './drive/count-orders.ts'
import { deskOf } from './drive/desks.ts'
import { Line } from './drive/line.ts'
import { startServer } from './drive/server.ts'
import { calibrationOf, hitsOf, saved, straightOf } from './measure/recommend-quality.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

type Part = { rows: [string, string | number | null][]; notes: string[]; keys: Record<string, unknown> }

/** The first days teach; what came later is judged. */
const WARM_UP_DAYS = 20
const DAY = 86_400_000

/** On a demo's past, in time order: each order by what was known before it. */
async function quality(options: Options): Promise<Part> {
  const folder = options.text('demo')
  if (folder === null || !existsSync(join(folder, 'postgres')))
    return {
      rows: [],
      notes: ['quality skipped: --demo FOLDER names a data folder with a demo’s past (JIESU_DATA of npm start)'],
      keys: { top1: null, top3: null, ruleTop1: null, ruleTop3: null },
    }
  const { city, same, orders } = await pastOf(folder)
  const policy = StraightThroughPolicy.parse({ ...city.policy.straightThrough, enabled: true })
  const times = orders.map((order) => Date.parse(order.receivedAt)).toSorted((a, b) => a - b)
  const from = (times[0] ?? 0) + WARM_UP_DAYS * DAY
  const now = instantOf((times.at(-1) ?? 0) + DAY)
  const begun = performance.now()
  const past = orders.map((order) => pastOrder(order, { same }))
  const judged = [...replay(city, past, { policy, now, from })]
  const seconds = (performance.now() - begun) / 1000
  const hits = hitsOf(judged)
  const of = (name: string) => hits.find((one) => one.name === name) ?? { name, top1: 0, top3: 0 }
  const straight = straightOf(judged)
  const helped = saved(judged)
  const ece = calibrationOf(judged)
  return {
    rows: [
      ['settled orders judged', judged.length],
      ...hits.map(({ name, top1, top3 }): [string, string] => [
        `${name}: top-1, top-3`,
        `${round(top1, 3)}, ${round(top3, 3)}`,
      ]),
      ['calibration error of the first score', round(ece, 3)],
      ['sent wrong first by people', helped.wrong],
      ['of these recommended right', helped.right],
      ['would have gone straight, share', round(straight.went, 3)],
      ['of these wrong, share', round(straight.wrong, 4)],
      ['orders replayed a second', round(orders.length / seconds, 0)],
    ],
    notes: [],
    keys: {
      judged: judged.length,
      top1: round(of('all three').top1, 4),
      top3: round(of('all three').top3, 4),
      ruleTop1: round(of('rule only').top1, 4),
      ruleTop3: round(of('rule only').top3, 4),
      pastTop1: round(of('past orders only').top1, 4),
      pastTop3: round(of('past orders only').top3, 4),
      ece: round(ece, 4),
      straightShare: round(straight.went, 4),
      straightWrong: round(straight.wrong, 4),
    },
  }
}

/** Orders of every scene and place, as a desk would open one after the other. */
async function someOrders(url: string, times: number): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ order_id: string }>(
      `select order_id from (select order_id from work_order where category <> '' order by order_id desc limit 20000) w
       order by md5(order_id) limit $1`,
      [times],
    )
    return rows.map((row) => row.order_id)
  } finally {
    await client.end()
  }
}

async function throughApi(options: Options): Promise<Part> {
  const orders = options.number('orders', 10_000)
  if (orders === 0) return { rows: [], notes: ['no house: --orders 0'], keys: { p95Ms: null } }
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  await signOrders(folder)
  const server = await startServer({ folder })
  const line = new Line(server.port)
  try {
    const desk = await deskOf(server.port, 'dispatcher1')
    const ids = await someOrders(await adminUrlOf(folder), options.number('times', 300))
    const times: number[] = []
    for (const [i, id] of [...ids.slice(0, 20), ...ids].entries()) {
      const reply = await line.call('GET', `/api/orders/${id}/candidates`, desk)
      if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.slice(0, 300)}`)
      if (i >= 20) times.push(reply.ms)
    }
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
    return {
      rows: [
        [`recommendation through the API on ${orders} orders: p50 ms`, round(p50)],
        ['p95 ms', round(p95)],
      ],
      notes: [],
      keys: { p95Ms: round(p95), orders },
    }
  } finally {
    line.close()
    await server.stop()
  }
}

/**
 * Claim: the recommendation names the unit that in the end had the order first in at least as many cases as the rules
 * alone, among the first three in more, and answers within 100 ms at p95 on 10,000 orders.
 * `--demo FOLDER --orders 10000 --times 300`
 */
export async function run(options: Options): Promise<Result> {
  const parts = [await quality(options), await throughApi(options)]
  return {
    columns: ['what', 'measured'],
    rows: parts.flatMap(({ rows }) => rows),
    notes: parts.flatMap(({ notes }) => notes),
    keys: Object.assign({}, ...parts.map(({ keys }) => keys)),
  }
}
