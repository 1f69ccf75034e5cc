import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow } from './views.ts'

export const Nearness = z.enum(['community', 'town', 'district'])
export type Nearness = z.infer<typeof Nearness>

/** An order of the same scene nearby; `likeness` is the share of the pairs of characters both texts have, 0–1. */
export const NearRow = OrderRow.extend({
  near: Nearness,
  likeness: z.number(),
  metres: z.number().int().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
})
export type NearRow = z.infer<typeof NearRow>

export const precedents = {
  method: 'GET',
  path: '/orders/:orderId/precedents',
  zh: '同类先例',
  en: 'How orders of the same scene nearby ended within 180 days, most alike first',
  params: orderParams,
  reply: z.object({
    days: z.number().int(),
    precedents: z.array(
      NearRow.extend({
        closedAt: Instant,
        /** from acceptance to the close, natural time */
        minutes: z.number().int(),
        solved: z.enum(['yes', 'partly', 'no']).nullable(),
        satisfaction: z.number().int().nullable(),
        returned: z.number().int(),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint

export const likelyMasters = {
  method: 'GET',
  path: '/orders/:orderId/masters',
  zh: '可并入的主单',
  en: 'Open orders that may be the same matter, most alike first; or those that a number or words name',
  params: orderParams,
  query: z.object({ q: z.string().trim().min(2).max(60).optional() }),
  reply: z.object({ masters: z.array(NearRow) }),
  refusals: [],
} as const satisfies Endpoint
