import { z } from 'zod'
import { readFigures } from '#db/figures.ts'
import { loadOrders, orderEvents } from '#db/orders.ts'
import { type Db, sql } from '#db/sql.ts'
import type { OrderId } from '#domain/ids.ts'
import { type Delta, measures } from '#domain/measures/delta.ts'
import { deltasOf } from '#domain/measures/deltas.ts'
import type { EventOf, OrderEvent } from '#domain/order/event.ts'
import { apply, opened } from '#domain/order/fold.ts'
import { lightOf, type Order } from '#domain/order/order.ts'

const dims = ['all', 'channel', 'type', 'l1', 'l2', 'l3', 'district', 'town', 'unit', 'light'] as const

const keyOf = (delta: Delta, dim: (typeof dims)[number]): string =>
  ({
    all: '*',
    channel: delta.channel,
    type: delta.requestType,
    l1: delta.category.slice(0, 1),
    l2: delta.category.slice(0, 3),
    l3: delta.category,
    district: delta.region.slice(0, 6),
    town: delta.region.slice(0, 9),
    unit: delta.unit,
    light: delta.light,
  })[dim]

type Row = { order_id: string; version: number; state: string; light: string }
const Row = z.object({ order_id: z.string(), version: z.number(), state: z.string(), light: z.string() })

async function walkLog(db: Db, ids: readonly string[]): Promise<{ deltas: Delta[]; rows: Row[] }> {
  const deltas: Delta[] = []
  const rows: Row[] = []
  for (const id of ids) {
    let order: Order | null = null
    for (const { event } of await orderEvents(db, id as OrderId)) {
      const happened = event as OrderEvent
      const after: Order =
        order === null ? opened(id as OrderId, happened as EventOf<'opened'>) : apply(order, happened)
      deltas.push(...deltasOf(order, happened, after))
      order = after
    }
    if (order !== null) rows.push({ order_id: id, version: order.version, state: order.state, light: lightOf(order) })
  }
  return { deltas, rows }
}

const line = (dim: string, measure: string, day: string | null, key: string, n: number) =>
  `${dim} ${measure} ${day} ${key} ${n}`

function summed(deltas: readonly Delta[]): string[] {
  const sums = new Map<string, number>()
  for (const dim of dims)
    for (const delta of deltas) {
      const place = `${dim}\n${delta.measure}\n${delta.day}\n${keyOf(delta, dim)}`
      sums.set(place, (sums.get(place) ?? 0) + delta.n)
    }
  return [...sums]
    .filter(([, n]) => n !== 0)
    .map(([place, n]) => {
      const [dim = '', measure = '', day = '', key = ''] = place.split('\n')
      return line(dim, measure, day, key, n)
    })
    .sort()
}

async function read(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const dim of dims) {
    const rows = await readFigures(db, { measures, dim, key: null, from: null, to: null, daily: true })
    found.push(...rows.map((row) => line(dim, row.measure, row.day, row.key, row.n)))
  }
  return found.sort()
}

/** What the tables say beside what the log makes of itself when it is read again from its first line. */
export async function tablesAndLog(db: Db) {
  const stored = await db.rows(sql`select order_id, version, state, light from work_order order by order_id`, Row)
  const { deltas, rows } = await walkLog(
    db,
    stored.map((row) => row.order_id),
  )
  return { figures: { read: await read(db), recounted: summed(deltas) }, orders: { stored, replayed: rows } }
}

/** Every order still loads: its head, its version and its events agree. */
export async function loadAll(db: Db): Promise<number> {
  const stored = await db.rows(sql`select order_id, version, state, light from work_order`, Row)
  return (
    await loadOrders(
      db,
      stored.map((row) => row.order_id as OrderId),
    )
  ).size
}
