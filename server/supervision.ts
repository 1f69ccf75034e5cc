import type { Handlers } from '#contract/api.ts'
import type { LightCause, SupervisedOrder } from '#contract/supervision.ts'
import { logsOf, supervisedCounts, supervisedPage } from '#db/supervision.ts'
import { urgedLately } from '#domain/accept/supplement-order.ts'
import type { City } from '#domain/city/city.ts'
import { DAY_MS } from '#domain/deadline/civil-time.ts'
import { type Clock, isLate, isRunning } from '#domain/deadline/clock.ts'
import { type Instant, instantOf, msOf, type OrderId, type UnitId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { replay } from '#domain/order/fold.ts'
import { lightReasons } from '#domain/order/light-reasons.ts'
import { can, lightOf, type Order } from '#domain/order/order.ts'
import { unitName } from './order-view.ts'
import { rowView } from './orders.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

/** Open longer than this, a red order goes to whoever can decide (domain.md §6.1). */
const LONG_OPEN_DAYS = 30
export const longAgo = (now: Instant): Instant => instantOf(msOf(now) - LONG_OPEN_DAYS * DAY_MS)

/** What gives the order the light it has now, the first cause first; two clocks of one kind are one cause. */
export function causesOf(order: Order, events: readonly OrderEvent[], city: City): LightCause[] {
  const now = lightOf(order)
  const standing = lightReasons(order, events, city).filter((hit) => hit.standing && hit.light === now)
  return standing
    .filter(({ rule }, i) => standing.findIndex((hit) => hit.rule?.n === rule?.n) === i)
    .map(({ at, rule }) => ({
      since: at,
      reason: rule?.reason ?? null,
      when: rule === null ? null : (city.lights[rule.n - 1]?.when ?? null),
    }))
}

/** The first to end of the clocks that run for the matter itself; the hotline's own steps only where nothing else runs. */
function pressing(order: Order): Clock | undefined {
  const running = order.clocks.filter(isRunning).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  return running.find((clock) => clock.party !== 'hotline') ?? running[0]
}

function lastUrge({ urges }: Order): SupervisedOrder['lastUrge'] {
  const last = urges.at(-1)
  if (last === undefined) return null
  const by = last.by.kind === 'citizen' ? 'citizen' : last.by.role === 'supervisor' ? 'supervisor' : 'hotline'
  return { at: last.at, by }
}

function supervised(shell: Shell, row: Parameters<typeof rowView>[1], events: readonly OrderEvent[]): SupervisedOrder {
  const order = replay(row.order_id as OrderId, events)
  const clock = pressing(order)
  return {
    ...rowView(shell, row),
    causes: causesOf(order, events, shell.city),
    clock:
      clock === undefined
        ? null
        : { code: clock.code, party: clock.party, from: clock.from, due: clock.due, late: isLate(clock, shell.at) },
    lastUrge: lastUrge(order),
    mayUrge: can(order, 'urged') && !urgedLately(order, shell.actor, shell.at),
  }
}

export const supervisionHandlers = {
  supervisedOrders: async (shell, { query }) => {
    const ask = { lead: query.unit ?? null, region: query.region ?? null, reach: reachOf(shell) }
    const long = longAgo(shell.at)
    const [rows, counts] = await Promise.all([
      supervisedPage(shell.db, { ...ask, light: query.light }, query.cursor ?? null, query.limit + 1),
      supervisedCounts(shell.db, ask, long),
    ])
    const page = rows.slice(0, query.limit)
    const logs = await logsOf(
      shell.db,
      page.map((row) => row.order_id),
    )
    const meant = query.unit === undefined ? counts : counts.filter((row) => row.unit === query.unit)
    const sum = (count: (row: (typeof counts)[number]) => number) => meant.reduce((all, row) => all + count(row), 0)
    return {
      ok: true,
      reply: {
        now: shell.at,
        counts: { red: sum((row) => row.red), yellow: sum((row) => row.yellow), longOpen: sum((row) => row.long_open) },
        longAgo: long,
        units: counts
          .filter((row) => row.unit !== '')
          .map(({ unit, red, yellow }) => ({ unit: unit as UnitId, name: unitName(shell.city, unit), red, yellow })),
        orders: page.flatMap((row) => {
          const events = logs.get(row.order_id)
          return events === undefined ? [] : [supervised(shell, row, events)]
        }),
        next: rows.length > query.limit ? ((page.at(-1)?.order_id ?? null) as OrderId | null) : null,
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
