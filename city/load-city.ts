import { z } from 'zod'
import { type City, CityPolicy, LightRule, NotAcceptedReason, SlaProfile } from '#domain/city/city.ts'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { checkCity } from './check-city.ts'
import { CityFault, type Fault } from './city-fault.ts'
import { CityFolder } from './read-files.ts'
import { CategoryRow, RegionRow, RuleRow, StaffRow, UnitRow } from './rows.ts'

/** A city from its folder of files (docs/city.md). Throws one `CityFault` that lists everything wrong in them. */
export async function loadCity(folder: string): Promise<City> {
  const files = new CityFolder(folder)
  const policy = await files.json('city.json', CityPolicy)
  const categories = await files.table('categories.csv', CategoryRow)
  const regions = await files.table('regions.csv', RegionRow)
  const units = await files.table('units.csv', UnitRow)
  const rules = await files.table('rules.csv', RuleRow)
  const staff = await files.table('staff.csv', StaffRow)
  const slaProfiles = (await files.json('sla.json', z.array(SlaProfile))) ?? []
  const lights = (await files.json('lights.json', z.array(LightRule))) ?? []
  const notAcceptedReasons = (await files.json('not-accepted.json', z.array(NotAcceptedReason))) ?? []
  const calendars = await readCalendars(files)
  // Names that point into a file which could not be read would only repeat its own faults.
  if (files.faults.length === 0) {
    const known = { calendars: new Set(calendars.keys()), cityCalendar: policy?.calendar ?? null }
    files.faults.push(...checkCity({ categories, regions, units, rules, staff, slaProfiles, ...known }))
  }
  if (policy === null || files.faults.length > 0) throw new CityFault(files.faults)
  return {
    policy,
    categories: new Map(categories.map(({ value }) => [value.code, value])),
    regions: new Map(regions.map(({ value }) => [value.code, value])),
    units: new Map(units.map(({ value }) => [value.id, value])),
    rules: rules.map(({ value }) => value),
    slaProfiles,
    lights,
    notAcceptedReasons,
    calendars,
    staff: staff.map(({ value }) => value),
  }
}

const readCalendars = async (files: CityFolder): Promise<City['calendars']> => {
  const calendars = await files.records('calendars.csv')
  const holidays = await files.records('holidays.csv')
  try {
    return buildCalendars(
      calendars.map(({ value }) => value),
      holidays.map(({ value }) => value),
    )
  } catch (error) {
    files.faults.push(
      ...String(error instanceof Error ? error.message : error)
        .split('\n')
        .map(calendarFault),
    )
    return new Map()
  }
}

/** The calendar's own sentences are `file line n: column: what is wanted`. */
const calendarFault = (sentence: string): Fault => {
  const [, file = 'calendars.csv', row, column = null, expected = sentence] =
    /^(\S+) line (\d+): ([^:]+): (.*)$/.exec(sentence) ?? []
  return { file, row: row === undefined ? null : Number(row), column, found: 'another', expected }
}
