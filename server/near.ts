import type { Handlers } from '#contract/api.ts'
import type { Nearness, NearRow } from '#contract/near.ts'
import { type NearOrder, nearOrders } from '#db/near-orders.ts'
import { listOrders, type OrderFilter } from '#db/order-list.ts'
import { loadOrders } from '#db/orders.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { OPEN, type OrderState } from '#domain/order/states.ts'
import { normalise } from '#language/text/normalise.ts'
import { pairsOf } from '#language/text/pairs.ts'
import { reachableOrder } from './change-order.ts'
import { keyDaysAgo } from './key-days-ago.ts'
import { wordsOf } from './order-filter.ts'
import { rowView } from './orders.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const PRECEDENT_DAYS = 180
const MASTER_DAYS = 30
/** Of the newest so many the most alike are told; the rest of a town's history adds nothing a person would read. */
const LOOKED_AT = 200
const TOLD = 8
const DISTRICT_DIGITS = 6
const TOWN_DIGITS = 9
const COMMUNITY_DIGITS = 12

const ENDED: readonly OrderState[] = ['closed', 'archived']
/** A draft is nobody's order yet. */
const MASTERS = OPEN.filter((state) => state !== 'draft')

function nearness(a: string, b: string): Nearness {
  const same = (digits: number) => b.length >= digits && a.slice(0, digits) === b.slice(0, digits)
  if (same(COMMUNITY_DIGITS)) return 'community'
  return same(TOWN_DIGITS) ? 'town' : 'district'
}

/** Sørensen–Dice over pairs of characters: short and long texts compare, word order hardly counts. */
function likeness(own: ReadonlySet<number>, other: readonly number[]): number {
  if (own.size + other.length === 0) return 0
  const shared = other.reduce((n, pair) => (own.has(pair) ? n + 1 : n), 0)
  return Math.round((200 * shared) / (own.size + other.length)) / 100
}

const METRES_PER_DEGREE = 111_320

function metresBetween({ request: { lng, lat } }: Order, other: Pick<NearOrder, 'lng' | 'lat'>): number | null {
  if (lng === null || lat === null || other.lng === null || other.lat === null) return null
  const east = (other.lng - lng) * Math.cos((lat * Math.PI) / 180)
  return Math.round(Math.hypot(east, other.lat - lat) * METRES_PER_DEGREE)
}

const pairsOfOrder = ({ request: { title, content, demand, address } }: Order): ReadonlySet<number> =>
  new Set(pairsOf(normalise([title, content, demand, address].filter((part) => part !== null).join('\n'))))

const nearRow = (shell: Shell, order: Order, own: ReadonlySet<number>, row: NearOrder): NearRow => ({
  ...rowView(shell, row),
  near: nearness(order.request.region, row.region),
  likeness: likeness(own, row.pairs),
  metres: metresBetween(order, row),
  lng: row.lng,
  lat: row.lat,
})

/** Of the town; where it has few, of the district. */
async function around(shell: Shell, order: Order, states: readonly OrderState[], days: number): Promise<NearOrder[]> {
  const { category, region } = order.request
  if (category === null) return []
  const ask = (digits: number) =>
    nearOrders(
      shell.db,
      {
        category,
        region: region.slice(0, digits),
        states,
        handled: states === ENDED,
        fromId: keyDaysAgo(shell.at, days),
        not: order.id,
        reach: reachOf(shell).region,
      },
      LOOKED_AT,
    )
  const town = await ask(TOWN_DIGITS)
  return town.length >= TOLD ? town : ask(DISTRICT_DIGITS)
}

type Ranked = { row: NearOrder; view: NearRow }
const CLOSENESS: Record<Nearness, number> = { community: 0.1, town: 0.05, district: 0 }

const mostAlike = (shell: Shell, order: Order, rows: readonly NearOrder[]): Ranked[] => {
  const own = pairsOfOrder(order)
  const rank = ({ view }: Ranked) => view.likeness + CLOSENESS[view.near]
  return rows
    .map((row) => ({ row, view: nearRow(shell, order, own, row) }))
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, TOLD)
}

/** A number is looked for as one, anything else in the text. */
function namedBy(q: string): Pick<OrderFilter, 'no' | 'words'> {
  return /^[A-Za-z]{2}\d{2,13}$/.test(q) ? { no: q.toUpperCase() } : { words: wordsOf(q) ?? [] }
}

async function namedMasters(shell: Shell, order: Order, q: string): Promise<NearRow[]> {
  const filter: OrderFilter = { ...namedBy(q), state: MASTERS, reach: reachOf(shell) }
  const rows = (await listOrders(shell.db, filter, TOLD + 1)).filter((row) => row.order_id !== order.id)
  const own = pairsOfOrder(order)
  return rows
    .slice(0, TOLD)
    .map((row) => nearRow(shell, order, own, { ...row, lng: null, lat: null, pairs: pairsOf(row.title), returned: 0 }))
}

const MINUTE = 60_000

/** What happened nearby: how the same ended before, and what may be the same matter now. */
export const nearHandlers = {
  precedents: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const ranked = mostAlike(shell, stored.order, await around(shell, stored.order, ENDED, PRECEDENT_DAYS))
    const orders = await loadOrders(
      shell.db,
      ranked.map(({ view }) => view.id),
    )
    const told = ranked.flatMap(({ row, view }) => {
      const ended = row.ended_at as Instant | null
      if (ended === null) return []
      const answers = orders.get(view.id as OrderId)?.order.lastCallback ?? null
      return [
        {
          ...view,
          closedAt: ended,
          minutes: Math.round((Date.parse(ended) - Date.parse(row.received_at)) / MINUTE),
          solved: answers?.solved ?? null,
          satisfaction: answers?.satisfaction ?? null,
          returned: row.returned,
        },
      ]
    })
    return { ok: true, reply: { days: PRECEDENT_DAYS, precedents: told } }
  },

  likelyMasters: async (shell, { params, query: { q } }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    if (q !== undefined) return { ok: true, reply: { masters: await namedMasters(shell, order, q) } }
    const ranked = mostAlike(shell, order, await around(shell, order, MASTERS, MASTER_DAYS))
    return { ok: true, reply: { masters: ranked.map(({ view }) => view) } }
  },
} satisfies Partial<Handlers<Shell>>
