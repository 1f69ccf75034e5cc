import { z } from 'zod'

const count = z.number().int().min(2).max(1000)

/** 并案 (domain.md §5.6), with its default tests; a city changes them in `city.json`. */
export const MergingPolicy = z.object({
  /** the same caller again, of the same scene and place: so many days after receipt, or after the end */
  sameCallerDays: z.number().int().min(1).max(365),
  /** different callers, one object: at most so far apart in hours and metres */
  hours: z.number().int().min(1).max(720),
  metres: z.number().int().min(10).max(2000),
  alert: z.object({
    /** so many callers in one matter */
    callers: count,
    /** or so many within `hours` */
    burst: count,
    hours: z.number().int().min(1).max(72),
  }),
  /** 群体性: the same text from so many callers; likeness from 0 to 1 */
  group: z.object({ likeness: z.number().min(0.5).max(1), callers: count }),
  /** callers whose answers count in the three rates, of one master */
  votes: z.number().int().min(1).max(1000),
})
export type MergingPolicy = z.infer<typeof MergingPolicy>

export const MERGING: MergingPolicy = {
  sameCallerDays: 30,
  hours: 72,
  metres: 200,
  alert: { callers: 5, burst: 3, hours: 1 },
  group: { likeness: 0.95, callers: 10 },
  votes: 20,
}
