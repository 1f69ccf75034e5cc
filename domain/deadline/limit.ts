import { z } from 'zod'

/**
 * How long something may take. Minutes and hours run day and night; working hours and working days run only while
 * the unit's calendar is open, and the day of the start does not count towards working days (Civil Code art. 201).
 */
export const Limit = z
  .object({
    amount: z.number().positive(),
    unit: z.enum(['minute', 'hour', 'working-hour', 'working-day']),
  })
  .refine((limit) => limit.unit !== 'working-day' || Number.isInteger(limit.amount), {
    path: ['amount'],
    error: 'working days are whole: write half a day in working hours',
  })
export type Limit = z.infer<typeof Limit>
