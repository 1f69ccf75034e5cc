import { z } from 'zod'
import { Day, Instant, RegionCode } from '#domain/ids.ts'
import { DispatchGroup } from '#domain/measures/dispatch-group.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'

const n = z.number().int()

/** Counts of dispatches; shares are divided where they are shown. */
export const DispatchCounts = z.object({
  dispatched: n.describe('orders first dispatched in the period'),
  wrong: n.describe('of them: first sent to the wrong unit (domain.md §5.4)'),
  assigned: n.describe('assignments to lead and co-units these orders have had'),
  returns: n.describe('returns asked for'),
  approved: n.describe('returns approved'),
  returned: n.describe('orders with a return'),
  returnApproved: n.describe('orders with an approved return'),
  unclear: n.describe('orders with a return about duty or ownership that took a ruling'),
  unclearReturns: n.describe('such returns'),
  adjudicated: n,
  moved: n.describe('orders that more than one unit has led'),
  units: n.describe('units that led, summed over orders'),
  hanging: n.describe('nobody had signed within 24 hours'),
  straight: n.describe('sent by the platform itself'),
  overridden: n.describe('a person gave a reason against the rules'),
  noRule: n.describe('no rule chose'),
  median: z.number().nullable().describe('minutes from acceptance to dispatch by a person'),
  p95: z.number().nullable(),
})
export type DispatchCounts = z.infer<typeof DispatchCounts>

export const DispatchRow = DispatchCounts.extend({
  key: z.string(),
  name: z.string(),
  before: DispatchCounts.nullable(),
})
export type DispatchRow = z.infer<typeof DispatchRow>

const query = z.object({
  from: Day.describe('first dispatched on this day or later'),
  to: Day.describe('first dispatched on this day or earlier; a year at most'),
  region: RegionCode.optional().describe('a district or a town'),
  by: DispatchGroup.exclude(['none', 'day']).default('unit'),
  of: DispatchGroup.exclude(['none']).optional().describe('only this group: of=rule&key=r-A01'),
  key: z.string().max(64).optional(),
})
export type DispatchMeasuresQuery = z.infer<typeof query>

export const DispatchMeasures = z.object({
  cutoff: Instant,
  before: z.object({ from: Day, to: Day }),
  whole: DispatchCounts,
  wholeBefore: DispatchCounts,
  days: z.array(DispatchCounts.extend({ key: Day })),
  rows: z.array(DispatchRow).describe('the largest first, 500 at most'),
  groups: n.describe('how many groups there are'),
  /** accuracy the city has set itself, 0–1 */
  target: z.number(),
  counting: z.boolean().describe('orders of an earlier release are still being counted'),
})
export type DispatchMeasures = z.infer<typeof DispatchMeasures>

export const dispatchMeasures = {
  method: 'GET',
  path: '/dispatch-measures',
  zh: '派单质量',
  en: 'How right dispatch is: the whole, day by day and by group, against as many days before',
  query,
  reply: DispatchMeasures,
  refusals: ['period-reversed', 'period-too-long', 'unknown-region'],
} as const satisfies Endpoint

export const exportDispatchMeasures = {
  method: 'GET',
  path: '/dispatch-measures/export',
  zh: '导出派单质量（留痕）',
  en: 'The rows as XLSX or CSV, logged',
  query: query.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']).default('zh') }),
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: ['period-reversed', 'period-too-long', 'unknown-region'],
  raw: 'download',
} as const satisfies Endpoint
