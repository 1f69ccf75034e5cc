import { z } from 'zod'
import { CategoryCode, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { FoundPlace } from './places.ts'
import { OrderRow } from './views.ts'

/** Why an order is among the finds. */
const OrderReason = z.enum(['number', 'last-digits', 'phone', 'words'])

/** At most five of each kind: a box that offers more is read by nobody; the list page has the rest. */
export const FOUND_AT_MOST = 5

export const SearchFinds = z.object({
  orders: z.array(z.object({ reason: OrderReason, order: OrderRow })),
  units: z.array(z.object({ id: UnitId, name: z.string(), type: z.string() })),
  places: z.array(FoundPlace),
  categories: z.array(z.object({ code: CategoryCode, name: z.string(), path: z.string() })),
  withheld: z.array(z.enum(['phone'])).describe('asked for, but not within the caller’s rights'),
})
export type SearchFinds = z.infer<typeof SearchFinds>

/** A POST, because a phone number may not stand in a URL. */
export const search = {
  method: 'POST',
  path: '/search',
  zh: '全局搜索',
  en: 'Find orders by number, phone or words, units, places and categories by name or initials',
  body: z.object({ q: z.string().trim().min(2).max(100) }),
  reply: SearchFinds,
  refusals: [],
} as const satisfies Endpoint
