import { z } from 'zod'
import {
  type Category,
  type City,
  CityPolicy,
  LightRule,
  NotAcceptedReason,
  ScenePhrase,
  SlaProfile,
} from '#domain/city/city.ts'
import { type CityPart, type PartRow, partShape } from '#domain/city/part.ts'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { checkCity, type SlaLine } from './check-city.ts'
import { CityFault, type Fault } from './city-fault.ts'
import { CityFolder, type Line } from './read-files.ts'
import { CategoryRow, RegionRow, RuleRow, StaffRow, UnitRow } from './rows.ts'
import { ruleFaults } from './rule-faults.ts'
import { SlaRow } from './sla-cells.ts'

/** What administrators adopted in place of a file: its rows, and the number that orders remember it by. */
export type Adopted = ReadonlyMap<CityPart, { number: number; rows: readonly PartRow[] }>

/**
 * A city from its folder of files (docs/city.md), overlaid by what was adopted since. Throws one `CityFault` that lists
 * everything wrong in them.
 */
export async function loadCity(folder: string, adopted: Adopted = new Map()): Promise<City> {
  const instead = new Map([...adopted].map(([part, { rows }]) => [partShape[part].file, rows]))
  const files = new CityFolder(folder, instead)
  const policy = await files.json('city.json', CityPolicy)
  const categories = await files.table('categories.csv', CategoryRow)
  const phrases = await readPhrases(files, adopted.has('categories') ? categories : null)
  const regions = await files.table('regions.csv', RegionRow)
  const units = await files.table('units.csv', UnitRow)
  const rules = await files.table('rules.csv', RuleRow)
  const staff = await files.table('staff.csv', StaffRow)
  const slaLines = await readSla(files, adopted.has('sla'))
  const lights = (await files.json('lights.json', z.array(LightRule))) ?? []
  const notAcceptedReasons = (await files.json('not-accepted.json', z.array(NotAcceptedReason))) ?? []
  const calendars = await readCalendars(files)
  // Names that point into a file which could not be read would only repeat its own faults.
  if (files.faults.length === 0) {
    const known = {
      calendars: new Set(calendars.keys()),
      cityCalendar: policy?.calendar ?? null,
      owners: policy?.owners ?? [],
    }
    files.faults.push(...checkCity({ categories, phrases, regions, units, rules, staff, slaLines, ...known }))
  } else if (files.faults.every(({ file, row }) => file === 'rules.csv' && row !== null)) {
    // A long catalogue with some rows that cannot be read: what is wrong with the others is told in the same go.
    files.faults.push(...ruleFaults({ categories, regions, units, rules, slaLines }))
  }
  if (policy === null || files.faults.length > 0) throw new CityFault(files.faults)
  return {
    policy: versioned(policy, adopted),
    categories: new Map(categories.map(({ value }) => [value.code, value])),
    phrases: phrases.map(({ value }) => value),
    regions: new Map(regions.map(({ value }) => [value.code, value])),
    units: new Map(units.map(({ value }) => [value.id, value])),
    rules: rules.map(({ value }) => value),
    slaProfiles: slaLines.map(({ value }) => value),
    lights,
    notAcceptedReasons,
    calendars,
    staff: staff.map(({ value }) => value),
  }
}

/**
 * Phrases stay in the folder while the taxonomy changes by versions: one that speaks of a scene no longer in the adopted
 * table waits for it to come back, and keeps nobody from adopting.
 */
async function readPhrases(files: CityFolder, adopted: readonly Line<Category>[] | null): Promise<Line<ScenePhrase>[]> {
  if (!(await files.has('phrases.csv'))) return []
  const phrases = await files.table('phrases.csv', ScenePhrase)
  const codes = adopted === null ? null : new Set<string>(adopted.map(({ value }) => value.code))
  return phrases.filter(({ value }) => codes?.has(value.code) ?? true)
}

/** As JSON in the folder, as a table once an administrator changed it. */
const readSla = async (files: CityFolder, asTable: boolean): Promise<SlaLine[]> =>
  asTable
    ? files.table('sla.json', SlaRow)
    : ((await files.json('sla.json', z.array(SlaProfile))) ?? []).map((value) => ({ row: null, value }))

/** `2025.1+3`: the folder's version and the adopted one, kept on every order. */
function versioned(policy: CityPolicy, adopted: Adopted): CityPolicy {
  const plus = (version: string, part: CityPart) => {
    const number = adopted.get(part)?.number
    return number === undefined ? version : `${version}+${number}`
  }
  return {
    ...policy,
    taxonomyVersion: plus(policy.taxonomyVersion, 'categories'),
    ruleVersion: plus(policy.ruleVersion, 'rules'),
  }
}

const readCalendars = async (files: CityFolder): Promise<City['calendars']> => {
  const tables = {
    'calendars.csv': await files.records('calendars.csv'),
    'holidays.csv': await files.records('holidays.csv'),
  }
  const [calendars, holidays] = Object.values(tables).map((lines) => lines.map(({ value }) => value))
  try {
    return buildCalendars(calendars ?? [], holidays ?? [])
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const cells = new Map<string, Line<Record<string, string>>[]>(Object.entries(tables))
    files.faults.push(...error.message.split('\n').map((sentence) => calendarFault(sentence, cells)))
    return new Map()
  }
}

/** The calendar's own sentences are `file line n: column: what is wanted`, n counting the rows from 2. */
const calendarFault = (sentence: string, cells: ReadonlyMap<string, Line<Record<string, string>>[]>): Fault => {
  const [, file = 'calendars.csv', nth, column = null, expected = sentence] =
    /^(\S+) line (\d+): ([^:]+): (.*)$/.exec(sentence) ?? []
  const line = cells.get(file)?.[Number(nth) - 2]
  const found = column === null ? undefined : line?.value[column]
  return {
    file,
    row: line?.row ?? null,
    column,
    found: found === undefined ? 'nothing' : JSON.stringify(found),
    expected,
  }
}
