import type { City, DispatchRule, LeadResolver } from '../city/city.ts'
import { PLAIN_RULE } from '../city/plain-rule.ts'
import { Kind, Ownership, PlaceType, RequestType, RespondentType } from '../city/vocabulary.ts'
import { CategoryCode, RegionCode, RuleId, UnitId } from '../ids.ts'
import type { Condition } from './condition.ts'
import type { LeadKey } from './seen-case.ts'

export function resolverOf(lead: LeadKey): LeadResolver {
  switch (lead) {
    case '@district':
      return { territorial: 'district' }
    case '@town':
      return { territorial: 'town' }
    case '@community':
      return { territorial: 'community' }
    case '@industry':
      return { industry: true }
    case '@owner':
      return { owner: true }
    default:
      return { unit: UnitId.parse(lead) }
  }
}

function asked({ field, value }: Condition): Partial<DispatchRule> {
  switch (field) {
    case 'category':
      return { category: CategoryCode.parse(value) }
    case 'region':
      return { region: RegionCode.parse(value) }
    case 'requestType':
      return { requestType: RequestType.parse(value) }
    case 'kind':
      return { kind: Kind.parse(value) }
    case 'placeType':
      return { placeType: PlaceType.parse(value) }
    case 'ownership':
      return { ownership: Ownership.parse(value) }
    case 'respondentType':
      return { respondentType: RespondentType.parse(value) }
    case 'timeOfDay':
      return { timeOfDay: { from: value.slice(0, 5), to: value.slice(6) } }
    case 'keywords':
      return { keywords: [value] }
    case 'tags':
      return { tags: [value] }
  }
}

function freeId(rules: readonly DispatchRule[], wanted: string): RuleId {
  const taken = new Set<string>(rules.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(id)) return RuleId.parse(id)
  }
}

/** What one proposal does to the catalogue. */
export type RuleChange =
  | { kind: 'change-lead'; rule: RuleId; lead: LeadKey }
  | { kind: 'add-rule'; under: RuleId | null; conditions: readonly Condition[]; lead: LeadKey }
  /** the rule asks for one condition more; what it leaves goes to the next rule */
  | { kind: 'narrow'; rule: RuleId; condition: Condition }
  | { kind: 'retire'; rule: RuleId }

type Changed = { rules: DispatchRule[]; touched: DispatchRule }

const without = (co: readonly LeadResolver[], lead: LeadResolver) =>
  co.filter((one) => JSON.stringify(one) !== JSON.stringify(lead))

type Edit = Exclude<RuleChange, { kind: 'add-rule' }>

function edited(known: DispatchRule, change: Edit, basis: string): Partial<DispatchRule> {
  if (change.kind === 'retire') return { active: false }
  if (change.kind === 'narrow') return { ...asked(change.condition), basis }
  const lead = resolverOf(change.lead)
  return { lead, co: without(known.co, lead), basis }
}

/** The catalogue with the change in it, and the rule that was changed, added or retired; null: the rule is gone. */
export function changeRules(rules: readonly DispatchRule[], change: RuleChange, basis: string): Changed | null {
  const id = change.kind === 'add-rule' ? change.under : change.rule
  const known = id === null ? undefined : rules.find((rule) => rule.id === id)
  if (id !== null && known === undefined) return null
  if (change.kind === 'add-rule') {
    const lead = resolverOf(change.lead)
    const base = known ?? PLAIN_RULE
    const made = Object.assign({ ...base }, ...change.conditions.map(asked), {
      lead,
      basis,
      co: without(base.co, lead),
    })
    const touched: DispatchRule = { ...made, id: freeId(rules, `c-${made.category ?? 'all'}`), active: true }
    return { rules: [...rules, touched], touched }
  }
  if (known === undefined) return null
  const touched = { ...known, ...edited(known, change, basis) }
  return { rules: rules.map((rule) => (rule.id === id ? touched : rule)), touched }
}

/** A city with another catalogue; a new object, so that what is worked out once per city is worked out anew. */
export const cityWithRules = (city: City, rules: readonly DispatchRule[]): City => ({ ...city, rules })
