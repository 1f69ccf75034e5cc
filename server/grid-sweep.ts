import { newGridMatters } from '#db/grid.ts'
import { findOrder } from '#db/orders.ts'
import { dispatchToGrid } from '#domain/grid/dispatch-to-grid.ts'
import { gridRefused, isGridDirect } from '#domain/grid/grid-refused.ts'
import { type CategoryCode, type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import { SYSTEM } from '#domain/order/actor.ts'
import type { Order } from '#domain/order/order.ts'
import { changeOrder } from './change-order.ts'
import { loadFor } from './grid.ts'
import type { House, Shell } from './shell.ts'

/** So long the platform tries; then the matter is a dispatcher's, who sees why the grid did not get it. */
const TRIES_MS = 600_000

/** The platform acting on its own: nobody asks, everything is within reach. */
const ownShell = (house: House, at: Instant): Shell => ({
  ...house,
  caller: { kind: 'machine', id: SYSTEM.id, name: SYSTEM.id, unit: null, scopes: [] },
  actor: SYSTEM,
  at,
  ip: '',
  agent: '',
  expected: null,
  reply: { header: () => undefined },
})

const scenes = (house: House): CategoryCode[] => {
  const { categories, rules } = house.city
  const direct = [...categories.values()].filter(({ gridDirect }) => gridDirect).map(({ code }) => code)
  const ruled = rules.flatMap(({ handling, category }) =>
    handling === 'grid' && category !== null ? [...categories.keys()].filter((code) => code.startsWith(category)) : [],
  )
  return [...new Set([...direct, ...ruled])]
}

/** One order to the grid worker of its place, by the platform's hand, unless a guard speaks against it. */
export async function sendToGrid(house: House, id: OrderId, now: Instant): Promise<boolean> {
  if (!house.city.policy.grid.straight) return false
  const stored = await findOrder(house.db, id)
  if (stored === undefined || !isGridDirect(stored.order, house.city, now)) return false
  const load = await loadFor(house, stored.order, now)
  if (gridRefused(stored.order, house.city, load, now) !== null) return false
  const send = (order: Order) =>
    dispatchToGrid(order, { note: null, exceptionGround: null }, SYSTEM, house.city, load, now)
  return (await changeOrder(ownShell(house, now), id, send)).ok
}

/** 网格直派: what all guards let pass goes to the grid worker without a person, if the city says so. */
export async function sweepGrid(house: House, now: Instant): Promise<number> {
  if (!house.city.policy.grid.straight) return 0
  const ids = await newGridMatters(house.db, scenes(house), instantOf(msOf(now) - TRIES_MS))
  let sent = 0
  for (const id of ids) if (await sendToGrid(house, id, now)) sent++
  return sent
}
