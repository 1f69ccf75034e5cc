import type { OrderId, RuleId, UnitId } from '../ids.ts'

/** How it came out who leads: nobody objected, a return moved it, a ruling said so, a dispatcher knew beforehand. */
export type Evidence = 'kept' | 'returned' | 'ruled' | 'overridden'

/** A lead as a rule may name it: a unit's id, or `@town` and its like. */
export type LeadKey = string

/**
 * One order of the period as the learner sees it: who would lead by the rules of today, who did lead in the end, and
 * what a rule could have asked of it. Nothing here says who was right.
 */
export type SeenCase = {
  id: OrderId
  /** which rule of today decides it; null: none does */
  rule: RuleId | null
  present: UnitId | null
  /** who kept it, or was given it by a ruling */
  final: UnitId
  /** every way in which a rule could have named that unit here */
  wants: readonly LeadKey[]
  evidence: Evidence
  /** who overrode the proposal, where somebody did */
  overriddenBy: string | null
  /** `field=value` for each condition that holds here, but time and words */
  tokens: readonly string[]
  /** the hour of receipt in the city, 0–23 */
  hour: number
  /** title and content, for words */
  text: string
  /** its words of two characters and more */
  words: readonly string[]
}

export const isRight = (seen: SeenCase): boolean => seen.present === seen.final
