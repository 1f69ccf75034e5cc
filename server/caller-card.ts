import type { Handlers } from '#contract/api.ts'
import type { CallerCard, CallerOrder } from '#contract/seat.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import { listOrders } from '#db/order-list.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import { Phone } from '#domain/accept/request.ts'
import type { City } from '#domain/city/city.ts'
import { type CategoryCode, type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { addressOf, maskPhone } from '#language/privacy/mask.ts'
import { categoryName, identityOf } from './order-view.ts'
import { seen } from './orders.ts'
import { reachOf } from './scope.ts'
import { seatRow } from './seat-row.ts'
import type { Shell } from './shell.ts'

const DAY = 86_400_000
const LAST = 6
const MAX_CALLS = 200
const REPEAT_DAYS = 30

/** What the citizen said of it; an order that ended at the desk has nobody's verdict. */
const resultOf = (order: Order | undefined): Pick<CallerOrder, 'satisfaction' | 'solved'> => ({
  satisfaction: order?.lastCallback?.satisfaction ?? null,
  solved: order?.lastCallback?.solved ?? null,
})

/** Form of address and how to reach them, as they last gave it, each from the newest order that tells. */
function whoIs(shell: Shell, stored: readonly StoredOrder[]) {
  const known = stored.map((so) => ({ request: so.order.request, appellant: identityOf(shell.vault, so) }))
  const named = known.find(({ appellant }) => appellant?.name != null)?.appellant
  return {
    address: named?.name == null ? null : addressOf(named.name, named.gender),
    contactWindow: known.find(({ request }) => request.contactWindow !== null)?.request.contactWindow ?? null,
    appellantType: known[0]?.request.appellantType ?? null,
    appellantTags: [...(known.find(({ request }) => request.appellantTags.length > 0)?.request.appellantTags ?? [])],
    enterpriseName: known.find(({ appellant }) => appellant?.enterpriseName != null)?.appellant?.enterpriseName ?? null,
  }
}

function recentKinds(city: City, rows: readonly ListedOrder[], now: Instant): CallerCard['recent'] {
  const since = instantOf(msOf(now) - REPEAT_DAYS * DAY)
  const counts = new Map<string, number>()
  for (const row of rows)
    if (row.received_at >= since && row.category !== '') counts.set(row.category, (counts.get(row.category) ?? 0) + 1)
  return [...counts].map(([code, n]) => ({
    category: code as CategoryCode,
    categoryName: categoryName(city, code) ?? code,
    n,
  }))
}

const NOBODY = {
  address: null,
  calls: 0,
  contactWindow: null,
  appellantType: null,
  appellantTags: [],
  enterpriseName: null,
  last: [],
  recent: [],
}

export const callerHandlers = {
  caller: async (shell, { body }) => {
    const phone = Phone.safeParse(body.phone)
    if (!phone.success) return { ok: true, reply: { phone: maskPhone(body.phone), ...NOBODY } }
    const masked = maskPhone(phone.data)
    const filter = { phoneIndexes: shell.vault.phoneIndexes(phone.data), reach: reachOf(shell) }
    const rows = await listOrders(shell.db, filter, MAX_CALLS)
    const shown = rows.filter((row, i) => i < LAST || isOpen(row.state as OrderState)).slice(0, 4 * LAST)
    const stored = await loadOrders(
      shell.db,
      shown.map((row) => row.order_id as OrderId),
    )
    // Found by its number, an order tells whose it is.
    for (const id of stored.keys()) await seen(shell, id, 'search', ['phone', 'masked-appellant'], null)
    const inOrder = shown.flatMap((row) => stored.get(row.order_id as OrderId) ?? [])
    const last = shown.map((row) => ({
      ...seatRow(shell.city, row),
      ...resultOf(stored.get(row.order_id as OrderId)?.order),
    }))
    const recent = recentKinds(shell.city, rows, shell.at)
    return { ok: true, reply: { phone: masked, calls: rows.length, ...whoIs(shell, inOrder), last, recent } }
  },
} satisfies Partial<Handlers<Shell>>
