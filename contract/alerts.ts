import { z } from 'zod'
import { CategoryCode, Instant, OrderId, RegionCode } from '#domain/ids.ts'
import { AlertKind } from '#domain/order/merge-events.ts'
import { OrderState } from '#domain/order/states.ts'
import type { Endpoint } from './endpoint.ts'
import { RowNumber } from './row-number.ts'

/** 预警 (domain.md §5.6): raised once for a matter, kept up while it grows, acknowledged by a person. */
export const AlertView = z.object({
  id: z.number().int(),
  kind: AlertKind,
  /** the order in whose log it stands: the master, or the newest open order of the matter */
  orderId: OrderId,
  no: z.string(),
  title: z.string(),
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  region: RegionCode,
  regionName: z.string(),
  callers: z.number().int(),
  orders: z.number().int(),
  raisedAt: Instant,
  /** the last time another order joined it */
  grewAt: Instant,
  acknowledged: z.object({ at: Instant, by: z.string(), note: z.string() }).nullable(),
  /** the newest, twelve at most */
  members: z.array(
    z.object({ id: OrderId, no: z.string(), title: z.string(), state: OrderState, receivedAt: Instant }),
  ),
})
export type AlertView = z.infer<typeof AlertView>

export const listAlerts = {
  method: 'GET',
  path: '/alerts',
  zh: '热点、突发与群体性预警',
  en: 'Matters that alarm: many callers, several within an hour, or one text from many hands; newest first',
  query: z.object({
    tab: z.enum(['open', 'all']).default('open'),
    kind: AlertKind.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ now: Instant, open: z.number().int(), alerts: z.array(AlertView) }),
  refusals: [],
} as const satisfies Endpoint

export const acknowledgeAlert = {
  method: 'POST',
  path: '/alerts/:alertId/acknowledge',
  zh: '确认预警',
  en: 'Say that one has seen an alert and what is done about it; the first who does is kept',
  params: z.object({ alertId: RowNumber }),
  body: z.object({ note: z.string().trim().min(1).max(300) }),
  reply: AlertView,
  refusals: ['already-acknowledged'],
} as const satisfies Endpoint
