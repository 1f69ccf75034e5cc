import { z } from 'zod'
import { type DispatchMeasuresQuery, dispatchMeasures } from '#contract/dispatch-measures.ts'
import { type Day, dayOf, instantOf, RegionCode } from '#domain/ids.ts'
import { lastDays } from '#domain/measures/period.ts'

/** A code of digits stands in an address as a number. */
const text = (value: unknown) => (typeof value === 'number' ? String(value) : value)
const { from, to, by, of, key } = dispatchMeasures.query.shape

/** The columns a table can be ordered by. */
export const MeasureColumn = z.enum([
  'dispatched',
  'accuracy',
  'wrong',
  'returns',
  'unclear',
  'moved',
  'time',
  'hanging',
  'straight',
  'overridden',
])
export type MeasureColumn = z.infer<typeof MeasureColumn>

/** What stands in the address; anything else in it is left aside. */
export const MeasuresSearch = z.object({
  from: from.optional().catch(undefined),
  to: to.optional().catch(undefined),
  region: z.preprocess(text, RegionCode.optional()).catch(undefined),
  by: by.unwrap().optional().catch(undefined),
  of: of.catch(undefined),
  key: z.preprocess(text, key).catch(undefined),
  sort: MeasureColumn.optional().catch(undefined),
})
export type MeasuresSearch = z.infer<typeof MeasuresSearch>

const DAYS = 30

/** What is asked of the server: without days in the address the last thirty. */
export function queryOf({ sort: _, ...search }: MeasuresSearch, now: number): DispatchMeasuresQuery {
  const today: Day = dayOf(instantOf(now))
  const to = search.to ?? today
  const { from } = lastDays(to, DAYS)
  return { ...search, from: search.from ?? from, to, by: search.by ?? 'unit' }
}
