import type { CityEffect } from '#contract/city-versions.ts'
import {
  dispatchedLately,
  type MixRow,
  openByCategory,
  openByUnit,
  openMix,
  peopleByUnit,
  recentMix,
} from '#db/city-effect.ts'
import { loadOrders } from '#db/orders.ts'
import { provisionalOrders } from '#db/sweeps.ts'
import { dayEffects, hourEffects } from '#domain/city/calendar-effect.ts'
import type { City } from '#domain/city/city.ts'
import type { CityPart, PartRow } from '#domain/city/part.ts'
import { keyOf, nameOf, type RowChanges } from '#domain/city/row-changes.ts'
import { type OrderMix, slaEffect } from '#domain/city/sla-effect.ts'
import { recomputeProvisional } from '#domain/deadline/due-work.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { CategoryCode, dayOf, instantOf, msOf, UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { categoryName } from './order-view.ts'
import type { Shell } from './shell.ts'

const DAYS_BACK = 30
/** Orders the catalogue is tried on: what a person waits for is a second, not an exact count of a big city's month. */
const REPLAYED = 3000
const PROVISIONAL = 1000
const LISTED = 60
const AT_ONCE = 300

type Cities = { was: City; will: City }
const NONE: CityEffect = { sla: null, categories: null, units: null, calendar: null, rules: null }

export async function effectOf(shell: Shell, part: CityPart, changes: RowChanges, cities: Cities): Promise<CityEffect> {
  if (part === 'sla') return { ...NONE, sla: await onLimits(shell, cities) }
  if (part === 'rules') return { ...NONE, rules: await onDispatch(shell, cities) }
  if (part === 'units')
    return { ...NONE, units: await onUnits(shell, changes, cities), rules: await onDispatch(shell, cities) }
  if (part === 'categories') return { ...NONE, categories: await onCategories(shell, changes) }
  return { ...NONE, calendar: await onCalendar(shell, cities) }
}

const mixOf = (row: MixRow): OrderMix => ({
  kind: row.kind,
  requestType: row.request_type,
  hazard: row.hazard,
  category: row.category === '' ? null : CategoryCode.parse(row.category),
  n: row.n,
})

async function onLimits(shell: Shell, { was, will }: Cities): Promise<CityEffect['sla']> {
  const [open, recent] = await Promise.all([openMix(shell.db), recentMix(shell.db, shell.at, DAYS_BACK)])
  const mixes = { open: open.map(mixOf), recent: recent.map(mixOf) }
  return {
    openOrders: open.reduce((sum, { n }) => sum + n, 0),
    receivedAt: shell.at,
    profiles: slaEffect(was, will, mixes, shell.at),
  }
}

type What = 'added' | 'closed' | 'reopened' | 'removed' | 'changed'

/** Every row that is touched, with what is done to it in one word. */
function touched(part: CityPart, changes: RowChanges): { key: string; name: string; what: What }[] {
  const named = (row: PartRow, what: What) => ({ key: keyOf(part, row), name: nameOf(part, row), what })
  return [
    ...changes.removed.map((row) => named(row, 'removed')),
    ...changes.changed.map(({ key, name, fields }) => {
      const active = fields.find(({ column }) => column === 'active')
      const what: What = active === undefined ? 'changed' : active.to === '0' ? 'closed' : 'reopened'
      return { key, name, what }
    }),
    ...changes.added.map((row) => named(row, 'added')),
  ]
}

async function onCategories(shell: Shell, changes: RowChanges): Promise<CityEffect['categories']> {
  const open = [...(await openByCategory(shell.db))]
  const below = (code: string) => open.filter(([key]) => key.startsWith(code)).reduce((sum, [, n]) => sum + n, 0)
  return touched('categories', changes).map(({ key, name, what }) => ({
    code: CategoryCode.parse(key),
    name,
    what,
    open: below(key),
  }))
}

async function onUnits(shell: Shell, changes: RowChanges, { will }: Cities): Promise<CityEffect['units']> {
  const [open, people] = await Promise.all([openByUnit(shell.db), peopleByUnit(shell.db)])
  const named = (unit: string) =>
    will.rules.filter(({ lead, co }) => [lead, ...co].some((one) => 'unit' in one && one.unit === unit)).length
  return touched('units', changes).map(({ key, name, what }) => ({
    id: UnitId.parse(key),
    name,
    what,
    assignments: open.get(key) ?? 0,
    people: people.get(key) ?? 0,
    rules: named(key),
  }))
}

async function onCalendar(shell: Shell, { was, will }: Cities): Promise<CityEffect['calendar']> {
  const year = Number(dayOf(shell.at).slice(0, 4))
  const days = dayEffects(was, will, [year, year + 1])
  const ids = await provisionalOrders(shell.db, '', PROVISIONAL + 1)
  const looked = ids.slice(0, PROVISIONAL)
  const orders = [...(await loadOrders(shell.db, looked)).values()].filter(
    ({ order }) => recomputeProvisional(order, will, shell.at).length > 0,
  )
  return {
    days: days.slice(0, LISTED),
    moreDays: Math.max(0, days.length - LISTED),
    hours: hourEffects(was, will),
    provisional: { orders: orders.length, looked: looked.length, all: ids.length <= PROVISIONAL },
  }
}

/** The last month's dispatched orders, decided again: the catalogue against the catalogue, not against what people did. */
async function onDispatch(shell: Shell, { was, will }: Cities): Promise<CityEffect['rules']> {
  const found = await dispatchedLately(shell.db, shell.at, DAYS_BACK, REPLAYED + 1)
  const looked = found.slice(0, REPLAYED)
  const diverted: { order: Order; from: UnitId | null; to: UnitId | null }[] = []
  for (let first = 0; first < looked.length; first += AT_ONCE) {
    const orders = await loadOrders(shell.db, looked.slice(first, first + AT_ONCE))
    for (const { order } of orders.values()) {
      const [from, to] = [was, will].map((city) => chooseUnit(matterOf(order), city, new Set(), shell.at).lead)
      if (from !== undefined && to !== undefined && from !== to) diverted.push({ order, from, to })
    }
  }
  const unit = (city: City, id: UnitId | null) => (id === null ? null : (city.units.get(id)?.name ?? id))
  return {
    since: dayOf(instantOf(msOf(shell.at) - DAYS_BACK * 86_400_000)),
    looked: looked.length,
    all: found.length <= REPLAYED,
    elsewhere: diverted.length,
    examples: diverted.slice(0, 12).map(({ order, from, to }) => ({
      id: order.id,
      no: order.no,
      title: order.request.title,
      category: categoryName(will, order.request.category) ?? '',
      from: unit(was, from),
      to: unit(will, to),
    })),
  }
}
