import { chainHash, GENESIS } from '#db/chain.ts'
import type { OrderRow, OrderWrite } from '#db/order-write.ts'
import type { StoredOrder } from '#db/orders.ts'
import type { Appellant } from '#domain/accept/request.ts'
import { noticeOf } from '#domain/callback/notice.ts'
import type { City } from '#domain/city/city.ts'
import { isRunning } from '#domain/deadline/clock.ts'
import { dueItems } from '#domain/deadline/due-work.ts'
import { deskLimit } from '#domain/dispatch/desk.ts'
import type { OrderId } from '#domain/ids.ts'
import { deltasOf } from '#domain/measures/deltas.ts'
import { firstDispatchOf } from '#domain/measures/first-dispatch.ts'
import { assignmentNumberOf } from '#domain/order/assignment-id.ts'
import type { EventOf, OrderEvent } from '#domain/order/event.ts'
import { apply, opened } from '#domain/order/fold.ts'
import { type Assignment, leadOf, lightOf, type Order } from '#domain/order/order.ts'
import { isOpen, LIVE } from '#domain/order/states.ts'
import { redact } from '#language/privacy/redact.ts'
import { orderScopes, replyText, titledText } from './order-texts.ts'
import { identityIndexes, sealIdentity, type Vault } from './vault.ts'

const citizenDue = (order: Order) => order.clocks.find((c) => c.id === 'citizen-C5' && isRunning(c))?.due ?? null

/** What the unit must do next: its earliest running clock. */
const unitDue = (order: Order, of?: Assignment) =>
  order.clocks
    .filter((c) => c.party === 'unit' && isRunning(c) && (of === undefined || c.assignment === of.id))
    .reduce<string | null>((first, c) => (first === null || c.due < first ? c.due : first), null)

/** To a tenth of a metre: what is nearer to zero than that is no number to the column. */
const degrees = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6)

function orderRow(order: Order, head: Buffer, title: string): OrderRow {
  const { request } = order
  const desk = deskLimit(order)
  return {
    order_id: order.id,
    order_no: order.no,
    query_code: order.queryCode,
    version: order.version,
    head_hash: head.toString('hex'),
    state: order.state,
    channel: order.channel,
    request_type: request.requestType,
    category: request.category ?? '',
    region: request.region,
    kind: request.kind,
    urgency: request.urgency,
    hazard: request.hazard,
    confidential: request.confidential,
    title,
    light: lightOf(order),
    max_light: order.maxLight,
    lead_unit: leadOf(order)?.unit ?? '',
    received_at: order.receivedAt,
    accepted_at: order.acceptedAt,
    citizen_due: citizenDue(order),
    unit_due: unitDue(order),
    next_callback: order.nextCallbackAt,
    ended_at: order.endedAt,
    desk_since: desk?.since ?? null,
    desk_due: desk?.due ?? null,
    rework_count: order.reworkCount,
    urge_count: order.urgeCount,
    lng: degrees(request.lng),
    lat: degrees(request.lat),
  }
}

const assignmentRow = (order: Order, a: Assignment) => ({
  order_id: order.id,
  n: assignmentNumberOf(a.id),
  unit: a.unit,
  role: a.role,
  parent: a.parent === null ? null : assignmentNumberOf(a.parent),
  state: a.state,
  dispatched_at: a.dispatchedAt,
  worker: a.grid?.worker ?? null,
  street: a.grid?.street ?? null,
  due: LIVE.includes(a.state) ? unitDue(order, a) : null,
})

/** Only rows that changed are written: most events of an order touch one assignment and one clock. */
function addAssignments(write: OrderWrite, before: Order | null, after: Order): void {
  const known = new Set((before?.assignments ?? []).map((a) => before && JSON.stringify(assignmentRow(before, a))))
  const rows = after.assignments.map((a) => assignmentRow(after, a))
  write.assignments.push(...rows.filter((row) => !known.has(JSON.stringify(row))))
}

function addDue(write: OrderWrite, before: Order | null, after: Order, city: City): void {
  const was = new Map((before === null ? [] : dueItems(before, city)).map((due) => [due.item, due]))
  for (const due of dueItems(after, city)) {
    const old = was.get(due.item)
    was.delete(due.item)
    if (old?.at !== due.at || old.provisional !== due.provisional)
      write.due.push({ order_id: after.id, item: due.item, at: due.at, provisional: due.provisional })
  }
  for (const item of was.keys()) write.dueGone.push({ order_id: after.id, item })
}

/** Every answer there is, as the fold holds it: one that did not change is the same object. */
const answersIn = (order: Order): unknown[] => [order.answer, ...order.assignments.map(({ report }) => report)]

function addTexts(write: OrderWrite, before: Order | null, after: Order, title: string): void {
  const scopes = orderScopes(after)
  const isSame = before !== null && orderScopes(before).join() === scopes.join()
  const scoped = isSame ? [] : [{ order_id: after.id, scopes }]
  if (before?.request !== after.request) write.texts.push(titledText(after, title))
  else write.scoped.texts.push(...scoped)
  const [was, is] = [before === null ? [] : answersIn(before), answersIn(after)]
  const reply = is.every((answer, i) => answer === (was[i] ?? null)) ? null : replyText(after)
  if (reply !== null) write.replies.push(reply)
  else write.scoped.replies.push(...scoped)
}

/** Measures of dispatch are counted from this row: written when what it says has changed. */
function addFirst(write: OrderWrite, before: Order | null, after: Order): void {
  const is = firstDispatchOf(after)
  if (is === null || before?.assignments === after.assignments) return
  const was = before === null ? null : firstDispatchOf(before)
  if (JSON.stringify(was) !== JSON.stringify(is)) write.firsts.push(is)
}

/** Accepted and ready to be dispatched for the first time; what comes back is for a person. */
const COMES_TO_DESK: readonly OrderEvent['kind'][] = ['submitted', 'intake-passed']

function takenRow(id: OrderId, seq: number, { at, by, assignments, choice, overrideReason }: EventOf<'dispatched'>) {
  const lead = assignments.find((a) => a.role === 'lead')
  return {
    order_id: id,
    seq,
    at,
    by: by.id,
    straight: by.kind === 'system',
    n: lead === undefined ? 1 : assignmentNumberOf(lead.id),
    lead: lead?.unit ?? '',
    rule: choice.rule,
    rule_lead: choice.lead,
    rule_version: choice.version,
    overridden: overrideReason !== null,
  }
}

/** One event's own rows: the link of the chain, its counts, a notice, the number another system knows it by. */
function addEvent(
  write: OrderWrite,
  id: OrderId,
  stored: StoredOrder | null,
  event: OrderEvent,
  city: City,
): StoredOrder {
  if (stored === null && event.kind !== 'opened') throw new Error(`order ${id} does not begin with opened`)
  const before = stored?.order ?? null
  const order = before === null ? opened(id, event as EventOf<'opened'>) : apply(before, event)
  const text = JSON.stringify(event)
  const head = chainHash(stored?.head ?? GENESIS, id, order.version, text)
  const hash = head.toString('hex')
  write.events.push({ order_id: id, seq: order.version, kind: event.kind, at: event.at, event: text, hash })
  write.deltas.push(...deltasOf(before, event, order))
  if (event.kind === 'dispatched') write.taken.push(takenRow(id, order.version, event))
  if (COMES_TO_DESK.includes(event.kind) && city.policy.straightThrough.enabled) write.straight.push(id)
  const notice = city.policy.notices ? noticeOf(event, order) : null
  if (notice !== null) write.outbox.push({ order_id: id, topic: 'notice', payload: { text: notice }, at: event.at })
  if (event.kind === 'opened' && event.request.external !== null)
    write.externals.push({ ...event.request.external, order_id: id })
  return { order, head, identity: stored?.identity ?? null }
}

/**
 * Adds one order's new events, and everything that follows from them, to what will be written in one statement: the
 * chained log, the folded rows, what time will bring, the counts, the search text. Pure but for the hashing.
 */
export function addChange(
  write: OrderWrite,
  id: OrderId,
  stored: StoredOrder | null,
  events: readonly OrderEvent[],
  city: City,
): StoredOrder {
  const after = events.reduce<StoredOrder | null>((so, event) => addEvent(write, id, so, event, city), stored)
  if (after === null) throw new Error(`order ${id}: nothing to write`)
  const { order, head } = after
  const title = redact(order.request.title)
  write.orders.push(orderRow(order, head, title))
  addAssignments(write, stored?.order ?? null, order)
  addDue(write, stored?.order ?? null, order, city)
  addFirst(write, stored?.order ?? null, order)
  if (stored !== null && stored.order.state !== order.state) write.unclaimed.push(id)
  addTexts(write, stored?.order ?? null, order, title)
  const wasOpen = stored !== null && isOpen(stored.order.state)
  if (stored?.order.request !== order.request || wasOpen !== isOpen(order.state)) write.resaid.push(id)
  return after
}

/** The identity's sealed form, as the order's row beside it will have it. */
export function addAppellant(write: OrderWrite, id: OrderId, appellant: Appellant, vault: Vault): Buffer {
  const { caller, contact } = identityIndexes(vault, appellant)
  const identity = sealIdentity(vault, appellant, id)
  write.appellants.push({
    order_id: id,
    identity: identity.toString('hex'),
    caller_index: caller?.toString('hex') ?? null,
    contact_index: contact?.toString('hex') ?? null,
  })
  return identity
}
