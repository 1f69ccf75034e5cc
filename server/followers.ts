import { callersOf } from '#db/callers-of.ts'
import { emptyWrite, type OrderWrite, writeOrders } from '#db/order-write.ts'
import { lockOrders, type StoredOrder } from '#db/orders.ts'
import { FOLLOWED, followMaster, votersOf } from '#domain/dispatch/follow-master.ts'
import type { OrderId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { addChange } from './persist.ts'
import type { Shell } from './shell.ts'

/** Whether these steps of an order take others with them. */
export const leadsOthers = (order: Order, events: readonly OrderEvent[]): boolean =>
  order.mergedOrders.length > 0 && events.some(({ kind }) => FOLLOWED.includes(kind))

type Family = ReadonlyMap<OrderId, StoredOrder>

/** A master and all that is merged into it, locked together in key order. Read first: whom to lock is in the master. */
export async function lockFamily(shell: Shell, master: Order): Promise<Family> {
  const found = await lockOrders(shell.db, [master.id, ...master.mergedOrders])
  const now = found.get(master.id)?.order
  // Somebody merged another one in between: now it is known, and held with the rest.
  const missing = now?.mergedOrders.some((id) => !found.has(id)) ?? false
  return missing && now !== undefined ? lockOrders(shell.db, [now.id, ...now.mergedOrders]) : found
}

/** Whose answers count, of a master and those merged into it. */
export async function votersNow(shell: Shell, master: Order): Promise<ReadonlySet<OrderId>> {
  const callers = await callersOf(shell.db, [master.id, ...master.mergedOrders])
  const callerOf = (id: OrderId) => callers.get(id) ?? null
  return votersOf(master.id, master.mergedOrders, callerOf, shell.city.policy.merging.votes)
}

/** Adds what the master's steps mean for its merged orders to what will be written with them. */
async function addFollowers(
  shell: Shell,
  write: OrderWrite,
  master: Order,
  steps: readonly OrderEvent[],
  family: Family,
): Promise<void> {
  const followed = steps.filter(({ kind }) => FOLLOWED.includes(kind))
  if (followed.length === 0) return
  const voters = await votersNow(shell, master)
  for (const id of master.mergedOrders) {
    const stored = family.get(id)
    if (stored === undefined) continue
    const events = followed.flatMap((step) => {
      const event = followMaster(stored.order, master, step, voters.has(id), shell.city)
      return event === null ? [] : [event]
    })
    if (events.length > 0) addChange(write, id, stored, events, shell.city)
  }
}

/** Writes a master's steps and what they mean for the orders merged into it, all or nothing. */
export async function writeFamily(
  shell: Shell,
  stored: StoredOrder,
  steps: readonly OrderEvent[],
  family: Family,
  own?: (write: OrderWrite) => void,
): Promise<StoredOrder> {
  const write = emptyWrite()
  const reply = steps.length === 0 ? stored : addChange(write, stored.order.id, stored, steps, shell.city)
  await addFollowers(shell, write, reply.order, steps, family)
  own?.(write)
  await writeOrders(shell.db, write)
  return reply
}
