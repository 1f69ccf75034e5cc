import { z } from 'zod'
import { CityPart, PartRow } from '#domain/city/part.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { Succession } from '#domain/handling/hand-over.ts'
import { CategoryCode, Day, Instant, OrderId, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'

/** A city's tables change by versions: drafted, previewed, adopted; nothing is overwritten (docs/decisions/0010). */

export const VersionView = z.object({
  id: z.number().int().describe('0: the folder the city was set up from'),
  part: CityPart,
  number: z.number().int().nullable().describe('null while it is a draft'),
  state: z.enum(['folder', 'draft', 'adopted', 'superseded', 'discarded']),
  base: z.number().int(),
  version: z.number().int().describe('of the draft, for If-Match'),
  rows: z.number().int(),
  note: z.string(),
  madeBy: z.string(),
  mine: z.boolean(),
  madeAt: Instant.nullable(),
  changedAt: Instant.nullable(),
  adoptedBy: z.string().nullable(),
  adoptedAt: Instant.nullable(),
  inForce: z.boolean(),
  aside: z
    .boolean()
    .describe('a draft that its author is not writing now: handed in, or sent back while another was begun'),
  /** drafts of the rules: by whom it was handed in for approval and why; null: it is still being written */
  handedIn: z.object({ by: z.string(), at: Instant, note: z.string() }).nullable(),
  /** why whoever publishes sent it back, until it is handed in again */
  sentBack: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
})
export type VersionView = z.infer<typeof VersionView>

export const CityFaultView = z.object({
  file: z.string(),
  row: z.number().int().nullable().describe('as a spreadsheet counts, the header being row 1'),
  column: z.string().nullable(),
  found: z.string(),
  expected: z.string(),
})
export type CityFaultView = z.infer<typeof CityFaultView>

const SavedFile = z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value)
const Rows = z.array(PartRow).max(20_000)
/** A whole table goes in one body: 20,000 rules of some 400 bytes. */
export const ROWS_BYTES = 8 * 1024 * 1024
const partParams = z.object({ part: CityPart })
const versionParams = partParams.extend({ id: z.coerce.number().int().min(0) })

export const listCityVersions = {
  method: 'GET',
  path: '/city-versions/:part',
  zh: '城市数据的版本',
  en: 'The versions of one table of the city, newest first, drafts before them and the folder last',
  params: partParams,
  reply: z.object({ versions: z.array(VersionView) }),
  refusals: [],
} as const satisfies Endpoint

export const getCityVersion = {
  method: 'GET',
  path: '/city-versions/:part/:id',
  zh: '城市数据的一个版本',
  en: 'One version with its rows',
  params: versionParams,
  reply: VersionView.extend({ content: Rows }),
  refusals: [],
  version: 'offered',
} as const satisfies Endpoint

export const saveCityDraft = {
  method: 'PUT',
  path: '/city-versions/:part/draft',
  zh: '保存城市数据草稿',
  en: 'Keep one’s own draft of a table; it may have faults, but then it cannot be adopted',
  params: partParams,
  body: z.object({ base: z.number().int().min(0), rows: Rows, note: z.string().trim().max(200).default('') }),
  reply: VersionView,
  refusals: ['unknown-base'],
  version: 'offered',
  bodyBytes: ROWS_BYTES,
} as const satisfies Endpoint

export const discardCityDraft = {
  method: 'DELETE',
  path: '/city-versions/:part/:id',
  zh: '放弃城市数据草稿',
  en: 'Put one’s draft away',
  params: versionParams,
  reply: z.object({ done: z.literal(true) }),
  refusals: ['not-a-draft', 'draft-handed-in'],
} as const satisfies Endpoint

const FieldChange = z.object({ column: z.string(), from: z.string(), to: z.string() })
const Changes = z.object({
  added: Rows,
  removed: Rows,
  changed: z.array(z.object({ key: z.string(), name: z.string(), fields: z.array(FieldChange) })),
  reordered: z.boolean(),
})

/** Why a version may not be adopted though every cell is right, with how many it concerns. */
const Obstacle = z.object({
  kind: z.enum(['category-has-orders', 'unit-has-assignments', 'unit-has-people', 'unit-has-tokens', 'calendar-kept']),
  key: z.string(),
  name: z.string(),
  count: z.number().int(),
})
export type Obstacle = z.infer<typeof Obstacle>

const ClockEffect = z.object({
  code: z.string(),
  from: Limit.nullable(),
  to: Limit.nullable(),
  dueNow: Instant.nullable().describe('of a request received at this moment, as it is'),
  dueThen: Instant.nullable(),
})
const ProfileEffect = z.object({
  code: z.string(),
  name: z.string(),
  /** of the last 30 days’ orders, how many this profile takes */
  takesNow: z.number().int(),
  takesThen: z.number().int(),
  /** open orders of its kind; they keep the limits they were given */
  open: z.number().int(),
  clocks: z.array(ClockEffect),
})
const CategoryEffect = z.object({
  code: CategoryCode,
  name: z.string(),
  what: z.enum(['added', 'closed', 'reopened', 'removed', 'changed']),
  open: z.number().int(),
})
const UnitEffect = z.object({
  id: UnitId,
  name: z.string(),
  what: z.enum(['added', 'closed', 'reopened', 'removed', 'changed']),
  assignments: z.number().int(),
  people: z.number().int(),
  rules: z.number().int(),
})
const DayEffect = z.object({ calendar: z.string(), day: Day, works: z.boolean(), name: z.string().nullable() })
const Diverted = z.object({
  id: OrderId,
  no: z.string(),
  title: z.string(),
  category: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

const Effect = z.object({
  sla: z.object({ openOrders: z.number().int(), receivedAt: Instant, profiles: z.array(ProfileEffect) }).nullable(),
  categories: z.array(CategoryEffect).nullable(),
  units: z.array(UnitEffect).nullable(),
  calendar: z
    .object({
      days: z.array(DayEffect),
      moreDays: z.number().int(),
      hours: z.array(z.object({ code: z.string(), name: z.string(), units: z.number().int() })),
      provisional: z.object({ orders: z.number().int(), looked: z.number().int(), all: z.boolean() }),
    })
    .nullable(),
  rules: z
    .object({
      since: Day,
      looked: z.number().int(),
      all: z.boolean(),
      elsewhere: z.number().int(),
      examples: z.array(Diverted),
    })
    .nullable(),
})
export type CityEffect = z.infer<typeof Effect>

const HandOverPreview = z.object({
  unit: UnitId,
  name: z.string(),
  orders: z.number().int(),
  lead: z.number().int(),
  co: z.number().int(),
  sub: z.number().int(),
  responsible: z.number().int().describe('given back or taken back, and still answerable as the first receiver'),
  to: UnitId.nullable(),
  fit: z.boolean().describe('whether that unit can take over'),
})
export type HandOverPreview = z.infer<typeof HandOverPreview>

export const previewCityVersion = {
  method: 'POST',
  path: '/city-versions/preview',
  zh: '预览城市数据变更的影响',
  en: 'What rows, or a kept version, would change and what it would mean; nothing is written',
  body: z
    .object({
      part: CityPart,
      rows: Rows.optional(),
      id: z.number().int().min(0).optional(),
      successors: z.array(Succession).max(200).default([]),
    })
    .refine((body) => (body.rows === undefined) !== (body.id === undefined), 'either rows or a version'),
  reply: z.object({
    base: z.number().int().describe('the version in force that it was compared with'),
    faults: z.array(CityFaultView),
    changes: Changes,
    obstacles: z.array(Obstacle),
    /** units that are closed or removed with orders open: how many, and who is named to take them over */
    handOvers: z.array(HandOverPreview),
    /** null while there are faults: a table that cannot be read has no effect */
    effect: Effect.nullable(),
  }),
  refusals: [],
  bodyBytes: ROWS_BYTES,
} as const satisfies Endpoint
export type CityPreview = z.infer<(typeof previewCityVersion)['reply']>

export const adoptCityVersion = {
  method: 'POST',
  path: '/city-versions/:part/:id/adopt',
  zh: '采用城市数据版本',
  en: 'Put a draft in force, for everybody and at once; refused if another was adopted since it was drafted',
  params: versionParams,
  body: z.object({
    note: z.string().trim().min(2).max(200),
    /** of units only: who takes over what a unit that is closed or removed has open */
    successors: z.array(Succession).max(200).default([]),
  }),
  reply: VersionView,
  refusals: [
    'not-a-draft',
    'not-handed-in',
    'another-version-adopted',
    'city-version-faulty',
    'rules-disagree',
    'still-in-use',
    'successor-needed',
    'successor-unfit',
    'nothing-changed',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const TableFormat = z.enum(['xlsx', 'csv'])

export const exportCityVersion = {
  method: 'GET',
  path: '/city-versions/:part/:id/table',
  zh: '导出城市数据',
  en: 'One version as XLSX or CSV, with the columns of the city folder’s file; logged',
  params: versionParams,
  query: z.object({ format: TableFormat.default('xlsx') }),
  reply: SavedFile,
  refusals: [],
  raw: 'download',
} as const satisfies Endpoint

export const TABLE_BYTES = 5 * 1024 * 1024
export const tableRefusals = ['too-large', 'file-empty', 'not-a-table'] as const

export const importCityPart = {
  method: 'POST',
  path: '/city-versions/:part/table',
  zh: '导入城市数据为草稿',
  en: 'Read an XLSX or CSV into one’s draft; with any fault nothing is kept and every fault is listed',
  params: partParams,
  reply: z.object({ draft: VersionView.nullable(), faults: z.array(CityFaultView) }),
  refusals: tableRefusals,
  raw: 'upload',
} as const satisfies Endpoint
