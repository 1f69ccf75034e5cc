import type { Api, Handlers } from '#contract/api.ts'
import type { Call } from '#contract/endpoint.ts'
import type { NearbyOrder, SimilarOrder } from '#contract/seat.ts'
import { groundWords } from '#contract/similar-words.ts'
import { type ListedOrder, ordersById } from '#db/listed-order.ts'
import type { SimilarKey } from '#db/similar-keys.ts'
import { Phone } from '#domain/accept/request.ts'
import { metresBetween, NEAR_METRES } from '#domain/accept/same-grounds.ts'
import type { Instant } from '#domain/ids.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { seen } from './orders.ts'
import { type Asking, proposalOn, proposalView } from './proposals.ts'
import { type Finder, findSame, type SameFound } from './same/find-same.ts'
import { knownLeads, type LeadFacts } from './same/known-leads.ts'
import { isReady } from './same/same-state.ts'
import { reachOf } from './scope.ts'
import { seatRow } from './seat-row.ts'
import type { Shell } from './shell.ts'

const SHOWN = 5
const NEAR_MOST = 20

type Similar = Call<Api['similarOrders']>['body']

type Near = { key: SimilarKey; lng: number; lat: number; metres: number }

/** Open ones within two hundred metres, the nearest first. */
function nearestOf({ lng, lat }: Similar, keys: readonly SimilarKey[]): Near[] {
  if (lng === null || lat === null) return []
  return keys
    .flatMap((key) => {
      if (key.lng === null || key.lat === null || !isOpen(key.state as OrderState) || key.state === 'draft') return []
      const there = { lng: key.lng, lat: key.lat }
      const metres = Math.round(metresBetween({ lng, lat }, there))
      return metres > NEAR_METRES ? [] : [{ key, ...there, metres }]
    })
    .toSorted((a, b) => a.metres - b.metres || (a.key.order_id < b.key.order_id ? 1 : -1))
    .slice(0, NEAR_MOST)
}

type Rows = ReadonlyMap<string, ListedOrder>

/** Lists' rows of those that are shown: of the others nothing but their place and kind is read. */
async function rowsOf({ db }: Pick<Shell, 'db'>, ids: readonly string[]): Promise<Rows> {
  const rows = ids.length === 0 ? [] : await ordersById(db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.order_id, row]))
}

function nearView({ city }: Pick<Shell, 'city'>, { key, lng, lat, metres }: Near, rows: Rows): NearbyOrder[] {
  const row = rows.get(key.order_id)
  return row === undefined ? [] : [{ ...seatRow(city, row), lng, lat, metres }]
}

/** As desks see them; that a caller's number led to one of them is logged as the search it is. */
async function viewsOf(
  shell: Shell,
  { keys, ranked }: SameFound,
  rows: Rows,
  asking: Asking,
  receivedAt: Instant,
  refused: ReadonlySet<string>,
): Promise<SimilarOrder[]> {
  const byId = new Map(keys.map((key) => [key.order_id, key]))
  const shown = ranked.flatMap(({ id }) => rows.get(id) ?? [])
  const leads = await knownLeads(shell.db, shell.same.leads, shown)
  for (const { id } of ranked) if (byId.get(id)?.same_caller === true) await seen(shell, id, 'search', ['phone'], null)
  return ranked.flatMap(({ id, score, grounds, metres }): SimilarOrder[] => {
    const [key, row] = [byId.get(id), rows.get(id)]
    if (key === undefined || row === undefined) return []
    const reasons = grounds.map(groundWords)
    const { confidential, ...lead } = leads.get(id) ?? NOT_THERE
    const other = { ...row, same_caller: key.same_caller, lng: key.lng, lat: key.lat }
    const found = refused.has(id) ? null : proposalOn(shell, asking, other, confidential, grounds, receivedAt)
    const proposal = found === null ? null : proposalView(shell, found)
    return [{ ...seatRow(shell.city, row), score, reasons, metres, ...lead, proposal }]
  })
}

const NOT_THERE: LeadFacts = { leadState: null, leadSince: null, merged: 0, confidential: true }

export async function similarViews(
  shell: Shell,
  found: SameFound,
  asking: Asking,
  receivedAt: Instant,
  refused: ReadonlySet<string>,
): Promise<SimilarOrder[]> {
  const rows = await rowsOf(
    shell,
    found.ranked.map(({ id }) => id),
  )
  return viewsOf(shell, found, rows, asking, receivedAt, refused)
}

export const finderOf = (shell: Shell): Finder => ({ ...shell, reach: reachOf(shell).region })

export const similarHandlers = {
  similarOrders: async (shell, { body }) => {
    const { title, content, region, lng, lat, category } = body
    const phone = Phone.safeParse(body.phone)
    const phoneIndexes = phone.success ? shell.vault.phoneIndexes(phone.data) : []
    const text = { title: title ?? '', content: content ?? '' }
    const found = await findSame(finderOf(shell), { text, phoneIndexes, region, lng, lat, category, not: null }, SHOWN)
    const near = nearestOf(body, found.keys)
    const rows = await rowsOf(shell, [...found.ranked.map(({ id }) => id), ...near.map(({ key }) => key.order_id)])
    return {
      ok: true,
      reply: {
        ready: isReady(shell.same),
        orders: await viewsOf(shell, found, rows, { region, lng, lat, category }, shell.at, new Set()),
        nearby: near.flatMap((one) => nearView(shell, one, rows)),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
