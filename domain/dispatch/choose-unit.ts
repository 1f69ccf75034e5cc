import type { PublicRequest } from '../accept/request.ts'
import type { City, DispatchRule, LeadResolver } from '../city/city.ts'
import { isOpenUnit, rulesFor, territorialUnit } from '../city/lookup.ts'
import type { UnitId } from '../ids.ts'
import type { DispatchChoice, RuleVerdict } from '../order/event.ts'

/** What the catalogue asks of a request. */
export type Matter = Pick<PublicRequest, 'category' | 'region' | 'requestType'>

export const matches = (rule: DispatchRule, request: Matter): boolean =>
  (rule.region === null || request.region.startsWith(rule.region)) &&
  (rule.requestType === null || rule.requestType === request.requestType)

/** A scene says more than an item, an item more than a domain; then region and type. */
const specificity = (rule: DispatchRule): number =>
  (rule.category?.length ?? 0) * 4 + (rule.region === null ? 0 : 2) + (rule.requestType === null ? 0 : 1)

export function resolve(city: City, lead: LeadResolver, request: Matter): UnitId | null {
  const unit = 'unit' in lead ? lead.unit : territorialUnit(city, lead.territorial, request.region)
  return unit !== null && isOpenUnit(city, unit) ? unit : null
}

/**
 * Highest priority, then most specific, then first in the catalogue; a unit that is excluded or closed, or a
 * territorial one the city does not have there, lets the next rule speak. The trace says what became of every rule that speaks of the
 * scene. Without a scene nothing is proposed.
 */
export function chooseUnit(request: Matter, city: City, excluded: ReadonlySet<UnitId>): DispatchChoice {
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
