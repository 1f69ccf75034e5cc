import { z } from 'zod'
import { CallbackTab } from '#contract/callback.ts'

/** What stands in the address: which list and which order. */
export const CallbackSearch = z.object({
  tab: CallbackTab.default('due').catch('due'),
  order: z.string().length(26).optional().catch(undefined),
})
export type CallbackSearch = z.infer<typeof CallbackSearch>
