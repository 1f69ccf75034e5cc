import type { CategoryCode } from '#domain/ids.ts'
import { HOUR } from './delays.ts'
import type { Incident, SimCity } from './make-request.ts'
import { between, chance, pick, type Random, wholeBetween } from './random.ts'
import { seasonFactor } from './season.ts'
import { placeKinds } from './texts/slots.ts'

/** Things that make a whole estate or a whole road pick up the phone, with the kind of place they happen at. */
const scenes = [
  ['E0501', 'estate'],
  ['E0601', 'estate'],
  ['E0801', 'estate'],
  ['E0203', 'road'],
  ['F0201', 'road'],
  ['J0101', 'site'],
  ['D0202', 'estate'],
] as const

type Happening = { incident: Incident; moments: readonly number[] } | { incident?: never; moments: readonly [] }

/** About every third day something happens that several people report within two hours. */
export function incidentAt({ city, places }: SimCity, random: Random, midnight: number): Happening {
  const when = new Date(midnight + 8 * HOUR)
  const [month, day] = [when.getUTCMonth() + 1, when.getUTCDate()]
  const [code, slot] = pick(random, scenes)
  const category = city.categories.get(code as CategoryCode)
  const candidates = places.byKind.get(placeKinds[slot] ?? slot) ?? []
  const likely = 0.35 * Math.min(1.5, seasonFactor(code, month, day, 12))
  if (category === undefined || candidates.length === 0 || !chance(random, likely)) return { moments: [] }
  const begins = midnight + between(random, 7, 20) * HOUR
  const callers = Array.from({ length: wholeBetween(random, 3, 7) }, () => begins + between(random, 0, 2) * HOUR)
  return { incident: { category, place: pick(random, candidates), slot }, moments: callers.sort((a, b) => a - b) }
}
