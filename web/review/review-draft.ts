import { z } from 'zod'

/** What a reviewer has begun to write about an order. */
export const ReviewDraft = z.object({
  mode: z.enum(['look', 'back', 'decline']),
  defects: z.string(),
  redo: z.array(z.string()),
  reason: z.string(),
  told: z.string(),
})
export type ReviewDraft = z.infer<typeof ReviewDraft>
export const NO_REVIEW: ReviewDraft = { mode: 'look', defects: '', redo: [], reason: '', told: '' }

export type FormProps = {
  draft: ReviewDraft
  onDraft: (draft: ReviewDraft) => void
  /** why no verdict can be given now: somebody else has it, or it is no longer here */
  barred: string | null
}
