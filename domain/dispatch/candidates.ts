import { z } from 'zod'
import type { PublicRequest } from '../accept/request.ts'
import type { City, DispatchRule } from '../city/city.ts'
import { rulesFor } from '../city/lookup.ts'
import type { CategoryCode, UnitId } from '../ids.ts'
import type { DispatchChoice } from '../order/event.ts'
import { matches, resolve } from './choose-unit.ts'

/**
 * What a rule has to do with an order: it decides; it would have, had no other said more; its unit gave the order back;
 * or it nearly speaks of it: of another scene of the item, of another place, of another type of request.
 */
export const RuleNearness = z.enum([
  'chosen',
  'less-specific',
  'unit-excluded',
  'other-scene',
  'other-place',
  'other-type',
])
export type RuleNearness = z.infer<typeof RuleNearness>
export type RuleCandidate = { unit: UnitId; rule: DispatchRule; nearness: RuleNearness }

function missedBy(rule: DispatchRule, request: PublicRequest, category: CategoryCode): RuleNearness {
  if (rule.category !== null && !category.startsWith(rule.category)) return 'other-scene'
  return rule.region !== null && !request.region.startsWith(rule.region) ? 'other-place' : 'other-type'
}

/** Rules of the same item that speak of another scene, and rules of this scene for another place or type. */
function nearRules(request: PublicRequest, category: CategoryCode, city: City): RuleCandidate[] {
  const item = category.slice(0, 3)
  const own = new Set(rulesFor(city, category).filter((rule) => matches(rule, request)))
  return city.rules
    .filter((rule) => !own.has(rule) && rule.category?.startsWith(item) === true)
    .flatMap((rule) => {
      const unit = resolve(city, rule.lead, request)
      return unit === null ? [] : [{ unit, rule, nearness: missedBy(rule, request, category) }]
    })
}

/** Every unit that some rule names for this matter or nearly, each once, by the rule that comes nearest. */
export function ruleCandidates(request: PublicRequest, choice: DispatchChoice, city: City): RuleCandidate[] {
  const { category } = request
  if (category === null) return []
  const rules = new Map(city.rules.map((rule) => [rule.id, rule]))
  const traced = choice.trace.flatMap(({ rule: id, verdict }): RuleCandidate[] => {
    const rule = rules.get(id)
    const unit = rule === undefined ? null : resolve(city, rule.lead, request)
    return rule === undefined || unit === null || verdict === 'unit-missing' ? [] : [{ unit, rule, nearness: verdict }]
  })
  const seen = new Set<UnitId>()
  return [...traced, ...nearRules(request, category, city)].filter(({ unit }) => !seen.has(unit) && seen.add(unit))
}
