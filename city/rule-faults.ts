import type { DispatchRule, LeadResolver } from '#domain/city/city.ts'
import { gapFinder } from '#domain/dispatch/coverage.ts'
import type { Tables } from './check-city.ts'
import type { Fault } from './city-fault.ts'
import { missing, repeats } from './name-faults.ts'

const FILE = 'rules.csv'

const unitOf = (resolver: LeadResolver): string | null => ('unit' in resolver ? resolver.unit : null)

const at = (row: number, column: string, found: string, expected: string): Fault => ({
  file: FILE,
  row,
  column,
  found,
  expected,
})

/** What a rule says against itself. */
function contrary(row: number, { from, to, timeOfDay, lead, co }: DispatchRule): Fault[] {
  const lead1 = JSON.stringify(lead)
  return [
    ...(from !== null && to !== null && to < from ? [at(row, 'to', `"${to}"`, `a day from ${from} on`)] : []),
    ...(timeOfDay !== null && timeOfDay.from === timeOfDay.to
      ? [
          at(
            row,
            'timeOfDay',
            `"${timeOfDay.from}~${timeOfDay.to}"`,
            'two times that differ, or nothing for the whole day',
          ),
        ]
      : []),
    ...(co.some((one) => JSON.stringify(one) === lead1)
      ? [at(row, 'co', `"${unitOf(lead) ?? 'the lead'}"`, 'other units than the lead')]
      : []),
  ]
}

type RuleTables = Pick<Tables, 'categories' | 'regions' | 'units' | 'rules' | 'slaLines'>

/** The rules' rows, each by itself: every name in them is known, none stands twice or contradicts itself. */
export function ruleFaults({ categories, regions, units, rules, slaLines }: RuleTables): Fault[] {
  const inCategories = missing(FILE, new Set(categories.map(({ value }) => value.code)), 'a category of categories.csv')
  const inRegions = missing(FILE, new Set(regions.map(({ value }) => value.code)), 'a region of regions.csv')
  const inUnits = missing(FILE, new Set(units.map(({ value }) => value.id)), 'a unit of units.csv')
  const inProfiles = missing(FILE, new Set(slaLines.map(({ value }) => value.code)), 'a profile of sla.json')
  return [
    ...repeats(FILE, 'id', rules, (one) => one.id),
    ...rules.flatMap(({ row, value }) => [
      ...inCategories(row, 'category', value.category),
      ...inRegions(row, 'region', value.region),
      ...inUnits(row, 'lead', unitOf(value.lead)),
      ...value.co.flatMap((co) => inUnits(row, 'co', unitOf(co))),
      ...inProfiles(row, 'profile', value.profile),
      ...inUnits(row, 'owner', value.owner),
      ...contrary(row, value),
    ]),
  ]
}

/** A scene finds a unit through its own rule or one of an ancestor, wherever it is and whatever is asked. */
export function uncovered({ categories, regions, rules }: Pick<Tables, 'categories' | 'regions' | 'rules'>): Fault[] {
  const gapOf = gapFinder(
    rules.map(({ value }) => value).filter(({ active }) => active),
    regions.map(({ value }) => value),
  )
  return categories
    .filter(({ value }) => value.level > 1 && gapOf(value.code) !== null)
    .map(({ row, value }) => ({
      file: 'categories.csv',
      row,
      column: 'code',
      found: `"${value.code}" without a rule`,
      expected: 'a rule in rules.csv for it or for its parent, for every region and request type',
    }))
}
