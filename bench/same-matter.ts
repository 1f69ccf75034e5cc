import { randomOf } from '#sim/random.ts'
import { folderFor, loadedFolder } from './data/folder.ts'
import { readEvents, readPairs, readRequests, readTraps } from './data/same-sets.ts'
import { signOrders } from './data/sign-orders.ts'
import { askSimilar } from './drive/same-api.ts'
import { startServer } from './drive/server.ts'
import { megabytesOf } from './measure/memory.ts'
import { corpusOf, eventFigures, offeredTraps, pairFigures } from './measure/same-quality.ts'
import { indexFigures } from './measure/same-speed.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

type Part = { rows: [string, string | number | null][]; notes: string[]; keys: Record<string, unknown> }

/** On real requests with their labels, and on the bench's own traps. */
function quality(options: Options): Part {
  const requests = readRequests()
  const traps = readTraps()
  if (requests === null)
    return {
      rows: [],
      notes: ['skipped: the shared data are not beside the project'],
      keys: { hit1: null, recall10: null, map: null, pairPrecision: null, pairRecall: null },
    }
  const corpus = corpusOf(requests)
  const events = eventFigures(corpus, readEvents(options.text('events')))
  const pairs = pairFigures(corpus, readPairs(options.text('pairs')))
  const offered = offeredTraps(traps, corpus.table)
  const keys = {
    hit1: round(events.hit1, 3),
    recall10: round(events.recall10, 3),
    map: round(events.map, 3),
    pairPrecision: round(pairs.precision, 3),
    pairRecall: round(pairs.recall, 3),
    trapsOffered: offered.length,
  }
  return {
    rows: [
      [`Hit@1 of ${events.queries} questions`, keys.hit1],
      ['recall@10', keys.recall10],
      ['mean average precision', keys.map],
      ['pairs: precision at the shipped threshold', keys.pairPrecision],
      ['pairs: recall', keys.pairRecall],
      [`same words, another place: offered of ${traps.length}`, offered.length],
    ],
    notes: offered.map(({ title }) => `offered although elsewhere: ${title}`),
    keys,
  }
}

async function speed(options: Options): Promise<Part> {
  const sizes = (options.text('sizes') ?? '10000,100000,1000000').split(',').map(Number)
  const { rows, textP99 } = await indexFigures(sizes)
  const largest = rows.at(-1)
  return {
    rows: [
      ['making a text ready, p99 ms', round(textP99, 2)],
      ...rows.flatMap((row): [string, string | number][] => [
        [`index of ${row.texts}: p50 ms`, round(row.p50, 2)],
        [`index of ${row.texts}: p99 ms`, round(row.p99, 2)],
        [`index of ${row.texts}: MB`, round(row.megabytes)],
        [`index of ${row.texts}: load s, longest step ms`, `${round(row.loadSeconds)}, ${round(row.step)}`],
      ]),
    ],
    notes: [],
    keys: {
      p99Ms: round(Math.max(...rows.map((row) => row.p99)), 2),
      megabytes: round(largest?.megabytes ?? 0),
    },
  }
}

async function throughApi(options: Options): Promise<Part> {
  const orders = options.number('orders', 10_000)
  if (orders === 0) return { rows: [], notes: ['no house: --orders 0'], keys: {} }
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const signed = await signOrders(folder)
  const server = await startServer({ folder })
  try {
    const figures = await askSimilar(server, folder, options.number('times', 400), randomOf(2, 'same-api'))
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(percentile(figures.times, share)))
    return {
      rows: [
        [`API, ${orders} orders: p50 ms`, p50 ?? null],
        [`API, ${orders} orders: p95 ms`, p95 ?? null],
        [`API, ${orders} orders: p99 ms`, p99 ?? null],
        ['answers with something alike', `${figures.found} of ${figures.times.length}`],
        ['index complete after the start, s', round(figures.readySeconds)],
        ['the server’s memory, MB', round(megabytesOf([server.pid]))],
        ['signatures written, s', signed.signatures === 0 ? null : signed.writeSeconds],
      ],
      notes: [],
      keys: { apiP95Ms: p95, apiP99Ms: p99, orders, readySeconds: round(figures.readySeconds) },
    }
  } finally {
    await server.stop()
  }
}

/**
 * Claim: a new text finds the open and recent orders that are the same matter: Hit@1 ≥ .97, recall@10 ≥ .965, MAP ≥ .94,
 * pairs with precision ≥ .95 at recall ≥ .80; never the same words about another place; p99 10 ms in the index and 50 ms
 * through the API at a million. `--events FILE --pairs FILE --sizes 10000,100000,1000000 --orders 10000 --times 400`
 */
export async function run(options: Options): Promise<Result> {
  const parts = [quality(options), await speed(options), await throughApi(options)]
  return {
    columns: ['what', 'measured'],
    rows: parts.flatMap(({ rows }) => rows),
    notes: parts.flatMap(({ notes }) => notes),
    keys: Object.assign({}, ...parts.map(({ keys }) => keys)),
  }
}
