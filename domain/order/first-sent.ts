import type { RuleId } from '../ids.ts'
import type { EventOf } from './event.ts'

/** How an order first left the dispatch desk: kept on the order, since a later dispatch says nothing of it. */
export type FirstSent = Pick<EventOf<'dispatched'>, 'at' | 'by'> & {
  rule: RuleId | null
  ruleVersion: string
  /** a person gave a reason against the catalogue */
  overridden: boolean
}

export const firstSent = ({ at, by, choice, overrideReason }: EventOf<'dispatched'>): FirstSent => ({
  at,
  by,
  rule: choice.rule,
  ruleVersion: choice.version,
  overridden: overrideReason !== null,
})
