import type {
  Category,
  DispatchRule,
  OwnerRow,
  Region,
  ScenePhrase,
  SlaProfile,
  Staff,
  Unit,
} from '#domain/city/city.ts'
import type { Fault } from './city-fault.ts'
import { missing, repeats } from './name-faults.ts'
import { phraseFaults } from './phrase-faults.ts'
import type { Line } from './read-files.ts'
import { ruleFaults, uncovered } from './rule-faults.ts'

/** `row: null` is a profile of the JSON file, whose faults are named by path. */
export type SlaLine = { row: number | null; value: SlaProfile }

export type Tables = {
  categories: readonly Line<Category>[]
  phrases: readonly Line<ScenePhrase>[]
  regions: readonly Line<Region>[]
  units: readonly Line<Unit>[]
  rules: readonly Line<DispatchRule>[]
  staff: readonly Line<Staff>[]
  slaLines: readonly SlaLine[]
  calendars: ReadonlySet<string>
  cityCalendar: string | null
  owners: readonly OwnerRow[]
}

/** What one file says about another: every name that is used must be known, and every matter must find a unit. */
export const checkCity = (tables: Tables): Fault[] => {
  const { categories, phrases, regions, units, staff, slaLines, calendars, cityCalendar, owners } = tables
  const codes = new Set<string>(categories.map((line) => line.value.code))
  const places = new Set<string>(regions.map((line) => line.value.code))
  const unitIds = new Set<string>(units.map((line) => line.value.id))
  const inUnits = missing('units.csv', unitIds, 'the id of another unit')
  return [
    ...repeats('categories.csv', 'code', categories, (one) => one.code),
    ...repeats('categories.csv', 'name', categories, (one) => `${one.level} ${one.name}`),
    ...repeats('regions.csv', 'code', regions, (one) => one.code),
    ...repeats('units.csv', 'id', units, (one) => one.id),
    ...repeats('staff.csv', 'id', staff, (one) => one.id),
    ...repeats('staff.csv', 'login', staff, (one) => one.login),
    ...categories.flatMap(({ row, value }) => [
      ...missing('categories.csv', codes, 'the code of another category')(row, 'parent', value.parent),
      ...(value.leadUnit?.startsWith('@')
        ? missing('categories.csv', TERRITORIAL, '@district, @town, @community or @owner')(
            row,
            'leadUnit',
            value.leadUnit,
          )
        : missing('categories.csv', unitIds, 'a unit of units.csv')(row, 'leadUnit', value.leadUnit)),
    ]),
    ...phraseFaults(phrases, categories),
    ...regions.flatMap(({ row, value }) =>
      missing('regions.csv', places, 'the code of another region')(row, 'parent', value.parent),
    ),
    ...units.flatMap(({ row, value }) => [
      ...inUnits(row, 'parent', value.parent),
      ...missing('units.csv', places, 'a region of regions.csv')(row, 'region', value.region),
      ...missing('units.csv', calendars, 'a calendar of calendars.csv')(row, 'calendar', value.calendar),
    ]),
    ...ruleFaults(tables),
    ...staff.flatMap(({ row, value }) => [
      ...missing('staff.csv', unitIds, 'a unit of units.csv')(row, 'unit', value.unit),
      ...missing('staff.csv', places, 'a region of regions.csv')(row, 'region', value.region),
    ]),
    ...circles(units),
    ...(ruleFaults(tables).length === 0 ? uncovered(tables) : []),
    ...profileFaults(slaLines, codes),
    ...owners.flatMap(({ lead }, i) =>
      'unit' in lead && !unitIds.has(lead.unit)
        ? [wholeFile('city.json', `owners.${i}.lead.unit`, `"${lead.unit}"`, 'a unit of units.csv')]
        : [],
    ),
    ...(cityCalendar === null || calendars.has(cityCalendar)
      ? []
      : [wholeFile('city.json', 'calendar', `"${cityCalendar}"`, 'a calendar of calendars.csv')]),
  ]
}

const TERRITORIAL = new Set(['@district', '@town', '@community', '@owner'])

const wholeFile = (file: string, column: string, found: string, expected: string): Fault => ({
  file,
  row: null,
  column,
  found,
  expected,
})

/** A unit that stands below itself would be walked up to for ever. */
function circles(units: readonly Line<Unit>[]): Fault[] {
  const parents = new Map<string, string | null>(units.map(({ value }) => [value.id, value.parent]))
  const isOwnAncestor = (id: string): boolean => {
    const seen = new Set<string>()
    for (let up = parents.get(id) ?? null; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
      if (up === id) return true
      seen.add(up)
    }
    return false
  }
  return units
    .filter(({ value }) => isOwnAncestor(value.id))
    .map(({ row, value }) => ({
      file: 'units.csv',
      row,
      column: 'parent',
      found: `"${value.parent}"`,
      expected: 'a unit above it, not itself or one below',
    }))
}

const slaFault = ({ row }: Pick<SlaLine, 'row'>, column: string, found: string, expected: string): Fault => ({
  file: 'sla.json',
  row,
  column,
  found,
  expected,
})

function profileFaults(lines: readonly SlaLine[], codes: ReadonlySet<string>): Fault[] {
  const seen = new Set<string>()
  const faults = lines.flatMap((line) => {
    const { code, match } = line.value
    const again = seen.has(code) ? [slaFault(line, 'code', `"${code}" again`, 'each code once')] : []
    seen.add(code)
    const column = line.row === null ? `${code}.match.categories` : 'categories'
    const unknown = (match.categories ?? []).filter((category) => !codes.has(category))
    return [
      ...again,
      ...unknown.map((category) => slaFault(line, column, `"${category}"`, 'a category of categories.csv')),
    ]
  })
  const last = lines.at(-1)
  if (last !== undefined && Object.keys(last.value.match).length === 0) return faults
  const expected = 'a last profile whose match is {}, for orders no other takes'
  return [...faults, slaFault(last ?? { row: null }, last?.row ? 'kind' : 'match', 'no default profile', expected)]
}
