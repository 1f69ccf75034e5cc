import { z } from 'zod'

/** What stands in the address of an order's page: which tab, and whether only what the citizen may read. */
export const OrderSearch = z.object({
  tab: z.enum(['story', 'clocks', 'units', 'trace', 'files', 'views', 'events']).catch('story').optional(),
  show: z.enum(['public']).optional().catch(undefined),
})
export type OrderSearch = z.infer<typeof OrderSearch>
export type OrderTab = NonNullable<OrderSearch['tab']>
