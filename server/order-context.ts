import { encodeTime } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import type { RelatedOrder } from '#contract/order-page.ts'
import { rights } from '#contract/rights.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import { listOrders } from '#db/order-list.ts'
import { loadOrders, orderEvents, type StoredOrder } from '#db/orders.ts'
import { logView } from '#db/view-log.ts'
import { dayNumberAt, dayTextOf, startOfDay } from '#domain/deadline/civil-time.ts'
import { type Instant, msOf, type OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { lightOf } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { reachableOrder } from './change-order.ts'
import { lightViews, nextLight } from './light-words.ts'
import { identityOf } from './order-view.ts'
import { possibleActs } from './possible-acts.ts'
import { isHotlineDesk, orderInReach, reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

/** A week shows whether something is going round; the list behind the link goes further back. */
const SIMILAR_DAYS = 7
const MOST = 50

const shownTitle = (shell: Shell, title: string): string => (isHotlineDesk(shell.caller) ? title : redact(title))

const relatedRow = (shell: Shell, row: ListedOrder): RelatedOrder => ({
  id: row.order_id as OrderId,
  no: row.order_no,
  title: shownTitle(shell, row.title),
  state: row.state as RelatedOrder['state'],
  light: row.light as RelatedOrder['light'],
  receivedAt: row.received_at as Instant,
})

const related = (shell: Shell, { order }: StoredOrder): RelatedOrder => ({
  id: order.id,
  no: order.no,
  title: shownTitle(shell, order.request.title),
  state: order.state,
  light: lightOf(order),
  receivedAt: order.receivedAt,
})

/** Master and merged orders, as far as they lie within the caller's reach. */
async function family(shell: Shell, { order }: StoredOrder) {
  const former = order.splitFrom?.id ?? null
  const masters = [order.master, former].filter((id) => id !== null)
  const ids = [...masters, ...order.mergedOrders.slice(0, MOST)]
  const found = ids.length === 0 ? new Map<OrderId, StoredOrder>() : await loadOrders(shell.db, ids)
  const one = (id: OrderId): RelatedOrder[] => {
    const stored = found.get(id)
    return stored !== undefined && orderInReach(shell, stored) ? [related(shell, stored)] : []
  }
  return {
    master: order.master === null ? null : (one(order.master)[0] ?? null),
    splitFrom: former === null ? null : (one(former)[0] ?? null),
    merged: order.mergedOrders.flatMap(one),
  }
}

/** The same scene in the same community or town, in the days before now. */
async function similar(shell: Shell, { order }: StoredOrder) {
  const { category, region } = order.request
  if (category === null) return null
  const first = dayNumberAt(msOf(shell.at)) - SIMILAR_DAYS + 1
  const filter = { category, region, fromId: encodeTime(startOfDay(first), 10), reach: reachOf(shell) }
  const rows = await listOrders(shell.db, filter, MOST + 1)
  const count = Math.min(MOST, rows.filter((row) => row.order_id !== order.id).length)
  return { count, from: dayTextOf(first), category, region }
}

/** Who may look by number sees what the same citizen asked before; that sight is logged as a search. */
async function sameCaller(shell: Shell, stored: StoredOrder): Promise<RelatedOrder[] | null> {
  const { may } = rights.findByPhone
  const { caller, vault } = shell
  if (caller.kind !== 'staff' || !Array.isArray(may) || !caller.roles.some((role) => may.includes(role))) return null
  const identity = identityOf(vault, stored)
  const phones = [identity?.callerPhone, identity?.contactPhone].filter((phone) => phone != null)
  if (phones.length === 0) return []
  const phoneIndexes = phones.flatMap((phone) => vault.phoneIndexes(phone))
  const rows = await listOrders(shell.db, { phoneIndexes, reach: reachOf(shell) }, 6)
  return rows.filter((row) => row.order_id !== stored.order.id).map((row) => relatedRow(shell, row))
}

export const orderContextHandlers = {
  orderContext: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const events = (await orderEvents(shell.db, order.id)).map((row) => row.event as OrderEvent)
    const { actor, at, ip, agent } = shell
    const callers = await sameCaller(shell, stored)
    for (const { id } of callers ?? [])
      await logView(shell.db, {
        orderId: id,
        at,
        actor: actor.id,
        role: actor.role,
        unit: actor.unit,
        what: 'search',
        fields: ['same-caller'],
        reason: null,
        ip,
        agent,
      })
    return {
      ok: true,
      reply: {
        may: possibleActs(shell, order),
        lights: lightViews(order, events, shell.city),
        next: nextLight(order, shell.city),
        ...(await family(shell, stored)),
        similar: await similar(shell, stored),
        sameCaller: callers,
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
