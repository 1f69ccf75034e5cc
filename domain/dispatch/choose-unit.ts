import type { City } from '../city/city.ts'
import type { RuleCondition } from '../city/vocabulary.ts'
import { dayOf, type Instant, type UnitId } from '../ids.ts'
import type { DispatchChoice, RuleVerdict } from '../order/event.ts'
import { type Matter, MatterFacts } from './matter.ts'
import { resolve } from './resolve-lead.ts'
import { type CompiledRule, rulesSpeakingOf } from './rule-index.ts'

const nothing = (version: string): DispatchChoice => ({
  version,
  rule: null,
  lead: null,
  co: [],
  handling: 'dispatch',
  profile: null,
  trace: [],
})

const isInForce = ({ rule: { active, from, to } }: CompiledRule, day: string): boolean =>
  active && (from === null || from <= day) && (to === null || day <= to)

const failedOf = ({ conditions }: CompiledRule, facts: MatterFacts): RuleCondition[] | null => {
  let failed: RuleCondition[] | null = null
  for (const { name, holds } of conditions)
    if (!holds(facts)) {
      if (failed === null) failed = [name]
      else failed.push(name)
    }
  return failed
}

/** Why a rule whose conditions hold too lost against the one that was chosen. */
const lostBy = (loser: CompiledRule, winner: CompiledRule): RuleVerdict['verdict'] => {
  if (loser.rule.priority < winner.rule.priority) return 'lower-priority'
  return loser.specificity < winner.specificity ? 'less-specific' : 'older'
}

function coUnits(city: City, { rule }: CompiledRule, matter: Matter, lead: UnitId, excluded: ReadonlySet<UnitId>) {
  const found = new Set<UnitId>()
  for (const one of rule.co) {
    const unit = resolve(city, one, matter)
    if (unit !== null && unit !== lead && !excluded.has(unit)) found.add(unit)
  }
  return [...found]
}

/**
 * Highest priority, then most specific, then newest (docs/decisions/0017); a unit that is excluded or closed, or one that
 * the city does not have there, lets the next rule speak. The trace says what became of every rule that speaks of the
 * scene, the best first. Without a scene nothing is proposed. `at`: the day on which a rule must be in force, where that
 * is not the day of receipt.
 */
export function chooseUnit(
  matter: Matter,
  city: City,
  excluded: ReadonlySet<UnitId>,
  at: Instant = matter.receivedAt,
): DispatchChoice {
  const choice = nothing(city.policy.ruleVersion)
  if (matter.category === null) return choice
  const facts = new MatterFacts(matter)
  const day = dayOf(at)
  let winner: CompiledRule | null = null
  for (const candidate of rulesSpeakingOf(city, matter.category)) {
    const { id } = candidate.rule
    if (!isInForce(candidate, day)) {
      choice.trace.push({ rule: id, verdict: 'not-in-force' })
      continue
    }
    const failed = failedOf(candidate, facts)
    if (failed !== null) {
      choice.trace.push({ rule: id, verdict: 'condition-failed', failed })
      continue
    }
    if (winner !== null) {
      choice.trace.push({ rule: id, verdict: lostBy(candidate, winner) })
      continue
    }
    const lead = resolve(city, candidate.rule.lead, matter)
    if (lead === null) choice.trace.push({ rule: id, verdict: 'unit-missing' })
    else if (excluded.has(lead)) choice.trace.push({ rule: id, verdict: 'unit-excluded' })
    else {
      winner = candidate
      choice.trace.push({ rule: id, verdict: 'chosen' })
      Object.assign(choice, {
        rule: id,
        lead,
        co: coUnits(city, candidate, matter, lead, excluded),
        handling: candidate.rule.handling,
        profile: candidate.rule.profile,
      })
    }
  }
  return choice
}
