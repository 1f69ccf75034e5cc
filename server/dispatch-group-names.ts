import { staffNames } from '#db/staff-names.ts'
import type { RegionCode } from '#domain/ids.ts'
import type { DispatchGroup } from '#domain/measures/dispatch-group.ts'
import { categoryName, unitName } from './order-view.ts'
import type { Shell } from './shell.ts'

/**
 * What a group is called, in the city's own words; '' where it has none (no rule, no category), which the page words.
 * People are told by name: whoever reads these figures answers for them (contract/rights.ts).
 */
export async function groupNames(
  { city, db }: Shell,
  by: DispatchGroup,
  keys: readonly string[],
): Promise<(key: string) => string> {
  switch (by) {
    case 'rule': {
      const rules = new Map(city.rules.map((rule) => [rule.id as string, rule.basis]))
      return (key) => rules.get(key) ?? key
    }
    case 'l1':
    case 'l2':
    case 'category':
      return (key) => categoryName(city, key) ?? key
    case 'unit':
      return (key) => unitName(city, key)
    case 'dispatcher': {
      const names = await staffNames(db, keys)
      return (key) => names.get(key) ?? key
    }
    case 'district':
    case 'town':
      return (key) => city.regions.get(key as RegionCode)?.name ?? key
    default:
      return (key) => key
  }
}
