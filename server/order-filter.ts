import { encodeTime } from 'ulid'
import type { OrderFilters } from '#contract/order-query.ts'
import type { BoardFilter } from '#db/board-filter.ts'
import type { OrderFilter } from '#db/order-list.ts'
import { type Day, type Instant, instantOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { OPEN } from '#domain/order/states.ts'
import { questionOf } from '#language/search/question.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const DAY = 86_400_000
/** When a civil day begins, or so long after. */
const dayBegin = (day: Day, plus = 0): number => Math.max(0, Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS + plus)
/** The smallest order key of a civil day: keys begin with the receipt time. */
const firstKey = (day: Day, plus = 0): string => encodeTime(dayBegin(day, plus), 10)
const dayAfter = (day: Day | undefined): Instant | undefined =>
  day === undefined ? undefined : instantOf(dayBegin(day, DAY))

/** Words to look for, each with what finds it by index; undefined when nothing is left that could be looked for. */
export const wordsOf = (text: string): NonNullable<OrderFilter['words']> | undefined => questionOf(text)?.words

type Filters = OrderFilters & { cursor?: string | undefined }

/** Before which key an order must lie: what ended by a day was received by then too, which spares a walk from today. */
const lastKey = (query: Filters): string | undefined =>
  [
    query.cursor,
    query.to === undefined ? undefined : firstKey(query.to, DAY),
    query.endedTo === undefined ? undefined : firstKey(query.endedTo, DAY),
  ]
    .filter((id) => id !== undefined)
    .toSorted()[0]

/** The earlier of the two: due by the end of a day, over now. */
function dueBefore(shell: Shell, query: Filters): Instant | undefined {
  const asked = [dayAfter(query.dueTo), query.overdue === undefined ? undefined : shell.at]
  return asked.filter((at) => at !== undefined).toSorted()[0]
}

/** What a number of the board counts; the orders of a rate are looked up beside (board-filter.ts). */
const boardFilterOf = ({ acceptedFrom, acceptedTo, dispatchedFrom, dispatchedTo, ...query }: Filters): BoardFilter => ({
  ...{ acceptedFrom, acceptedTo, dispatchedFrom, dispatchedTo },
  ...{ closedFrom: query.closedFrom, closedTo: query.closedTo, lead: query.lead, receivedTo: query.receivedTo },
  ...{ unitDueFrom: query.unitDueFrom, unitDueTo: query.unitDueTo, inHandOf: query.inHandOf },
})

export function filterOf(shell: Shell, query: Filters): OrderFilter {
  const { state, light, unit, category, region, channel, type, kind, urgency, hazard, reworked, urged } = query
  return {
    ...boardFilterOf(query),
    state: query.open === undefined ? state : OPEN.filter((one) => state?.includes(one) ?? true),
    ...{ light, unit, category, region, channel, type, kind, urgency },
    hazard: hazard === 'yes',
    reworked: reworked === 'yes',
    urged: urged === 'yes',
    heldBy: query.mine === undefined ? undefined : { holder: shell.actor.id, at: shell.at },
    dueBefore: dueBefore(shell, query),
    endedFrom: query.endedFrom === undefined ? undefined : instantOf(dayBegin(query.endedFrom)),
    endedBefore: dayAfter(query.endedTo),
    fromId: query.from === undefined ? undefined : firstKey(query.from),
    beforeId: lastKey(query),
    words: query.text === undefined ? undefined : wordsOf(query.text),
    no: query.no?.toUpperCase(),
    reach: reachOf(shell),
  }
}

/** Words without two characters to look for, or open and settled at once: nothing can fit, and nothing need be asked. */
export const sayNothing = ({ text, open, state }: Filters): boolean =>
  (text !== undefined && wordsOf(text) === undefined) ||
  (open !== undefined && state !== undefined && !state.some((one) => OPEN.includes(one)))
