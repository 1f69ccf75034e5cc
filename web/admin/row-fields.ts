import { type CityPart, CLOCK_COLUMNS } from '#domain/city/part.ts'
import { Kind, RequestType, UnitType } from '#domain/city/vocabulary.ts'
import type { Words } from '../language.ts'

/** How a cell is edited; pickers choose what its code points to. */
type FieldKind =
  | 'text'
  | 'area'
  | 'yes-no'
  | 'open'
  | 'limit'
  | 'unit'
  | 'resolver'
  | 'category'
  | 'region'
  | 'calendar'
export type RowField = {
  column: string
  kind: FieldKind | { choices: readonly string[]; none?: boolean }
  help?: Words
  required?: true
  /** the key: settable on a new row only */
  fixed?: true
}

const kinds = { choices: Kind.options }
const limits: RowField[] = CLOCK_COLUMNS.map((column) => ({ column, kind: 'limit' }))

export const rowFields: Record<CityPart, readonly RowField[]> = {
  units: [
    {
      column: 'id',
      kind: 'text',
      required: true,
      fixed: true,
      help: { zh: '小写字母和连字符，定了不改', en: 'Small letters and hyphens, for good' },
    },
    { column: 'name', kind: 'text', required: true },
    { column: 'type', kind: { choices: UnitType.options }, required: true },
    { column: 'parent', kind: 'unit' },
    { column: 'region', kind: 'region', help: { zh: '空着是全市', en: 'Empty: the whole city' } },
    { column: 'phone', kind: 'text' },
    { column: 'calendar', kind: 'calendar', required: true },
    { column: 'duty', kind: 'area', help: { zh: '写成句子，推荐单位时会读它', en: 'In sentences; proposals read it' } },
    { column: 'active', kind: 'open' },
  ],
  categories: [
    {
      column: 'code',
      kind: 'text',
      required: true,
      fixed: true,
      help: { zh: '如 E、E02、E0201；用过的编码不再给别的事项', en: 'E, E02, E0201; a code is never used twice' },
    },
    { column: 'name', kind: 'text', required: true },
    { column: 'leadUnit', kind: 'resolver' },
    { column: 'kind', kind: kinds },
    { column: 'hazard', kind: 'yes-no' },
    { column: 'gridDirect', kind: 'yes-no' },
    {
      column: 'keywords',
      kind: 'area',
      help: { zh: '用分号隔开，市民怎么说就怎么写', en: 'Separated by ;, as citizens say them' },
    },
    { column: 'active', kind: 'open' },
  ],
  rules: [
    { column: 'id', kind: 'text', required: true, fixed: true },
    { column: 'category', kind: 'category', help: { zh: '空着是所有分类', en: 'Empty: every category' } },
    { column: 'region', kind: 'region', help: { zh: '空着是全市', en: 'Empty: the whole city' } },
    { column: 'requestType', kind: { choices: RequestType.options, none: true } },
    { column: 'lead', kind: 'resolver', required: true },
    { column: 'co', kind: 'text', help: { zh: '单位编号，用分号隔开', en: 'Unit ids, separated by ;' } },
    { column: 'priority', kind: 'text', help: { zh: '大的先看，通常是 0', en: 'Higher comes first; usually 0' } },
    {
      column: 'basis',
      kind: 'area',
      required: true,
      help: { zh: '单位要退单时会问的依据', en: 'What a unit will ask for' },
    },
  ],
  sla: [
    { column: 'code', kind: 'text', required: true, fixed: true },
    { column: 'name', kind: 'text', required: true },
    { column: 'kind', kind: { choices: Kind.options, none: true } },
    { column: 'requestType', kind: { choices: RequestType.options, none: true } },
    { column: 'hazard', kind: { choices: ['1', '0'], none: true } },
    { column: 'categories', kind: 'text', help: { zh: '分类编码，用分号隔开', en: 'Category codes, separated by ;' } },
    { column: 'handling', kind: { choices: ['rework', 'supervised', 'statutory', 'grid'], none: true } },
    { column: 'tag', kind: 'text' },
    ...limits,
    { column: 'extensionTimes', kind: 'text' },
    { column: 'extensionTotal', kind: 'limit' },
    { column: 'basis', kind: 'area', required: true },
  ],
  calendars: [
    { column: 'code', kind: 'text', required: true, fixed: true },
    { column: 'name', kind: 'text', required: true },
    {
      column: 'weekdays',
      kind: 'text',
      required: true,
      help: { zh: '1 是周一，7 是周日，如 1-5、1-4;6', en: '1 Monday to 7 Sunday: 1-5, 1-4;6' },
    },
    {
      column: 'spans',
      kind: 'text',
      required: true,
      help: { zh: '如 08:30-12:00;14:00-17:30', en: '08:30-12:00;14:00-17:30' },
    },
    { column: 'dayEnds', kind: { choices: ['midnight', 'closing'] } },
    { column: 'holidays', kind: { choices: ['observed', 'ignored'] } },
  ],
  holidays: [
    { column: 'date', kind: 'text', required: true, fixed: true },
    { column: 'kind', kind: { choices: ['holiday', 'make-up'] } },
    { column: 'name', kind: 'text', required: true },
    { column: 'notice', kind: 'text', required: true },
  ],
}

/** What a new row begins with. */
export const freshRow: Record<CityPart, Readonly<Record<string, string>>> = {
  units: { type: 'department', calendar: 'city', active: '1' },
  categories: { kind: 'general', hazard: '0', gridDirect: '0', active: '1' },
  rules: { priority: '0' },
  sla: {},
  calendars: { dayEnds: 'midnight', holidays: 'observed' },
  holidays: { kind: 'holiday' },
}
