import type { CityPart, PartRow } from '#domain/city/part.ts'
import { Kind, RequestType, UnitType } from '#domain/city/vocabulary.ts'
import type { Limit } from '#domain/deadline/limit.ts'
import type { Language, Words } from '../language.ts'
import { limitWords } from '../words/limit.ts'
import { kindWords, ownershipWords, placeTypeWords, requestTypeWords, respondentTypeWords } from '../words/order.ts'
import { unitTypeWords } from '../words/role.ts'

/** Names of what cells point to. */
export type Names = {
  units: ReadonlyMap<string, string>
  categories: ReadonlyMap<string, string>
  regions: ReadonlyMap<string, string>
  calendars: ReadonlyMap<string, string>
  profiles?: ReadonlyMap<string, string>
}

export const territorial: Readonly<Record<string, Words>> = {
  '@district': { zh: '属地区县', en: 'the district there' },
  '@town': { zh: '属地街道、镇', en: 'the street office there' },
  '@community': { zh: '属地社区', en: 'the community there' },
}

/** Who leads where no unit is named: by the place, by the trade, by the owner. */
export const resolverWords: Readonly<Record<string, Words>> = {
  ...territorial,
  '@industry': { zh: '行业主管单位', en: 'the unit of the trade' },
  '@owner': { zh: '权属单位', en: 'the owner' },
}

const handlingWords: Readonly<Record<string, Words>> = {
  dispatch: { zh: '派给单位', en: 'to the unit' },
  crew: { zh: '直派班组', en: 'to the crew' },
  rework: { zh: '重办', en: 'rework' },
  supervised: { zh: '督办', en: 'supervised' },
  statutory: { zh: '法定程序', en: 'statutory procedure' },
  grid: { zh: '网格直办', en: 'grid workers' },
}

const codes: Readonly<Record<string, Words>> = {
  midnight: { zh: '当天 24:00', en: 'at 24:00' },
  'emergency-mode': { zh: '应急状态', en: 'emergency mode' },
  closing: { zh: '当天下班', en: 'at closing' },
  observed: { zh: '放假', en: 'kept' },
  ignored: { zh: '不放假', en: 'worked through' },
  holiday: { zh: '放假', en: 'Holiday' },
  'make-up': { zh: '补班', en: 'Make-up day' },
}

/** `24 hour` as its parts; null for an empty or unreadable cell. */
export function limitOf(cell: string | undefined): Limit | null {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?(minute|hour|working-hour|working-day)$/.exec(cell ?? '') ?? []
  return unit === undefined ? null : { amount: Number(amount), unit: unit as Limit['unit'] }
}

const yesNo = (value: string): Words => (value === '1' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
const open = (value: string): Words => (value === '0' ? { zh: '停用', en: 'Closed' } : { zh: '启用', en: 'Open' })

/** A code that the vocabulary does not have stays as it was written; the checks name it. */
const namedIn = (table: Readonly<Record<string, Words>>, value: string): Words | undefined => table[value]

function wordOf(part: CityPart, column: string, value: string): Words | undefined {
  if (column === 'active') return open(value)
  if (column === 'gridDirect' || column === 'hazard') return yesNo(value)
  if (column === 'type') return unitTypeWords[UnitType.catch('department').parse(value)]
  if (column === 'kind' && part !== 'holidays') return kindWords[Kind.catch('general').parse(value)]
  if (column === 'requestType') return requestTypeWords[RequestType.catch('other').parse(value)]
  if (column === 'placeType') return namedIn(placeTypeWords, value)
  if (column === 'ownership') return namedIn(ownershipWords, value)
  if (column === 'respondentType') return namedIn(respondentTypeWords, value)
  if (column === 'handling') return handlingWords[value]
  return codes[value]
}

const nameIn = (names: Names, column: string, value: string): string | undefined => {
  if (column === 'region') return names.regions.get(value)
  if (column === 'calendar') return names.calendars.get(value)
  if (column === 'category') return names.categories.get(value)
  if (column === 'profile') return names.profiles?.get(value)
  return names.units.get(value) ?? (column === 'parent' ? names.categories.get(value) : undefined)
}

const POINTERS = new Set(['calendar', 'parent', 'region', 'category', 'lead', 'leadUnit', 'owner', 'profile'])

/** A cell as a person says it: `3 个工作日`, `市住建局`, `停用`. Codes that name something get its name. */
export function cellWords(part: CityPart, column: string, value: string, names: Names, language: Language): string {
  if (value === '') return ''
  const limit = /^C\d+$|^extensionTotal$/.test(column) ? limitOf(value) : null
  if (limit !== null) return limitWords(limit, language)
  if (column === 'co' || column === 'categories')
    return value
      .split(';')
      .map((one) => resolverWords[one]?.[language] ?? names.units.get(one) ?? names.categories.get(one) ?? one)
      .join(language === 'zh' ? '、' : ', ')
  if (column === 'keywords' || column === 'tags')
    return value
      .split(';')
      .join(language === 'zh' ? '、' : ', ')
      .replaceAll('+', language === 'zh' ? '＋' : ' + ')
  if (column === 'timeOfDay' || column === 'season') return value.replace('~', language === 'zh' ? ' 至 ' : ' to ')
  if (POINTERS.has(column)) return resolverWords[value]?.[language] ?? nameIn(names, column, value) ?? value
  return wordOf(part, column, value)?.[language] ?? value
}

export const isClosed = (row: PartRow): boolean => row.active === '0'
