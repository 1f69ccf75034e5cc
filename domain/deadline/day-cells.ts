import type { Day } from '../ids.ts'
import { dayNumberOf, weekdayOf } from './civil-time.ts'
import type { ExplainedDay, Explanation } from './explain.ts'

/**
 * One civil day of a clock as a page draws it. `number` is its ordinal among the days that count, `minutes` what it
 * gives to a limit in working hours; `last` marks the day on which the limit ends.
 */
type DayCell = {
  day: Day
  /** 1 Monday … 7 Sunday */
  weekday: number
  counts: boolean
  number: number | null
  minutes: number | null
  why: ExplainedDay['reason']['kind']
  /** the holiday's name, or that of the holiday a make-up day pays for */
  name: string | null
  last: boolean
}

const minutesOf = ({ stretches }: ExplainedDay): number | null =>
  stretches.length === 0 ? null : Math.round(stretches.reduce((sum, { from, to }) => sum + to - from, 0))

/** The days of an explanation one by one; none for a limit in natural minutes or hours. */
export function dayCells({ steps }: Pick<Explanation, 'steps'>): DayCell[] {
  let counted = 0
  return steps.map((step, index) => {
    if (step.counts) counted += 1
    return {
      day: step.day,
      weekday: weekdayOf(dayNumberOf(step.day)),
      counts: step.counts,
      number: step.counts ? counted : null,
      minutes: minutesOf(step),
      why: step.reason.kind,
      name: 'name' in step.reason ? step.reason.name : null,
      last: index === steps.length - 1,
    }
  })
}
