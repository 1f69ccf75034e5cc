import type { CategoryCode, RegionCode, UnitId } from '../ids.ts'
import type { Category, City, Unit } from './city.ts'
import type { Kind } from './vocabulary.ts'

type Lookup = {
  territorial: ReadonlyMap<string, UnitId>
  below: ReadonlyMap<UnitId, ReadonlySet<UnitId>>
}

const lookups = new WeakMap<City, Lookup>()

function belowOf(units: Iterable<Unit>): Map<UnitId, Set<UnitId>> {
  const all = [...units]
  const parents = new Map(all.map((unit) => [unit.id, unit.parent]))
  const below = new Map<UnitId, Set<UnitId>>(all.map((unit) => [unit.id, new Set([unit.id])]))
  for (const unit of all)
    for (let up = unit.parent; up !== null; up = parents.get(up) ?? null) below.get(up)?.add(unit.id)
  return below
}

/** A city does not change while it is loaded, so what is asked of it often is worked out once. */
function lookupOf(city: City): Lookup {
  const known = lookups.get(city)
  if (known !== undefined) return known
  const territorial = new Map<string, UnitId>()
  for (const unit of city.units.values())
    if (unit.region !== null && ['district', 'town', 'community'].includes(unit.type))
      territorial.set(`${unit.type} ${unit.region}`, unit.id)
  const lookup = { territorial, below: belowOf(city.units.values()) }
  lookups.set(city, lookup)
  return lookup
}

const CODE_LENGTH = { district: 6, town: 9, community: 12 } as const

/** The unit of that type whose region holds the place (属地), or null where the city has none. */
export const territorialUnit = (city: City, type: keyof typeof CODE_LENGTH, region: RegionCode): UnitId | null =>
  lookupOf(city).territorial.get(`${type} ${region.slice(0, CODE_LENGTH[type])}`) ?? null

/** A unit with all units under it: what its staff may see. */
export const unitsBelow = (city: City, unit: UnitId): ReadonlySet<UnitId> =>
  lookupOf(city).below.get(unit) ?? new Set([unit])

/** Offered for new orders: neither it nor the item and domain above it are closed. */
export const isOffered = (city: City, code: CategoryCode): boolean =>
  [code, code.slice(0, 3), code.slice(0, 1)].every((one) => city.categories.get(one as CategoryCode)?.active !== false)

/** A closed unit finishes what it has and gets nothing new. */
export const isOpenUnit = (city: City, unit: UnitId): boolean => city.units.get(unit)?.active !== false

/** The scene itself, or where an order names only an item or a domain, that node. */
export const categoryOf = (city: City, code: CategoryCode): Category | undefined => city.categories.get(code)
export const kindOf = (city: City, code: CategoryCode | null): Kind =>
  (code === null ? undefined : city.categories.get(code)?.kind) ?? 'general'
export const isHazard = (city: City, code: CategoryCode | null): boolean =>
  code !== null && city.categories.get(code)?.hazard === true
export const calendarOf = (city: City, code: string) => {
  const calendar = city.calendars.get(code)
  if (calendar === undefined) throw new Error(`no calendar ${code}`)
  return calendar
}
export const unitCalendar = (city: City, unit: UnitId) =>
  calendarOf(city, city.units.get(unit)?.calendar ?? city.policy.calendar)
