import { z } from 'zod'
import { Instant, StaffId, UnitId } from '#domain/ids.ts'
import { Rate, rateSides, satisfactionLevels } from '#domain/measures/rates.ts'

const RateSide = z.enum([
  ...Rate.options.flatMap((rate) => rateSides.map((side) => `${rate}-${side}` as const)),
  ...satisfactionLevels.map((level) => `satisfaction-${level}` as const),
])

/**
 * What a number of the board counts, as filters of the list it opens: to the moment, both ends included, so that the
 * list has exactly the orders of the number, also after a while.
 */
export const boardFilters = {
  acceptedFrom: Instant.optional().describe('accepted at this moment or later'),
  acceptedTo: Instant.optional().describe('accepted at this moment or earlier'),
  dispatchedFrom: Instant.optional().describe('dispatched to its lead at this moment or later'),
  dispatchedTo: Instant.optional().describe('dispatched to its lead at this moment or earlier'),
  closedFrom: Instant.optional().describe('closed at this moment or later'),
  closedTo: Instant.optional().describe('closed at this moment or earlier'),
  lead: UnitId.optional().describe('this unit leads, itself'),
  ownLead: z.literal('yes').optional().describe('yes: the caller’s unit leads, or one below it'),
  unitDueFrom: Instant.optional().describe('a unit owes its next step at this moment or later'),
  unitDueTo: Instant.optional().describe('a unit owes its next step at this moment or earlier'),
  receivedTo: Instant.optional().describe('received at this moment or earlier'),
  inHandOf: StaffId.optional().describe('this grid worker has it in hand'),
  rate: RateSide.optional().describe(
    'of the orders closed between two moments a day apart at most: counted in this rate',
  ),
}
