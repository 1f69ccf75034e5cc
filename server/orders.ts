import { encodeTime } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import type { OrderQuery } from '#contract/orders.ts'
import { timelineWords } from '#contract/timeline-words.ts'
import type { ClockView, OrderRow } from '#contract/views.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import { listOrders, type OrderFilter } from '#db/order-list.ts'
import { orderEvents } from '#db/orders.ts'
import { logView, viewsOf } from '#db/view-log.ts'
import { Phone } from '#domain/accept/request.ts'
import { calendarOf } from '#domain/city/lookup.ts'
import { type Clock, isLate } from '#domain/deadline/clock.ts'
import { explainDue } from '#domain/deadline/explain.ts'
import { words } from '#domain/deadline/explanation-words.ts'
import { usedShare } from '#domain/deadline/share.ts'
import { profileByCode } from '#domain/deadline/start-clock.ts'
import { type Day, type Instant, type OrderId, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { type Order, worse } from '#domain/order/order.ts'
import { normalise, pairsOf } from '#language/pairs.ts'
import { redact } from '#language/redact.ts'
import { reachableOrder } from './change-order.ts'
import { categoryName, identityOf, regionName, unitName, unmaskable, viewOf } from './order-view.ts'
import { isHotlineDesk, reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const DAY = 86_400_000
/** The smallest order key of a civil day: keys begin with the receipt time. */
const firstKey = (day: Day, plus = 0): string =>
  encodeTime(Math.max(0, Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS + plus), 10)

/** Words to look for, each with its pairs; undefined when nothing of two characters is left to look for. */
export function wordsOf(text: string): NonNullable<OrderFilter['words']> | undefined {
  const found = normalise(text)
    .split(/\s+/)
    .map((word) => ({ like: `%${word.replace(/[\\%_]/g, '\\$&')}%`, pairs: pairsOf(word) }))
    .filter((word) => word.pairs.length > 0)
  return found.length === 0 ? undefined : found
}

function filterOf(shell: Shell, query: OrderQuery): OrderFilter {
  const before = [query.cursor, query.to === undefined ? undefined : firstKey(query.to, DAY)].filter(
    (id) => id !== undefined,
  )
  return {
    state: query.state,
    light: query.light,
    unit: query.unit,
    category: query.category,
    region: query.region,
    channel: query.channel,
    type: query.type,
    fromId: query.from === undefined ? undefined : firstKey(query.from),
    beforeId: before.toSorted()[0],
    words: query.text === undefined ? undefined : wordsOf(query.text),
    no: query.no?.toUpperCase(),
    reach: reachOf(shell),
  }
}

function rowView(shell: Shell, row: ListedOrder): OrderRow {
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

/** Every sight of an order's text or citizen leaves a line: who, when, from where, which fields. */
const seen = (
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

/** By the city's own table of lights; late is red where the table does not speak of this clock. */
function clockLight(shell: Shell, clock: Clock, share: number, late: boolean): ClockView['light'] {
  const hits = shell.city.lights.filter(({ when }) => {
    if (when.kind === 'clock-missed') return late && when.clock === clock.code
    const running = clock.stoppedAt === null
    return when.kind === 'share-used' && running && when.clock === clock.code && share * 100 >= when.percent
  })
  const light = hits.reduce<ClockView['light']>((worst, rule) => worse(worst, rule.light), 'green')
  return late && light === 'green' ? 'red' : light
}

function clockView(shell: Shell, order: Order, clock: Clock): ClockView {
  const calendar = calendarOf(shell.city, clock.calendar)
  const until = clock.stoppedAt ?? shell.at
  const share = Math.round(usedShare(calendar, clock.limit, clock.from, clock.due, until) * 1000) / 1000
  const late = isLate(clock, shell.at)
  const explanation = explainDue(calendar, clock.limit, clock.from, clock.due)
  const unit = order.assignments.find((a) => a.id === clock.assignment)?.unit
  return {
    id: clock.id,
    code: clock.code,
    party: clock.party,
    assignment: clock.assignment,
    unitName: unit === undefined ? null : unitName(shell.city, unit),
    profile: clock.profile,
    limit: clock.limit,
    from: clock.from,
    due: clock.due,
    provisional: clock.provisional,
    stoppedAt: clock.stoppedAt,
    late,
    light: clockLight(shell, clock, share, late),
    usedShare: share,
    basis: profileByCode(shell.city, clock.profile)?.basis ?? '',
    words: { zh: words(explanation, 'zh'), en: words(explanation, 'en') },
  }
}

const NOT_FOUND = { ok: false, refusal: 'not-found' } as const

export const orderHandlers = {
  listOrders: async (shell, { query }) => {
    if (query.text !== undefined && wordsOf(query.text) === undefined)
      return { ok: true, reply: { orders: [], next: null } }
    return page(shell, filterOf(shell, query), query.limit)
  },

  findByPhone: async (shell, { body }) => {
    const phone = Phone.safeParse(body.phone)
    if (!phone.success) return { ok: true, reply: { orders: [], next: null } }
    const phoneIndexes = shell.vault.phoneIndexes(phone.data)
    const found = await page(shell, { phoneIndexes, reach: reachOf(shell) }, body.limit)
    // Finding an order by its number tells whose it is.
    for (const { id } of found.reply.orders) await seen(shell, id, 'search', ['phone'], null)
    return found
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
    const { order } = stored
    const hotline = isHotlineDesk(shell.caller)
    const names = {
      unit: (id: string) => unitName(shell.city, id),
      assignment: (id: string) => unitName(shell.city, order.assignments.find((a) => a.id === id)?.unit ?? id),
      category: (code: string | null) => categoryName(shell.city, code) ?? '',
    }
    const mask = (text: string) => (hotline ? text : redact(text))
    const entries = (await orderEvents(shell.db, params.orderId)).map((row) => {
      const event = row.event as OrderEvent
      const told = timelineWords(event, names)
      return {
        seq: row.seq,
        at: event.at,
        kind: event.kind,
        who: event.by.kind === 'staff' ? event.by.id : event.by.kind,
        unitName: event.by.unit === null ? null : unitName(shell.city, event.by.unit),
        words: { zh: mask(told.zh), en: mask(told.en) },
      }
    })
    await seen(shell, params.orderId, 'view', ['timeline'], null)
    return { ok: true, reply: { entries } }
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
