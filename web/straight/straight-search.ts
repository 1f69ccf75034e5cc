import { z } from 'zod'

const share = z.coerce.number().min(0).max(1).optional().catch(undefined)

/** What is being tried on the past; a link that says something else tries the settings in force. */
export const StraightSearch = z.object({
  days: z.coerce.number().int().min(1).max(180).optional().catch(undefined),
  minScore: share,
  maxReturnRate: share,
  minCases: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
  minConfidence: share,
  /** tried: the result is shown */
  tried: z.boolean().optional().catch(undefined),
})
export type StraightSearch = z.infer<typeof StraightSearch>
