import { z } from 'zod'
import type { City, DispatchRule } from '../city/city.ts'
import type { RuleCondition } from '../city/vocabulary.ts'
import type { CategoryCode, UnitId } from '../ids.ts'
import type { DispatchChoice, RuleVerdict } from '../order/event.ts'
import type { Matter } from './matter.ts'
import { resolve } from './resolve-lead.ts'

/**
 * What a rule has to do with an order: it decides; it would have, had no other come before it; its unit gave the order
 * back; or it nearly speaks of it: of another scene of the item, of another place, of another type of request, or under a
 * condition that does not hold.
 */
export const RuleNearness = z.enum([
  'chosen',
  'less-specific',
  'unit-excluded',
  'other-scene',
  'other-place',
  'other-type',
  'other-condition',
])
export type RuleNearness = z.infer<typeof RuleNearness>
/** `failed`: the conditions that did not hold. */
export type RuleCandidate = {
  unit: UnitId
  rule: DispatchRule
  nearness: RuleNearness
  failed: readonly RuleCondition[]
}

function missedBy(failed: readonly RuleCondition[]): RuleNearness {
  if (failed.includes('region')) return 'other-place'
  return failed.every((one) => one === 'requestType') ? 'other-type' : 'other-condition'
}

/** Null: the rule says nothing about who could lead this order. */
function nearnessOf({ verdict, failed }: RuleVerdict): RuleNearness | null {
  if (verdict === 'unit-missing' || verdict === 'not-in-force') return null
  if (verdict === 'condition-failed') return missedBy(failed ?? [])
  return verdict === 'chosen' || verdict === 'unit-excluded' ? verdict : 'less-specific'
}

/** Rules of the same item that speak of another scene. */
function neighbours(matter: Matter, category: CategoryCode, city: City): RuleCandidate[] {
  const item = category.slice(0, 3)
  return city.rules
    .filter((rule) => rule.active && rule.category?.startsWith(item) === true && !category.startsWith(rule.category))
    .flatMap((rule): RuleCandidate[] => {
      const unit = resolve(city, rule.lead, matter)
      return unit === null ? [] : [{ unit, rule, nearness: 'other-scene', failed: ['category'] }]
    })
}

const holds = ({ nearness }: RuleCandidate): boolean =>
  nearness === 'chosen' || nearness === 'less-specific' || nearness === 'unit-excluded'

/** Every unit that some rule names for this matter or nearly, each once, by the rule that comes nearest. */
export function ruleCandidates(matter: Matter, choice: DispatchChoice, city: City): RuleCandidate[] {
  const { category } = matter
  if (category === null) return []
  const rules = new Map(city.rules.map((rule) => [rule.id, rule]))
  const traced = choice.trace.flatMap((verdict): RuleCandidate[] => {
    const rule = rules.get(verdict.rule)
    const nearness = nearnessOf(verdict)
    const unit = rule === undefined || nearness === null ? null : resolve(city, rule.lead, matter)
    return rule === undefined || nearness === null || unit === null
      ? []
      : [{ unit, rule, nearness, failed: verdict.failed ?? [] }]
  })
  const near = [...neighbours(matter, category, city), ...traced.filter((one) => !holds(one))]
  const seen = new Set<UnitId>()
  return [...traced.filter(holds), ...near].filter(({ unit }) => !seen.has(unit) && seen.add(unit))
}
