import { callersOf } from '#db/callers-of.ts'
import { findOrder } from '#db/orders.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'
import { countCallers, raiseAlert } from './raise-alert.ts'

/** ≥ 5 callers in one merge (domain.md §5.6): looked at as each one is taken in, in the same transaction. */
export async function alertOnMerge(shell: Shell, master: OrderId): Promise<void> {
  const order = (await findOrder(shell.db, master))?.order
  const { callers: most } = shell.city.policy.merging.alert
  if (order === undefined || order.mergedOrders.length + 1 < most) return
  const orders = [order.id, ...order.mergedOrders]
  const known = await callersOf(shell.db, orders)
  const callers = countCallers(orders.map((id) => ({ order_id: id, caller: known.get(id) ?? null })))
  if (callers < most) return
  await raiseAlert(shell, shell.db, { kind: 'many-callers', subject: master, orders, callers }, shell.at)
}
