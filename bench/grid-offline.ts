import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { randomOf } from '#sim/random.ts'
import type { Luck } from './drive/bad-line.ts'
import { adminUrlOf } from './drive/count-orders.ts'
import { type GridDesk, gridDesk } from './drive/grid-desk.ts'
import { type Expected, type GridPhone, gridPhone, type Task } from './drive/grid-phone.ts'
import { startServer } from './drive/server.ts'
import type { Options } from './options.ts'
import type { Result } from './result.ts'

/**
 * Claim: a thousand actions of grid workers' phones over a line that loses requests and replies, breaks in the middle and
 * delivers twice and out of order: each has exactly one effect. The outbox is the page's own, the house is real, over HTTP.
 * `--actions 1000 --phones 32 --seed 1`
 */
export async function run(options: Options): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-grid-'))
  const server = await startServer({ folder })
  try {
    const begun = performance.now()
    const phones = await fillPhones(server.port, options)
    await Promise.all(phones.map((phone) => phone.sendAll()))
    await Promise.all(phones.map((phone) => phone.settled()))
    const seconds = (performance.now() - begun) / 1000
    const refused = phones.flatMap((phone) => phone.refused())
    const expected = phones.flatMap((phone) => phone.expected)
    const { lost, doubled } = await effectsOf(await adminUrlOf(folder), expected)
    return resultOf(expected, phones, { lost, doubled, refused: refused.map((one) => one.no?.code ?? ''), seconds })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Worker = { id: string; name: string; region: string; unit: string }
/** A worker's cap for a day in the demo city. */
const TASKS_EACH = 8

/** Workers on duty round the clock, so that the hour of the run does not matter; a log-in is its row's number. */
async function workersOf(port: number, dispatcher: GridDesk, count: number): Promise<Worker[]> {
  const { workers } = (await dispatcher.get('/grid/workers')) as { workers: Worker[] }
  const chosen = workers.slice(0, count)
  const streets = new Map<string, GridDesk>()
  for (const worker of chosen) {
    const street = `town-${worker.region.slice(0, 9)}`
    const desk = streets.get(street) ?? (await gridDesk(port, street))
    streets.set(street, desk)
    const post = { post: 'main', hours: { from: '00:00', to: '24:00' }, away: false }
    await desk.send('PUT', `/grid/workers/${worker.id}`, post)
  }
  return chosen
}

async function taskFor(agent: GridDesk, dispatcher: GridDesk, worker: Worker, n: number): Promise<Task> {
  const title = `楼道堆物 ${n}`
  const request = {
    requestType: 'help',
    title,
    content: `楼道里堆着旧家具，第 ${n} 处`,
    category: 'K0204',
    region: worker.region.slice(0, 12),
    confidential: 'none',
  }
  const appellant = { name: '王某', callerPhone: '13800001234' }
  const body = { channel: 'phone', request, appellant, outcome: { kind: 'submit' } }
  const order = (await agent.send('POST', '/orders', body)) as { id: string }
  // The platform looks every two seconds and sends such a matter itself: whoever is first, this worker has it.
  const sent = await dispatcher.post(`/api/orders/${order.id}/grid-dispatch`, {}, `bench-send-${order.id}`)
  if (sent.status !== 200 && sent.code !== 'wrong-state') throw new Error(`${title}: ${sent.code} ${sent.words}`)
  return { orderId: order.id, n: 1, title }
}

/** Every phone with its day's work in it, none of it sent: as after a morning without a line. */
async function fillPhones(port: number, options: Options): Promise<GridPhone[]> {
  const [agent, dispatcher] = await Promise.all([gridDesk(port, 'agent1'), gridDesk(port, 'dispatcher1')])
  const actions = options.number('actions', 1000)
  const workers = await workersOf(port, dispatcher, options.number('phones', 32))
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const seed = options.number('seed', 1)
  let keys = 0
  const newKey = () => `bench-${seed}-${String(++keys).padStart(16, '0')}`
  const phones: { phone: GridPhone; worker: Worker }[] = []
  for (const worker of workers) {
    const desk = await gridDesk(port, worker.id.replace(/^s-/, ''))
    phones.push({ worker, phone: gridPhone(worker.id, desk, jpeg, randomOf(seed, worker.id), newKey) })
  }
  const total = () => phones.reduce((sum, { phone }) => sum + phone.expected.length, 0)
  for (let n = 0; total() < actions; n++) {
    const chosen = phones[n % phones.length]
    if (chosen === undefined) throw new Error('the city has no grid workers')
    const isTask = n < phones.length * TASKS_EACH && actions - total() >= 4
    if (isTask) await chosen.phone.work(await taskFor(agent, dispatcher, chosen.worker, n))
    else await chosen.phone.whistle(`吹哨第 ${n} 次：路口堆土`)
  }
  return phones.map(({ phone }) => phone)
}

/** What the log holds of each action: none is lost, two are one doubled. */
async function effectsOf(url: string, expected: readonly Expected[]): Promise<{ lost: number; doubled: number }> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ order_id: string; kind: string; words: string | null; n: number }>(
      `select case when kind = 'opened' then null else order_id end as order_id, kind,
              case when kind = 'opened' then event #>> '{request,content}' end as words, count(*)::int as n
       from   order_event group by 1, 2, 3`,
    )
    const found = new Map(rows.map((row) => [`${row.order_id ?? ''} ${row.kind} ${row.words ?? ''}`, row.n]))
    const counts = expected.map((one) => found.get(`${one.orderId ?? ''} ${one.kind} ${one.words ?? ''}`) ?? 0)
    return {
      lost: counts.filter((n) => n === 0).length,
      doubled: counts.filter((n) => n > 1).length + (await photosTwice(client)),
    }
  } finally {
    await client.end()
  }
}

/** Each photo of the bench was taken once, so it belongs to an order once. */
async function photosTwice(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from
       (select event ->> 'file' from order_event where kind = 'attached' group by 1 having count(*) > 1) twice`,
  )
  return rows[0]?.n ?? 0
}

type Found = { lost: number; doubled: number; refused: readonly string[]; seconds: number }

function resultOf(expected: readonly Expected[], phones: readonly GridPhone[], found: Found): Result {
  const kinds = [...new Set(expected.map(({ kind }) => kind))]
  const luck = phones.reduce<Partial<Record<Luck, number>>>((sum, { suffered }) => {
    for (const [what, n] of Object.entries(suffered)) sum[what as Luck] = (sum[what as Luck] ?? 0) + n
    return sum
  }, {})
  return {
    columns: ['effect', 'actions'],
    rows: kinds.map((kind) => [kind, expected.filter((one) => one.kind === kind).length]),
    notes: [
      `requests: ${Object.entries(luck)
        .map(([what, n]) => `${what} ${n}`)
        .join(', ')}; ${found.seconds.toFixed(1)} s`,
      ...(found.refused.length === 0 ? [] : [`refused by the server: ${found.refused.join(', ')}`]),
    ],
    keys: { actions: expected.length, lost: found.lost, doubled: found.doubled, refused: found.refused.length },
  }
}
