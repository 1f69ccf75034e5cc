import { z } from 'zod'
import { ClockCode } from '../city/vocabulary.ts'
import { AssignmentId, Instant } from '../ids.ts'
import { Limit } from './limit.ts'

/**
 * A promise with an end. `party` says whose: the citizen's are counted from acceptance and never reset, a unit's from
 * its dispatch (not its sign-in), the hotline's from the moment its part begins. Everything needed to explain the due
 * time later is kept, so that a new calendar or profile cannot rewrite an old promise.
 */
export const StartedClock = z.object({
  id: z.string(),
  code: ClockCode,
  party: z.enum(['citizen', 'unit', 'hotline']),
  assignment: AssignmentId.nullable(),
  profile: z.string(),
  calendar: z.string(),
  calendarVersion: z.string(),
  limit: Limit,
  from: Instant,
  due: Instant,
  /** the due time lies beyond the published calendar and will be recomputed when that year arrives */
  provisional: z.boolean(),
})
export type StartedClock = z.infer<typeof StartedClock>

export type Clock = StartedClock & {
  stoppedAt: Instant | null
  missedAt: Instant | null
  /** shares already reminded of, in percent */
  warned: readonly number[]
}

export const isRunning = (clock: Clock): boolean => clock.stoppedAt === null

/** In time means stopped by the due moment; a running clock is in time until then. */
export const isLate = (clock: Clock, now: Instant): boolean => (clock.stoppedAt ?? now) > clock.due
