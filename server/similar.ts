import { encodeTime } from 'ulid'
import type { Api, Handlers } from '#contract/api.ts'
import type { Call } from '#contract/endpoint.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { groundWords } from '#contract/similar-words.ts'
import { loadOrders } from '#db/orders.ts'
import { type SimilarRow, similarOrders } from '#db/similar-orders.ts'
import { type Candidate, metresBetween, NEAR_METRES, type Probe, rankSimilar } from '#domain/accept/rank-similar.ts'
import { Phone } from '#domain/accept/request.ts'
import { type CategoryCode, type Instant, instantOf, msOf, type OrderId, type RegionCode } from '#domain/ids.ts'
import { leadOf, type Order } from '#domain/order/order.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { normalise } from '#language/text/normalise.ts'
import { seen } from './orders.ts'
import { reachOf } from './scope.ts'
import { seatRow } from './seat-row.ts'
import type { Shell } from './shell.ts'

const DAY = 86_400_000
const LOOK_BACK_DAYS = 60
const ENDED_DAYS = 7
const SHOWN = 5

type Similar = Call<Api['similarOrders']>['body']

/** A square that holds the circle; the ranking measures. */
function boxAround(lng: number, lat: number): readonly [number, number, number, number] {
  const north = NEAR_METRES / 111_195
  const east = north / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lng - east, lat - north, lng + east, lat + north]
}

function candidatesFor(shell: Shell, { phone, region, lng, lat, category }: Similar): Promise<SimilarRow[]> {
  const number = Phone.safeParse(phone)
  return similarOrders(shell.db, {
    phoneIndexes: number.success ? shell.vault.phoneIndexes(number.data) : [],
    box: lng === null || lat === null ? null : boxAround(lng, lat),
    region: region !== null && region.length >= 12 ? region.slice(0, 12) : null,
    category: category !== null && category.length === 5 ? category : null,
    town: region === null ? null : region.slice(0, 9),
    fromId: encodeTime(Math.max(0, msOf(shell.at) - LOOK_BACK_DAYS * DAY), 10),
    endedSince: instantOf(msOf(shell.at) - ENDED_DAYS * DAY),
    reach: reachOf(shell).region,
  })
}

const candidateOf = (row: SimilarRow): Candidate => ({
  id: row.order_id as OrderId,
  sameCaller: row.same_caller,
  region: row.region as RegionCode,
  lng: row.lng,
  lat: row.lat,
  category: row.category === '' ? null : (row.category as CategoryCode),
  receivedAt: row.received_at as Instant,
  text: row.body,
})

function leadOn(order: Order | undefined): Pick<SimilarOrder, 'leadState' | 'leadSince' | 'merged'> {
  const lead = order === undefined ? undefined : leadOf(order)
  return {
    merged: order?.mergedOrders.length ?? 0,
    leadState: lead?.state ?? null,
    leadSince: lead?.reportedAt ?? lead?.contactedAt ?? lead?.signedAt ?? lead?.dispatchedAt ?? null,
  }
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

export const similarHandlers = {
  similarOrders: async (shell, { body }) => {
    const rows = await candidatesFor(shell, body)
    const { region, lng, lat, category } = body
    const probe: Probe = { region, lng, lat, category, text: normalise(body.content ?? '') }
    const ranked = rankSimilar(probe, rows.filter((row) => row.state !== 'draft').map(candidateOf), SHOWN)
    const byId = new Map(rows.map((row) => [row.order_id, row]))
    const stored = await loadOrders(
      shell.db,
      ranked.map(({ id }) => id),
    )
    for (const { id } of ranked)
      if (byId.get(id)?.same_caller === true) await seen(shell, id, 'search', ['phone'], null)
    const orders = ranked.flatMap(({ id, score, grounds, metres }): SimilarOrder[] => {
      const row = byId.get(id)
      if (row === undefined) return []
      const reasons = grounds.map(groundWords)
      return [{ ...seatRow(shell.city, row), score, reasons, metres, ...leadOn(stored.get(id)?.order) }]
    })
    return { ok: true, reply: { orders, nearby: nearbyOf(shell, body, rows) } }
  },
} satisfies Partial<Handlers<Shell>>
