import { z } from 'zod'
import { RuleCondition } from './vocabulary.ts'

/** The parts of a city that its administrators change while it works; each is one table. */
export const CityPart = z.enum(['units', 'categories', 'rules', 'sla', 'calendars', 'holidays'])
export type CityPart = z.infer<typeof CityPart>

/** A row as its file spells it: cells of text by column. Faults, differences, exports and pages all speak of these. */
export const PartRow = z.record(z.string().max(40), z.string().max(4000))
export type PartRow = z.infer<typeof PartRow>

/** The clocks a profile may limit, in the order of a matter's life. */
export const CLOCK_COLUMNS = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10'] as const

/** What a rule asks of a matter, as columns. */
const RULE_CONDITIONS = RuleCondition.options

type Shape = {
  file: string
  columns: readonly string[]
  /** what tells one row from another */
  key: string
  /** what a person calls a row */
  name: string
  /** a table from before these columns existed is still one */
  mayLack: readonly string[]
  /** the order of the rows means something: the first profile that matches wins */
  ordered: boolean
}

export const partShape: Readonly<Record<CityPart, Shape>> = {
  units: {
    file: 'units.csv',
    columns: ['id', 'name', 'type', 'parent', 'region', 'phone', 'duty', 'calendar', 'active'],
    key: 'id',
    name: 'name',
    mayLack: ['name', 'active'],
    ordered: false,
  },
  categories: {
    file: 'categories.csv',
    columns: ['code', 'name', 'level', 'parent', 'leadUnit', 'kind', 'gridDirect', 'hazard', 'keywords', 'active'],
    key: 'code',
    name: 'name',
    mayLack: ['name', 'active'],
    ordered: false,
  },
  rules: {
    file: 'rules.csv',
    columns: [
      'id',
      'priority',
      ...RULE_CONDITIONS,
      'lead',
      'co',
      'handling',
      'profile',
      'basis',
      'owner',
      'from',
      'to',
      'active',
    ],
    key: 'id',
    name: 'basis',
    mayLack: [...RULE_CONDITIONS.slice(1), 'co', 'handling', 'profile', 'owner', 'from', 'to', 'active'],
    ordered: true,
  },
  sla: {
    file: 'sla.json',
    columns: [
      'code',
      'name',
      'kind',
      'requestType',
      'hazard',
      'categories',
      'tag',
      'handling',
      ...CLOCK_COLUMNS,
      'extensionTimes',
      'extensionTotal',
      'basis',
    ],
    key: 'code',
    name: 'name',
    mayLack: ['name'],
    ordered: true,
  },
  calendars: {
    file: 'calendars.csv',
    columns: ['code', 'name', 'weekdays', 'spans', 'dayEnds', 'holidays'],
    key: 'code',
    name: 'name',
    mayLack: ['name', 'holidays'],
    ordered: false,
  },
  holidays: {
    file: 'holidays.csv',
    columns: ['date', 'kind', 'name', 'notice'],
    key: 'date',
    name: 'name',
    mayLack: ['name'],
    ordered: false,
  },
}

/** What an absent cell means: a unit, a category or a rule is open unless its row says otherwise. */
const blank = (part: CityPart, column: string): string =>
  column === 'active' && partShape[part].columns.includes('active') ? '1' : ''

/** Every column once, in the part's order; columns nobody knows are left out. */
export const wholeRow = (part: CityPart, row: PartRow): PartRow =>
  Object.fromEntries(
    partShape[part].columns.map((column) => [column, (row[column] ?? '').trim() || blank(part, column)]),
  )
