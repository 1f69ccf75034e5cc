import { z } from 'zod'
import { AssignmentTab } from '#contract/assignments.ts'

/** What stands in the address: which tab, which order, which of its assignments. Anything odd falls back. */
export const UnitSearch = z.object({
  tab: AssignmentTab.default('todo').catch('todo'),
  order: z.string().length(26).optional().catch(undefined),
  n: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
})
export type UnitSearch = z.infer<typeof UnitSearch>
