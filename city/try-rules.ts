import type { City } from '#domain/city/city.ts'
import type { PartRow } from '#domain/city/part.ts'
import type { Fault } from './city-fault.ts'
import { CityFolder, type Line } from './read-files.ts'
import { RuleRow } from './rows.ts'
import { ruleFaults, uncovered } from './rule-faults.ts'

const linesOf = <Row>(rows: Iterable<Row>): Line<Row>[] => [...rows].map((value, i) => ({ row: i + 2, value }))

type Tried = { ok: true; city: City } | { ok: false; faults: readonly Fault[] }

/**
 * The city with another catalogue, by the checks of `loadCity` for it and without reading the other tables again: what is
 * typed is checked while it is typed. `row` counts as in the file, the header being row 1.
 */
export async function tryRules(city: City, rows: readonly PartRow[]): Promise<Tried> {
  const files = new CityFolder('', new Map([['rules.csv', rows]]))
  const rules = await files.table('rules.csv', RuleRow)
  const tables = {
    rules,
    categories: linesOf(city.categories.values()),
    regions: linesOf(city.regions.values()),
    units: linesOf(city.units.values()),
    slaLines: linesOf(city.slaProfiles),
  }
  const faults = [...files.faults, ...ruleFaults(tables)]
  const all = faults.length > 0 ? faults : uncovered(tables)
  return all.length > 0
    ? { ok: false, faults: all }
    : { ok: true, city: { ...city, rules: rules.map(({ value }) => value) } }
}
