import type { City, LeadResolver, OwnerRow } from '../city/city.ts'
import { isOpenUnit, territorialUnit } from '../city/lookup.ts'
import type { CategoryCode, UnitId } from '../ids.ts'
import type { Matter } from './matter.ts'

/** What finding a lead looks at. */
type Located = Pick<Matter, 'category' | 'region' | 'placeType' | 'ownership' | 'respondentName'>

const TERRITORIAL = { '@district': 'district', '@town': 'town', '@community': 'community' } as const

/** The lead that the scene's row names, or its item's, or its domain's; `@owner` there asks who owns the thing. */
export function industryLead(city: City, category: CategoryCode | null): LeadResolver | null {
  if (category === null) return null
  for (const code of [category, category.slice(0, 3), category.slice(0, 1)]) {
    const lead = city.categories.get(code as CategoryCode)?.leadUnit
    if (lead === '@owner') return { owner: true }
    if (lead === '@district' || lead === '@town' || lead === '@community') return { territorial: TERRITORIAL[lead] }
    if (lead != null) return { unit: lead as UnitId }
  }
  return null
}

type Named = { name: string; unit: UnitId }
const namedOwners = new WeakMap<City, readonly Named[]>()

/** Companies by the names people use for them, the longest first: 汀溪市水务集团, 水务集团, and what the owners’ table adds. */
function ownersByName(city: City): readonly Named[] {
  const known = namedOwners.get(city)
  if (known !== undefined) return known
  const companies = [...city.units.values()].filter(({ type }) => type === 'public-enterprise')
  const made = [
    ...companies.flatMap(({ id, name }) => {
      const short = name.startsWith(city.policy.name) ? name.slice(city.policy.name.length) : name
      return [...new Set([name, short])].map((one) => ({ name: one, unit: id }))
    }),
    ...city.policy.owners.flatMap(({ names, lead }) =>
      'unit' in lead ? (names ?? []).map((name) => ({ name, unit: lead.unit })) : [],
    ),
  ].toSorted((a, b) => b.name.length - a.name.length)
  namedOwners.set(city, made)
  return made
}

const isOwner = (row: OwnerRow, { ownership, placeType }: Located): boolean =>
  row.names === undefined &&
  (row.ownership === undefined || row.ownership === ownership) &&
  (row.placeType === undefined || row.placeType === placeType)

/** 权属单位: the company that the respondent's name names, else the first row of the owners' table that holds. */
function ownerLead(city: City, matter: Located): OwnerRow['lead'] | null {
  const { respondentName } = matter
  const named = respondentName === null ? undefined : ownersByName(city).find((o) => respondentName.includes(o.name))
  if (named !== undefined) return { unit: named.unit }
  return city.policy.owners.find((row) => isOwner(row, matter))?.lead ?? null
}

/** One step per kind of resolver: `@owner` and `@industry` may name each other in a city's tables, but not for ever. */
const STEPS = 3

/** The unit, open or closed; null where the city has none there or says nothing. */
export function unitOf(city: City, lead: LeadResolver, matter: Located): UnitId | null {
  let now: LeadResolver | null = lead
  for (let step = 0; step <= STEPS && now !== null; step++) {
    if ('unit' in now) return now.unit
    if ('territorial' in now) return territorialUnit(city, now.territorial, matter.region)
    now = 'industry' in now ? industryLead(city, matter.category) : ownerLead(city, matter)
  }
  return null
}

/** Who leads; null where nobody does or the unit is closed, so that the next rule speaks. */
export function resolve(city: City, lead: LeadResolver, matter: Located): UnitId | null {
  const unit = unitOf(city, lead, matter)
  return unit !== null && isOpenUnit(city, unit) ? unit : null
}
