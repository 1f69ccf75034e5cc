import type { DispatchRule } from '../city/city.ts'
import type { RuleCondition } from '../city/vocabulary.ts'
import { type Matter, MatterFacts } from './matter.ts'
import { compiled } from './rule-index.ts'

type HeldCondition = { condition: RuleCondition; holds: boolean }

/** Everything a rule asks, and whether the matter has it, in the order in which people ask. */
export function heldConditions(rule: DispatchRule, matter: Matter): HeldCondition[] {
  const facts = new MatterFacts(matter)
  const asked = compiled(rule, 0).conditions.map(({ name, holds }) => ({ condition: name, holds: holds(facts) }))
  if (rule.category === null) return asked
  return [{ condition: 'category', holds: matter.category?.startsWith(rule.category) === true }, ...asked]
}
