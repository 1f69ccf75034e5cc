import { z } from 'zod'
import { CategoryCode, Instant, OrderId, RegionCode } from '#domain/ids.ts'
import { OrderState } from '#domain/order/states.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { SimilarOrder } from './seat.ts'

export const sameMatter = {
  method: 'GET',
  path: '/orders/:orderId/same-matter',
  zh: '同一事项的工单',
  en: 'Open or recently ended orders that may be the same matter as this one, most alike first, with the reasons',
  params: orderParams,
  reply: z.object({
    /** false: the index is still being loaded, like words elsewhere in the city may be missing */
    ready: z.boolean(),
    orders: z.array(SimilarOrder),
    /** the matter that many call about, if this order belongs to one: the key of `matterClusters` */
    matter: OrderId.nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint

const Member = z.object({
  id: OrderId,
  no: z.string(),
  title: z.string(),
  state: OrderState,
  receivedAt: Instant,
  regionName: z.string(),
})

/** One matter that several orders speak of. */
export const MatterCluster = z.object({
  matter: OrderId.describe('the oldest of its orders'),
  title: z.string(),
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  orders: z.number().int(),
  open: z.number().int(),
  callers: z.number().int().describe('different numbers; an order without one counts as one'),
  towns: z.array(z.object({ region: RegionCode, name: z.string(), orders: z.number().int() })),
  lastDay: z.number().int().describe('orders of the last 24 hours'),
  lastWeek: z.number().int().describe('orders of the last seven days'),
  weekBefore: z.number().int().describe('orders of the seven days before'),
  first: Instant,
  newest: Instant,
  /** the newest, twelve at most */
  members: z.array(Member),
})
export type MatterCluster = z.infer<typeof MatterCluster>

export const matterClusters = {
  method: 'GET',
  path: '/clusters',
  zh: '同一事项（多人反映）',
  en: 'Matters that several open or recent orders speak of, those of most callers first',
  query: z.object({
    matter: OrderId.optional().describe('this one alone'),
    region: RegionCode.optional(),
    sort: z.enum(['callers', 'growth', 'newest']).default('callers'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    now: Instant,
    /** when they were last worked out; null: not yet */
    at: Instant.nullable(),
    clusters: z.array(MatterCluster),
  }),
  refusals: [],
} as const satisfies Endpoint
