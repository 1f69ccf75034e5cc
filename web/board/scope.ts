import { z } from 'zod'
import { Compare, type Today } from '#contract/today.ts'
import { RegionCode } from '#domain/ids.ts'
import type { ListSearch } from '../list/list-search.ts'

/** A code of digits stands in the address as a number. */
const text = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** What the address of the board says; anything else in it is left aside. */
export const BoardSearch = z.object({
  region: z.preprocess(text, RegionCode.optional()).catch(undefined),
  compare: Compare.optional().catch(undefined),
})
export type BoardSearch = z.infer<typeof BoardSearch>

/** The address of the order list: every filter as plain text. */
export type Filters = ListSearch

/**
 * The filters by which the order list counts what the board counts. `place` goes into each: the part of the city that is
 * shown, and for a unit's people what their unit leads.
 */
export function filtersOf(board: Today, ledByOwn: boolean) {
  const place: Filters = {
    ...(board.region === null ? {} : { region: board.region.code }),
    ...(ledByOwn ? { ownLead: 'yes' } : {}),
  }
  const { today, before } = board
  return {
    place,
    accepted: { ...place, acceptedFrom: today.from, acceptedTo: today.until } satisfies Filters,
    acceptedBefore: { ...place, acceptedFrom: before.from, acceptedTo: before.until } satisfies Filters,
    acceptedBeforeDay: { ...place, acceptedFrom: before.from, acceptedTo: before.end } satisfies Filters,
    dispatched: { ...place, dispatchedFrom: today.from, dispatchedTo: today.until } satisfies Filters,
    dispatchedBefore: { ...place, dispatchedFrom: before.from, dispatchedTo: before.until } satisfies Filters,
    closed: { ...place, closedFrom: today.from, closedTo: today.until } satisfies Filters,
    closedBefore: { ...place, closedFrom: before.from, closedTo: before.until } satisfies Filters,
    closedBeforeDay: { ...place, closedFrom: before.from, closedTo: before.end } satisfies Filters,
  }
}
export type BoardFilters = ReturnType<typeof filtersOf>
