import { z } from 'zod'
import { Channel } from '#domain/city/vocabulary.ts'
import { CategoryCode, Day, Instant, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import { Rate } from '#domain/measures/rates.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'
import { LightCause } from './supervision.ts'

/** Which day today is set against; both up to the same time of day. */
export const Compare = z.enum(['last-week', 'yesterday'])
export type Compare = z.infer<typeof Compare>

const n = z.number().int()
const Span = z.object({ day: Day, from: Instant, until: Instant, end: Instant })
const Pair = z.object({ today: n, before: n })

export const Today = z.object({
  cutoff: Instant,
  compare: Compare,
  /** what the figures cover: the city, or the part the caller asked for or reaches */
  region: z.object({ code: RegionCode, name: z.string() }).nullable(),
  regions: z.array(z.object({ code: RegionCode, name: z.string(), level: z.enum(['district', 'town']) })),
  today: Span,
  before: Span,
  accepted: Pair.extend({ beforeDay: n }),
  answered: Pair,
  dispatched: Pair.extend({ pending: n, pendingSince: Instant.nullable() }),
  closed: Pair,
  red: z.object({ open: n, longOpen: n, longAgo: Instant }),
  amber: z.object({ open: n, dueToday: n }),
  hours: z.array(z.object({ hour: z.number().int().min(0).max(23), today: n, before: n })),
  categories: z.array(Pair.extend({ code: CategoryCode.nullable(), name: z.string() })),
  channels: z.array(Pair.extend({ channel: Channel })),
  units: z.array(z.object({ unit: UnitId, name: z.string(), red: n, amber: n, green: n })),
  rates: z.array(
    z.object({ rate: Rate, right: n, of: n, partly: n, before: z.object({ right: n, of: n, partly: n }) }),
  ),
  /** answers of the orders closed today, 5 the best */
  satisfaction: z.array(z.object({ level: z.number().int().min(1).max(5), n })),
  towns: z.array(
    Pair.extend({
      region: RegionCode,
      name: z.string(),
      district: z.string(),
      top: z.object({ category: CategoryCode, name: z.string() }).nullable(),
    }),
  ),
  decisions: z.array(
    z.object({ id: OrderId, no: z.string(), title: z.string(), receivedAt: Instant, cause: LightCause.nullable() }),
  ),
})
export type Today = z.infer<typeof Today>

const query = z.object({
  region: RegionCode.optional().describe('a district or a town'),
  compare: Compare.default('last-week'),
})

export const getToday = {
  method: 'GET',
  path: '/today',
  zh: '今日看板',
  en: 'The board of today: one moment, seen from every side, against an earlier day up to the same time',
  query,
  reply: Today,
  refusals: ['unknown-region'],
} as const satisfies Endpoint

export const exportToday = {
  method: 'GET',
  path: '/today/export',
  zh: '导出今日看板（留痕）',
  en: 'The figures of the board as XLSX or CSV, logged',
  query: query.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']).default('zh') }),
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: ['unknown-region'],
  raw: 'download',
} as const satisfies Endpoint
