import { loadOrders, type StoredOrder } from '#db/orders.ts'
import type { Db } from '#db/sql.ts'
import { isSecret } from '#domain/dispatch/merge-order.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import { leadOf, type Order } from '#domain/order/order.ts'
import type { AssignmentState } from '#domain/order/states.ts'

/** What the seat is told of an order beside its row; it takes all its events to know. */
export type LeadFacts = {
  leadState: AssignmentState | null
  /** when the lead unit came to that state */
  leadSince: Instant | null
  /** orders already merged into it */
  merged: number
  confidential: boolean
}

/** Those of an afternoon's calls; some 100 bytes each. */
const KEPT = 2000

function factsOf(order: Order): LeadFacts {
  const lead = leadOf(order)
  return {
    merged: order.mergedOrders.length,
    leadState: lead?.state ?? null,
    leadSince: lead?.reportedAt ?? lead?.contactedAt ?? lead?.signedAt ?? lead?.dispatchedAt ?? null,
    confidential: isSecret(order.request),
  }
}

/** By order and version, the oldest first: a version's events are never others. */
export type KnownLeads = Map<string, LeadFacts>

/**
 * By order, of those that are there. While somebody types the same few orders are shown again and again: the events of
 * each are read once.
 */
export async function knownLeads(
  db: Db,
  kept: KnownLeads,
  rows: readonly { order_id: string; version: number }[],
): Promise<Map<string, LeadFacts>> {
  const nameOf = ({ order_id, version }: { order_id: string; version: number }) => `${order_id} ${version}`
  const unknown = rows.filter((row) => !kept.has(nameOf(row))).map(({ order_id }) => order_id as OrderId)
  const read = unknown.length === 0 ? new Map<OrderId, StoredOrder>() : await loadOrders(db, unknown)
  const found = new Map<string, LeadFacts>()
  for (const row of rows) {
    const facts = kept.get(nameOf(row))
    if (facts !== undefined) found.set(row.order_id, facts)
  }
  for (const [id, { order }] of read) {
    const facts = factsOf(order)
    found.set(id, facts)
    kept.set(nameOf({ order_id: id, version: order.version }), facts)
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
  }
  return found
}
