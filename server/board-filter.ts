import { groupAndKey } from '#contract/dispatch-filters.ts'
import type { OrderFilters } from '#contract/order-query.ts'
import { closedBetween } from '#db/board-filter.ts'
import { dispatchedOrders } from '#db/dispatch-measures.ts'
import type { OrderFilter } from '#db/order-list.ts'
import { loadOrders } from '#db/orders.ts'
import { DAY_MS } from '#domain/deadline/civil-time.ts'
import { dayOf, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import { lastDays } from '#domain/measures/period.ts'
import { countsIn } from '#domain/measures/rates.ts'
import { filterOf } from './order-filter.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

type Filters = OrderFilters & { cursor?: string | undefined }

/** As many as a very large city closes in a day; each is read whole. */
const LOOKED_AT = 20_000
const AT_ONCE = 500

/**
 * Which orders closed within a span say this about a rate: asked of each as the figures asked it when it closed, so that
 * the list holds the orders of the number. A span is a day at most, as on the board; without one it is the last day.
 */
async function ofRate(shell: Shell, query: Filters & { rate: NonNullable<Filters['rate']> }): Promise<OrderId[]> {
  const to = query.closedTo ?? shell.at
  const dayBefore = instantOf(msOf(to) - DAY_MS)
  const from = query.closedFrom !== undefined && query.closedFrom > dayBefore ? query.closedFrom : dayBefore
  const ids = (await closedBetween(shell.db, from, to, LOOKED_AT)) as OrderId[]
  const found: OrderId[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE)
    for (const { order } of (await loadOrders(shell.db, ids.slice(start, start + AT_ONCE))).values())
      if (order.endedAt !== null && countsIn(order, query.rate, order.endedAt)) found.push(order.id)
  return found
}

/** More than anybody looks through; the newest stay. */
const DISPATCHED = 50_000

/** The orders behind a number of the measures of dispatch; null: none was asked for. */
async function ofDispatch({ db, at }: Shell, query: Filters): Promise<OrderId[] | null> {
  const { firstFrom, firstTo, firstIn, firstWas } = query
  if (firstFrom === undefined && firstTo === undefined && firstIn === undefined && firstWas === undefined) return null
  const to = firstTo ?? dayOf(at)
  const within = firstIn === undefined ? null : groupAndKey(firstIn)
  const of = { from: firstFrom ?? lastDays(to, 366).from, to, region: null, within }
  return (await dispatchedOrders(db, of, firstWas ?? null, at, DISPATCHED)) as OrderId[]
}

/** The filter of a list, with the orders a rate counts looked up where they are asked for. */
export async function narrowedBy(shell: Shell, query: Filters): Promise<OrderFilter> {
  const { rate } = query
  const own = query.ownLead === undefined ? null : reachOf(shell).units
  const filter = { ...filterOf(shell, query), ...(own === null ? {} : { leads: own }) }
  const cohort = await ofDispatch(shell, query)
  const rated = rate === undefined ? null : await ofRate(shell, { ...query, rate })
  const orders = cohort === null ? rated : rated === null ? cohort : rated.filter((id) => cohort.includes(id))
  return orders === null ? filter : { ...filter, orders }
}
