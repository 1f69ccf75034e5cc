import { z } from 'zod'
import { ProblemTab } from '#contract/returns.ts'

/** What is open stands in the address: `order_n` of a return, the order of a problem. */
export const ReturnsSearch = z.object({ open: z.string().max(80).optional().catch(undefined) })
export const ProblemsSearch = z.object({
  tab: ProblemTab.optional().catch(undefined),
  open: z.string().max(80).optional().catch(undefined),
})
