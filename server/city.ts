import type { Handlers } from '#contract/api.ts'
import { readFigures } from '#db/figures.ts'
import type { Category, City, Unit } from '#domain/city/city.ts'
import { isOffered } from '#domain/city/lookup.ts'
import type { CategoryCode, Day, RegionCode, UnitId } from '#domain/ids.ts'
import type { Measure } from '#domain/measures/delta.ts'
import { pinyinOf } from './pinyin.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

function nameOf(city: City, dim: string, key: string): string | null {
  if (dim === 'unit') return city.units.get(key as UnitId)?.name ?? null
  if (['l1', 'l2', 'l3'].includes(dim)) return city.categories.get(key as CategoryCode)?.name ?? null
  if (dim === 'district' || dim === 'town') return city.regions.get(key as RegionCode)?.name ?? null
  return null
}

const withInitials = <T extends { name: string }>(row: T) => ({ ...row, initials: pinyinOf(row.name).initials })

const named = new WeakMap<City, { categories: NamedCategory[]; units: NamedUnit[] }>()
type NamedCategory = Category & { initials: string }
type NamedUnit = Unit & { initials: string }

function namesOf(city: City) {
  const known = named.get(city)
  if (known !== undefined) return known
  const names = {
    // Whoever offers categories asks one flag: a scene is closed with its item or its domain too.
    categories: [...city.categories.values()].map((one) => ({
      ...withInitials(one),
      active: isOffered(city, one.code),
    })),
    units: [...city.units.values()].map(withInitials),
  }
  named.set(city, names)
  return names
}

export const cityHandlers = {
  getCity: async ({ city }) => ({
    ok: true,
    reply: {
      id: city.policy.id,
      name: city.policy.name,
      taxonomyVersion: city.policy.taxonomyVersion,
      ruleVersion: city.policy.ruleVersion,
      categories: namesOf(city).categories,
      regions: [...city.regions.values()].filter((region) => region.level !== 'grid'),
      units: namesOf(city).units,
      slaProfiles: [...city.slaProfiles],
      notAcceptedReasons: [...city.notAcceptedReasons],
    },
  }),

  /**
   * Figures within reach: the hotline and the city's leaders see all dimensions; a unit only its own row, a district's
   * people only their district's and its towns'.
   */
  getFigures: async (shell, { query }) => {
    const reach = reachOf(shell)
    const inRegion = (key: string) => reach.region === null || key.startsWith(reach.region)
    const allowed = (key: string) => {
      if (reach.units !== null) return query.by === 'unit' && reach.units.includes(key as UnitId)
      if (reach.region !== null) return (query.by === 'district' || query.by === 'town') && inRegion(key)
      return true
    }
    const found = await readFigures(shell.db, {
      measures: query.measure,
      dim: query.by,
      key: query.key ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      daily: query.daily === 'yes',
    })
    const rows = found
      .filter((row) => allowed(row.key))
      .map((row) => ({
        measure: row.measure as Measure,
        key: row.key,
        name: nameOf(shell.city, query.by, row.key),
        day: row.day as Day | null,
        n: row.n,
      }))
    return { ok: true, reply: { cutoff: shell.at, rows } }
  },
} satisfies Partial<Handlers<Shell>>
