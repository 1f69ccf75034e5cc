import type { Handlers } from '#contract/api.ts'
import { DUE_CURSOR } from '#contract/order-query.ts'
import type { OrderRow } from '#contract/views.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import { type DuePlace, listByDue, listOrders, type OrderFilter } from '#db/order-list.ts'
import { orderEvents } from '#db/orders.ts'
import { logView, viewsOf } from '#db/view-log.ts'
import { Phone } from '#domain/accept/request.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { narrowedBy } from './board-filter.ts'
import { reachableOrder } from './change-order.ts'
import { clockView } from './clock-view.ts'
import { sayNothing } from './order-filter.ts'
import { categoryName, identityOf, regionName, unitName, unmaskable, viewOf } from './order-view.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'
import { storyOf } from './story.ts'

export function rowView(shell: Shell, row: ListedOrder): OrderRow {
  return {
    id: row.order_id as OrderId,
    no: row.order_no,
    version: row.version,
    state: row.state as OrderRow['state'],
    light: row.light as OrderRow['light'],
    channel: row.channel as OrderRow['channel'],
    requestType: row.request_type as OrderRow['requestType'],
    category: row.category === '' ? null : (row.category as OrderRow['category']),
    categoryName: categoryName(shell.city, row.category),
    region: row.region as OrderRow['region'],
    regionName: regionName(shell.city, row.region),
    kind: row.kind as OrderRow['kind'],
    urgency: row.urgency as OrderRow['urgency'],
    hazard: row.hazard,
    title: row.title,
    leadUnit: row.lead_unit === '' ? null : (row.lead_unit as OrderRow['leadUnit']),
    leadUnitName: row.lead_unit === '' ? null : unitName(shell.city, row.lead_unit),
    receivedAt: row.received_at as Instant,
    citizenDue: row.citizen_due as Instant | null,
    unitDue: row.unit_due as Instant | null,
    nextCallbackAt: row.next_callback as Instant | null,
    endedAt: row.ended_at as Instant | null,
    reworkCount: row.rework_count,
    urgeCount: row.urge_count,
  }
}

async function page(shell: Shell, filter: OrderFilter, limit: number) {
  const rows = await listOrders(shell.db, filter, limit + 1)
  const orders = rows.slice(0, limit).map((row) => rowView(shell, row))
  return { ok: true as const, reply: { orders, next: rows.length > limit ? (orders.at(-1)?.id ?? null) : null } }
}

const placeIn = (cursor: string | undefined): DuePlace | null => {
  const [, due, id] = DUE_CURSOR.exec(cursor ?? '') ?? []
  return due === undefined || id === undefined ? null : { due, id }
}

async function pageByDue(shell: Shell, filter: OrderFilter, after: DuePlace | null, limit: number) {
  const rows = await listByDue(shell.db, filter, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const orders = rows.slice(0, limit).map((row) => rowView(shell, row))
  return {
    ok: true as const,
    reply: { orders, next: last === undefined ? null : `${last.citizen_due}~${last.order_id}` },
  }
}

/** Every sight of an order's text or citizen leaves a line: who, when, from where, which fields. */
export const seen = (
  shell: Shell,
  orderId: OrderId,
  what: 'view' | 'unmask' | 'search',
  fields: readonly string[],
  reason: string | null,
) =>
  logView(shell.db, {
    orderId,
    at: shell.at,
    actor: shell.actor.id,
    role: shell.actor.role,
    unit: shell.actor.unit,
    what,
    fields: [...fields],
    reason,
    ip: shell.ip,
    agent: shell.agent,
  })

const NOT_FOUND = { ok: false, refusal: 'not-found' } as const

/** Finding an order by its number tells whose it is, so each is logged as seen. */
export async function ordersOfPhone(shell: Shell, phone: string, limit: number) {
  const { reply } = await page(shell, { phoneIndexes: shell.vault.phoneIndexes(phone), reach: reachOf(shell) }, limit)
  for (const { id } of reply.orders) await seen(shell, id, 'search', ['phone'], null)
  return reply
}

export const orderHandlers = {
  listOrders: async (shell, { query }) => {
    const { sort, cursor, limit, ...filters } = query
    if (sayNothing(filters)) return { ok: true, reply: { orders: [], next: null } }
    if (sort === 'due') return pageByDue(shell, await narrowedBy(shell, filters), placeIn(cursor), limit)
    return page(shell, await narrowedBy(shell, { ...filters, cursor }), limit)
  },

  findByPhone: async (shell, { body }) => {
    const phone = Phone.safeParse(body.phone)
    if (!phone.success) return { ok: true, reply: { orders: [], next: null } }
    return { ok: true, reply: await ordersOfPhone(shell, phone.data, body.limit) }
  },

  getOrder: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    const reply = viewOf(shell, stored)
    await seen(
      shell,
      params.orderId,
      'view',
      ['order', ...(reply.appellant.address === null ? [] : ['masked-appellant'])],
      null,
    )
    return { ok: true, reply }
  },

  orderTimeline: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    const events = (await orderEvents(shell.db, params.orderId)).map((row) => row.event as OrderEvent)
    const entries = await storyOf(shell, stored.order, events)
    await seen(shell, params.orderId, 'view', ['timeline'], null)
    return { ok: true, reply: { now: shell.at, entries } }
  },

  orderClocks: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    const { order } = stored
    return { ok: true, reply: { now: shell.at, clocks: order.clocks.map((clock) => clockView(shell, order, clock)) } }
  },

  orderEvents: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    await seen(shell, params.orderId, 'view', ['events'], null)
    return { ok: true, reply: { events: await orderEvents(shell.db, params.orderId) } }
  },

  unmaskAppellant: async (shell, { params, body }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    const may = unmaskable(shell, stored.order)
    if (!body.fields.every((field) => may.includes(field))) return { ok: false, refusal: 'kept-confidential' }
    const identity = identityOf(shell.vault, stored)
    if (identity === null) return NOT_FOUND
    await seen(shell, params.orderId, 'unmask', body.fields, body.reason)
    const asked = <T>(field: 'name' | 'contact' | 'id-number', value: T) => (body.fields.includes(field) ? value : null)
    return {
      ok: true,
      reply: {
        name: asked('name', identity.name),
        contactPhone: asked('contact', identity.contactPhone ?? identity.callerPhone),
        callerPhone: asked('contact', identity.callerPhone),
        email: asked('contact', identity.email),
        idNumber: asked('id-number', identity.idNumber),
      },
    }
  },

  orderViews: async (shell, { params, query }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return NOT_FOUND
    return { ok: true, reply: { views: await viewsOf(shell.db, params.orderId, query.from ?? null, query.to ?? null) } }
  },
} satisfies Partial<Handlers<Shell>>
