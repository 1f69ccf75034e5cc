import { z } from 'zod'

/** By what dispatches are grouped; `none` is the whole. */
export const DispatchGroup = z.enum([
  'none',
  'day',
  'rule',
  'l1',
  'l2',
  'category',
  'unit',
  'dispatcher',
  'classed',
  'district',
  'town',
])
export type DispatchGroup = z.infer<typeof DispatchGroup>

/** What became of a dispatch, each a number of the page and the orders behind it (domain.md §5.4). */
export const DispatchOutcome = z.enum([
  'wrong',
  'returned',
  'return-approved',
  'unclear',
  'adjudicated',
  'moved',
  'hanging',
  'straight',
  'overridden',
  'no-rule',
])
export type DispatchOutcome = z.infer<typeof DispatchOutcome>
