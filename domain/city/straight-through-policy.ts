import { z } from 'zod'
import { CategoryCode } from '../ids.ts'

/**
 * 直派: when the platform may dispatch without a person (domain.md §5.3). Off unless a city says otherwise. That a matter
 * is confidential, complex or new is no setting: such orders never go by themselves, only what counts as new is set here.
 */
export const StraightThroughPolicy = z.object({
  enabled: z.boolean().default(false),
  /** θ: the least score of the recommended unit */
  minScore: z.number().min(0).max(1).default(0.9),
  /** of what this unit got of this scene, the share that was wrong: returned, asked back or corrected */
  maxReturnRate: z.number().min(0).max(1).default(0.03),
  /** how far back cases and returns are counted */
  days: z.number().int().min(7).max(730).default(90),
  /** a scene with fewer settled orders of this unit is new; at least one */
  minCases: z.number().int().min(1).max(1000).default(20),
  /** a category read with less confidence than this is new to the machine */
  minConfidence: z.number().min(0).max(1).default(0.8),
  categories: z
    .object({
      /** domains, items or scenes that may go; none named: all */
      only: z.array(CategoryCode).default([]),
      never: z.array(CategoryCode).default([]),
    })
    .prefault({}),
  /** whether urgent matters and hazards may go */
  urgent: z.boolean().default(false),
  /** whether an order may go that the seat proposes to merge into another */
  proposedMerge: z.boolean().default(false),
})
export type StraightThroughPolicy = z.infer<typeof StraightThroughPolicy>
