import { type ListedAssignment, leftAssignments } from '#db/assignment-list.ts'
import { predecessorsOf } from '#db/hand-overs.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import { responsibleOf } from '#domain/dispatch/returns.ts'
import type { OrderId, UnitId } from '#domain/ids.ts'
import { LIVE } from '#domain/order/states.ts'
import type { Shell } from './shell.ts'

/** Orders between two units are few; whoever has more of them has another problem than a list. */
const MOST = 200

export type Answered = { row: ListedAssignment; stored: StoredOrder }

/**
 * 首接负责: what a unit gave back, or had taken back, and still answers for until another has signed; what binds it
 * anyway stands in its to-do list already.
 */
export async function responsibleFor(shell: Shell, unit: UnitId, region: string | null): Promise<Answered[]> {
  const units = [unit, ...(await predecessorsOf(shell.db, unit))]
  const rows = await leftAssignments(shell.db, units, region, MOST)
  if (rows.length === 0) return []
  const orders = await loadOrders(
    shell.db,
    rows.map((row) => row.order_id as OrderId),
  )
  return rows.flatMap((row) => {
    const stored = orders.get(row.order_id as OrderId)
    if (stored === undefined || responsibleOf(stored.order) !== unit) return []
    const bound = stored.order.assignments.some((a) => a.unit === unit && LIVE.includes(a.state))
    return bound ? [] : [{ row, stored }]
  })
}
