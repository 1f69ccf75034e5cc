import type { DispatchRule, Region } from '../city/city.ts'
import { RequestType } from '../city/vocabulary.ts'
import type { CategoryCode, RegionCode } from '../ids.ts'

/** Where a matter of the category would find no rule. */
type Gap = { region: RegionCode | null; requestType: RequestType | null }

type Sure = Pick<DispatchRule, 'region' | 'requestType'>

/** Asks nothing but category, place and type: whoever meets these is sent somewhere, whatever else is so. */
export const isSure = (rule: DispatchRule): boolean =>
  rule.kind === null &&
  rule.placeType === null &&
  rule.ownership === null &&
  rule.respondentType === null &&
  rule.timeOfDay === null &&
  rule.season === null &&
  rule.keywords.length === 0 &&
  rule.tags.length === 0

const childrenOf = (regions: Iterable<Region>): ReadonlyMap<RegionCode | null, readonly RegionCode[]> => {
  const children = new Map<RegionCode | null, RegionCode[]>()
  for (const { code, level, parent } of regions) {
    // The city's own node stands above the districts; an order names a district or less.
    const above = level === 'district' ? null : parent
    if (level !== 'city') children.set(above, [...(children.get(above) ?? []), code])
  }
  return children
}

/** Says of a category where its rules leave a hole: the first region and type, or null. `rules`: those that are in force. */
export function gapFinder(
  rules: readonly DispatchRule[],
  regions: Iterable<Region>,
): (category: CategoryCode) => Gap | null {
  const children = childrenOf(regions)
  const byCode = new Map<string, Sure[]>()
  for (const rule of rules.filter(isSure)) {
    const key = rule.category ?? ''
    byCode.set(key, [...(byCode.get(key) ?? []), rule])
  }
  const gapIn = (sure: readonly Sure[], requestType: RequestType, region: RegionCode | null): Gap | null => {
    const speaking = sure.filter((rule) => rule.requestType === null || rule.requestType === requestType)
    if (speaking.some((rule) => rule.region === null || region?.startsWith(rule.region) === true)) return null
    const below = children.get(region) ?? []
    // Nothing below is ruled by itself, so the whole of it is the hole.
    if (!speaking.some((rule) => region === null || rule.region?.startsWith(region) === true) || below.length === 0)
      return { region, requestType }
    for (const one of below) {
      const gap = gapIn(speaking, requestType, one)
      if (gap !== null) return gap
    }
    return null
  }
  return (category) => {
    const codes = new Set([category, category.slice(0, 3), category.slice(0, 1), ''])
    const sure = [...codes].flatMap((code) => byCode.get(code) ?? [])
    if (sure.length === 0) return { region: null, requestType: null }
    if (sure.some((rule) => rule.region === null && rule.requestType === null)) return null
    for (const requestType of RequestType.options) {
      const gap = gapIn(sure, requestType, null)
      if (gap !== null) return gap
    }
    return null
  }
}
