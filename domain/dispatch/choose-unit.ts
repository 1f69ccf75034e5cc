import type { PublicRequest } from '../accept/request.ts'
import type { City, DispatchRule, LeadResolver } from '../city/city.ts'
import { rulesFor, territorialUnit } from '../city/lookup.ts'
import type { UnitId } from '../ids.ts'
import type { DispatchChoice, RuleVerdict } from '../order/event.ts'

const matches = (rule: DispatchRule, request: PublicRequest): boolean =>
  (rule.region === null || request.region.startsWith(rule.region)) &&
  (rule.requestType === null || rule.requestType === request.requestType)

/** A scene says more than an item, an item more than a domain; then region and type. */
const specificity = (rule: DispatchRule): number =>
  (rule.category?.length ?? 0) * 4 + (rule.region === null ? 0 : 2) + (rule.requestType === null ? 0 : 1)

const resolve = (city: City, lead: LeadResolver, request: PublicRequest): UnitId | null =>
  'unit' in lead ? lead.unit : territorialUnit(city, lead.territorial, request.region)

/**
 * Highest priority, then most specific, then first in the catalogue; a unit that is excluded, or a territorial one the
 * city does not have there, lets the next rule speak. The trace says what became of every rule that speaks of the
 * scene. Without a scene nothing is proposed.
 */
export function chooseUnit(request: PublicRequest, city: City, excluded: ReadonlySet<UnitId>): DispatchChoice {
  const version = city.policy.ruleVersion
  if (request.category === null) return { version, rule: null, lead: null, co: [], trace: [] }
  const candidates = rulesFor(city, request.category)
    .filter((rule) => matches(rule, request))
    .toSorted((a, b) => b.priority - a.priority || specificity(b) - specificity(a))
  const trace: RuleVerdict[] = []
  let choice: Omit<DispatchChoice, 'version' | 'trace'> = { rule: null, lead: null, co: [] }
  for (const rule of candidates) {
    const lead = resolve(city, rule.lead, request)
    if (choice.lead !== null) trace.push({ rule: rule.id, verdict: 'less-specific' })
    else if (lead === null) trace.push({ rule: rule.id, verdict: 'unit-missing' })
    else if (excluded.has(lead)) trace.push({ rule: rule.id, verdict: 'unit-excluded' })
    else {
      trace.push({ rule: rule.id, verdict: 'chosen' })
      const co = rule.co.map((resolver) => resolve(city, resolver, request))
      choice = {
        rule: rule.id,
        lead,
        co: co.filter((unit): unit is UnitId => unit !== null && unit !== lead && !excluded.has(unit)),
      }
    }
  }
  return { version, ...choice, trace }
}
