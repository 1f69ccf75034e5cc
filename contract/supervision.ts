import { z } from 'zod'
import { LightRule } from '#domain/city/city.ts'
import { ClockCode } from '#domain/city/vocabulary.ts'
import { Instant, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow } from './views.ts'

/** Why an order has its light: which row of the city's table spoke, and since when. */
export const LightCause = z.object({
  since: Instant,
  reason: z.string().nullable().describe('in the city’s own words; null where its table has changed since'),
  when: LightRule.shape.when.nullable(),
})
export type LightCause = z.infer<typeof LightCause>

export const SupervisedOrder = OrderRow.extend({
  causes: z.array(LightCause),
  /** the clock that presses: the one that is over longest, else the next to end */
  clock: z
    .object({
      code: ClockCode,
      party: z.enum(['citizen', 'unit', 'hotline']),
      from: Instant,
      due: Instant,
      late: z.boolean(),
    })
    .nullable(),
  lastUrge: z.object({ at: Instant, by: z.enum(['citizen', 'hotline', 'supervisor']) }).nullable(),
  mayUrge: z.boolean().describe('false: the caller urged within the last hour, or the order has ended'),
})
export type SupervisedOrder = z.infer<typeof SupervisedOrder>

export const supervisedOrders = {
  method: 'GET',
  path: '/supervision/orders',
  zh: '督办、预警工单',
  en: 'Red or amber orders with their reason, the longest open first',
  query: z.object({
    light: z.enum(['red', 'yellow']).default('red'),
    unit: UnitId.optional().describe('this unit leads'),
    region: RegionCode.optional(),
    cursor: OrderId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({
    now: Instant,
    counts: z.object({ red: z.number().int(), yellow: z.number().int(), longOpen: z.number().int() }),
    longAgo: Instant,
    units: z.array(z.object({ unit: UnitId, name: z.string(), red: z.number().int(), yellow: z.number().int() })),
    orders: z.array(SupervisedOrder),
    next: OrderId.nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint
