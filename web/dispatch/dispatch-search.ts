import { z } from 'zod'
import { PoolTab } from '#contract/desk.ts'

/** The page's state: which tab, which order is open. A link that says something else opens the pool. */
export const DispatchSearch = z.object({
  tab: PoolTab.optional().catch(undefined),
  order: z.string().max(64).optional().catch(undefined),
})
export type DispatchSearch = z.infer<typeof DispatchSearch>
