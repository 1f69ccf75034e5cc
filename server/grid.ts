import type { Handlers } from '#contract/api.ts'
import { refusalWords } from '#contract/wording.ts'
import { gridLoad, gridWorker, gridWorkers, putGridWorker, type WorkerRow } from '#db/grid.ts'
import { territorialUnit } from '#domain/city/lookup.ts'
import { regionAt } from '#domain/city/region-at.ts'
import { profileFor, unitClocks } from '#domain/deadline/start-clock.ts'
import { nextAssignment } from '#domain/dispatch/dispatch-order.ts'
import { dispatchToGrid } from '#domain/grid/dispatch-to-grid.ts'
import { chooseWorker, type GridRefusal, matterGuards, mayBeExcepted } from '#domain/grid/grid-refused.ts'
import { type GridLoad, isAway, postFor } from '#domain/grid/grid-worker.ts'
import type { Instant, RegionCode } from '#domain/ids.ts'
import { can, type Order } from '#domain/order/order.ts'
import { reachableOrder } from './change-order.ts'
import { regionName, unitName } from './order-view.ts'
import { reachOf } from './scope.ts'
import type { House, Shell } from './shell.ts'
import { changeAndView } from './view-after.ts'

/** The grid the matter lies in by its point, the workers there and their day so far. */
export async function loadFor(
  house: Pick<House, 'db' | 'atlas' | 'city'>,
  order: Order,
  at: Shell['at'],
): Promise<GridLoad> {
  const { lng, lat, region } = order.request
  const found = lng === null || lat === null ? null : regionAt(house.atlas, { lng, lat })
  // A point beside the named place is a slip of the map: the place that was named counts.
  const grid = found?.startsWith(region) === true ? found : null
  return { grid, ...(await gridLoad(house.db, grid ?? region, at)) }
}

const guardView = (guard: GridRefusal) => {
  const { zh, en } = refusalWords[guard]
  return { guard, words: { zh, en }, exceptable: mayBeExcepted(guard) }
}

/** An absence whose last day has passed is none any more. */
const absenceOf = ({ away, away_until }: Pick<WorkerRow, 'away' | 'away_until'>, at: Instant) =>
  isAway({ away, awayUntil: away_until }, at) ? { away, awayUntil: away_until } : { away: false, awayUntil: null }

const workerView = ({ city, at }: Shell, row: WorkerRow) => ({
  id: row.staff_id,
  name: row.name,
  unit: row.unit,
  unitName: unitName(city, row.unit),
  region: row.region as RegionCode,
  gridName: regionName(city, row.region),
  post: row.post,
  hours: row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to },
  ...absenceOf(row, at),
  version: row.version,
  today: row.today,
  inHand: row.in_hand,
})

/** The dispatch desk's side of the grid, and who works in it. */
export const gridHandlers = {
  gridOffer: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const { city, at } = shell
    if (!can(order, 'dispatched')) return { ok: false, refusal: 'wrong-state' }
    const load = await loadFor(shell, order, at)
    const found = chooseWorker(order, city, load, at)
    const guards = [...matterGuards(order, city, at), ...(typeof found === 'string' ? [found] : [])]
    const street = territorialUnit(city, 'town', order.request.region)
    const worker = typeof found === 'string' ? null : found
    const clocks =
      worker === null
        ? []
        : unitClocks(city, profileFor(city, order.request, 'grid'), nextAssignment(order), worker.unit, at)
    return {
      ok: true,
      reply: {
        guards: guards.map(guardView),
        worker: worker && {
          id: worker.id,
          name: worker.name,
          gridName: city.regions.get(worker.region)?.name ?? worker.region,
          unitName: unitName(city, worker.unit),
          post: postFor(worker, load.grid ?? order.request.region),
          today: load.today.get(worker.id) ?? 0,
          cap: city.policy.grid.dailyCap,
        },
        streetName: street === null ? null : unitName(city, street),
        answerBy: clocks.find((clock) => clock.code === 'C5')?.due ?? null,
      },
    }
  },

  dispatchToGrid: async (shell, { params, body }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const load = await loadFor(shell, stored.order, shell.at)
    return changeAndView(shell, params.orderId, (order) =>
      dispatchToGrid(order, body, shell.actor, shell.city, load, shell.at),
    )
  },

  listGridWorkers: async (shell) => {
    const { grid } = shell.city.policy
    const rows = await gridWorkers(shell.db, reachOf(shell).units, shell.at)
    return {
      ok: true,
      reply: {
        now: shell.at,
        cap: grid.dailyCap,
        hours: grid.hours,
        workers: rows.map((row) => workerView(shell, row)),
      },
    }
  },

  setGridWorker: async (shell, { params, body }) => {
    const known = await gridWorker(shell.db, params.staffId, shell.at)
    const units = reachOf(shell).units
    if (known === undefined || (units !== null && !units.includes(known.unit)))
      return { ok: false, refusal: 'not-found' }
    if (shell.expected !== known.version) return { ok: false, refusal: 'stale-version' }
    const { post, hours, away } = body
    const until = away ? body.awayUntil : null
    if (until !== null && !isAway({ away, awayUntil: until }, shell.at))
      return { ok: false, refusal: 'absence-already-over' }
    const wish = { post, away, away_until: until, hours_from: hours?.from ?? null, hours_to: hours?.to ?? null }
    if (!(await putGridWorker(shell.db, params.staffId, known.version, wish, shell.actor.id, shell.at)))
      return { ok: false, refusal: 'stale-version' }
    return { ok: true, reply: workerView(shell, { ...known, ...wish, version: known.version + 1 }) }
  },
} satisfies Partial<Handlers<Shell>>
