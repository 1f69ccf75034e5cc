import type { City } from '#domain/city/city.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import { pick, type Random } from '#sim/random.ts'

/** The people of a city as actors of its past. */
export type Staffing = { hotline(role: Role, random: Random): Actor; unit(unit: UnitId): Actor }

export function staffingOf(city: City): Staffing {
  const byRole = new Map<Role, Actor[]>()
  for (const { id, unit, roles } of city.staff)
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), { kind: 'staff', id, role, unit }])
  const liaisons = new Map((byRole.get('liaison') ?? []).map((actor) => [actor.unit, actor]))
  return {
    hotline: (role, random) => pick(random, byRole.get(role) ?? []),
    unit: (unit) => liaisons.get(unit) ?? { kind: 'staff', id: `s-${unit}`, role: 'liaison', unit },
  }
}
