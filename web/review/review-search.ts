import { z } from 'zod'
import { DeskTab } from '#contract/desk.ts'

export const ReviewDesk = z.enum(['intake-review', 'reply-review'])
export type ReviewDesk = z.infer<typeof ReviewDesk>

export const ReviewSearch = z.object({
  desk: ReviewDesk.optional().catch(undefined),
  tab: DeskTab.optional().catch(undefined),
  order: z.string().max(64).optional().catch(undefined),
})
export type ReviewSearch = z.infer<typeof ReviewSearch>
