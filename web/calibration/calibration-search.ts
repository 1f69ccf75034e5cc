import { z } from 'zod'

export const CalibrationTab = z.enum(['batch', 'samples', 'proposals', 'replay', 'watch'])
export type CalibrationTab = z.infer<typeof CalibrationTab>

/** Which round, which of its parts, and which scene of the sample: a colleague opens the very same. */
export const CalibrationSearch = z.object({
  round: z.coerce.number().int().min(1).optional().catch(undefined),
  tab: CalibrationTab.optional().catch(undefined),
  scene: z.string().max(10).optional().catch(undefined),
})
export type CalibrationSearch = z.infer<typeof CalibrationSearch>
export type Go = (more: Partial<CalibrationSearch>) => void
