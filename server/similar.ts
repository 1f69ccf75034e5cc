import type { Api, Handlers } from '#contract/api.ts'
import type { Call } from '#contract/endpoint.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { groundWords } from '#contract/similar-words.ts'
import { loadOrders } from '#db/orders.ts'
import type { SimilarRow } from '#db/similar-orders.ts'
import { Phone } from '#domain/accept/request.ts'
import { metresBetween, NEAR_METRES } from '#domain/accept/same-grounds.ts'
import { isSecret } from '#domain/dispatch/merge-order.ts'
import type { Instant } from '#domain/ids.ts'
import { leadOf, type Order } from '#domain/order/order.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { seen } from './orders.ts'
import { type Asking, proposalOn, proposalView } from './proposals.ts'
import { type Finder, findSame, type SameFound } from './same/find-same.ts'
import { isReady } from './same/same-state.ts'
import { reachOf } from './scope.ts'
import { seatRow } from './seat-row.ts'
import type { Shell } from './shell.ts'

const SHOWN = 5

type Similar = Call<Api['similarOrders']>['body']

function leadOn(order: Order | undefined): Pick<SimilarOrder, 'leadState' | 'leadSince' | 'merged'> {
  const lead = order === undefined ? undefined : leadOf(order)
  const since: Instant | null | undefined =
    lead?.reportedAt ?? lead?.contactedAt ?? lead?.signedAt ?? lead?.dispatchedAt
  return { merged: order?.mergedOrders.length ?? 0, leadState: lead?.state ?? null, leadSince: since ?? null }
}

function nearbyOf(shell: Shell, { lng, lat }: Similar, rows: readonly SimilarRow[]) {
  if (lng === null || lat === null) return []
  return rows
    .flatMap((row) => {
      if (row.lng === null || row.lat === null || !isOpen(row.state as OrderState) || row.state === 'draft') return []
      const metres = Math.round(metresBetween({ lng, lat }, { lng: row.lng, lat: row.lat }))
      return metres > NEAR_METRES ? [] : [{ ...seatRow(shell.city, row), lng: row.lng, lat: row.lat, metres }]
    })
    .toSorted((a, b) => a.metres - b.metres || (a.id < b.id ? 1 : -1))
    .slice(0, 20)
}

/** As desks see them; that a caller's number led to one of them is logged as the search it is. */
export async function similarViews(
  shell: Shell,
  { rows, ranked }: SameFound,
  asking: Asking,
  receivedAt: Instant,
  refused: ReadonlySet<string>,
): Promise<SimilarOrder[]> {
  const byId = new Map(rows.map((row) => [row.order_id, row]))
  const ids = ranked.map(({ id }) => id)
  const stored = await loadOrders(shell.db, ids)
  for (const id of ids) if (byId.get(id)?.same_caller === true) await seen(shell, id, 'search', ['phone'], null)
  return ranked.flatMap(({ id, score, grounds, metres }): SimilarOrder[] => {
    const row = byId.get(id)
    if (row === undefined) return []
    const reasons = grounds.map(groundWords)
    const order = stored.get(id)?.order
    const confidential = order === undefined || isSecret(order.request)
    const found = refused.has(id) ? null : proposalOn(shell, asking, row, confidential, grounds, receivedAt)
    const proposal = found === null ? null : proposalView(shell, found)
    return [{ ...seatRow(shell.city, row), score, reasons, metres, ...leadOn(order), proposal }]
  })
}

export const finderOf = (shell: Shell): Finder => ({ ...shell, reach: reachOf(shell).region })

export const similarHandlers = {
  similarOrders: async (shell, { body }) => {
    const { title, content, region, lng, lat, category } = body
    const phone = Phone.safeParse(body.phone)
    const phoneIndexes = phone.success ? shell.vault.phoneIndexes(phone.data) : []
    const text = { title: title ?? '', content: content ?? '' }
    const found = await findSame(finderOf(shell), { text, phoneIndexes, region, lng, lat, category, not: null }, SHOWN)
    return {
      ok: true,
      reply: {
        ready: isReady(shell.same),
        orders: await similarViews(shell, found, { region, lng, lat, category }, shell.at, new Set()),
        nearby: nearbyOf(shell, body, found.rows),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
