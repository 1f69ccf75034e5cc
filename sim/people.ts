import type { City, Staff } from '#domain/city/city.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { StaffId, UnitId } from '#domain/ids.ts'
import { pick, type Random } from './random.ts'

/** Who works in the city; the simulator acts through their log-ins and in no other way. */
export type People = {
  onDuty(role: Role, random: Random, at: number): Staff
  /** whoever answers for that unit, or null where the city names nobody */
  ofUnit(unit: UnitId): Staff | null
  /** who walks a grid; undefined where the city names nobody by that id */
  gridWorker(id: StaffId): Staff | undefined
  /** a crew of that unit, or its liaison where it has none */
  onSite(unit: UnitId, random: Random): Staff | null
}

const HOUR = 3_600_000
const SHIFTS = 3

export function peopleOf(city: City): People {
  const byRole = new Map<Role, Staff[]>()
  const byUnit = new Map<UnitId, Staff>()
  for (const person of city.staff) {
    for (const role of person.roles) byRole.set(role, [...(byRole.get(role) ?? []), person])
    if (person.roles.includes('liaison') && !byUnit.has(person.unit)) byUnit.set(person.unit, person)
  }
  return {
    onDuty: (role, random, at) => {
      const all = byRole.get(role)
      if (all === undefined) throw new Error(`the city has no ${role}`)
      // A role with enough people works in three shifts of eight hours.
      if (all.length < 2 * SHIFTS) return pick(random, all)
      const shift = Math.floor(((at + 8 * HOUR) % (24 * HOUR)) / (8 * HOUR))
      return pick(
        random,
        all.filter((_, i) => i % SHIFTS === shift),
      )
    },
    gridWorker: (id) => byRole.get('grid-worker')?.find((person) => person.id === id),
    ofUnit: (unit) => byUnit.get(unit) ?? null,
    onSite: (unit, random) => {
      const crews = (byRole.get('crew') ?? []).filter((person) => person.unit === unit)
      return crews.length > 0 ? pick(random, crews) : (byUnit.get(unit) ?? null)
    },
  }
}
