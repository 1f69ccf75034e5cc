import { type Instant, instantOf, msOf } from '../ids.ts'
import { dayNumberAt, startOfDay } from './civil-time.ts'

/** What is due when, as a desk sorts its day: in the order in which it is to be done. */
export const dueGroups = ['overdue', 'today', 'tomorrow', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** The last moments of today and tomorrow in Shanghai: "24:00 today" is still today. */
export function dueGroupEnds(now: Instant): { today: Instant; tomorrow: Instant } {
  const day = dayNumberAt(msOf(now))
  return { today: instantOf(startOfDay(day + 1)), tomorrow: instantOf(startOfDay(day + 2)) }
}

/** In time means by the due moment, so at that moment it is due and not yet overdue. Without a limit it can wait. */
export function dueGroupOf(due: Instant | null, now: Instant): DueGroup {
  if (due === null) return 'later'
  if (due < now) return 'overdue'
  const ends = dueGroupEnds(now)
  if (due <= ends.today) return 'today'
  return due <= ends.tomorrow ? 'tomorrow' : 'later'
}
