import type { City, DispatchRule, LeadResolver } from '../city/city.ts'
import { isOffered, isOpenUnit } from '../city/lookup.ts'
import type { Day, UnitId } from '../ids.ts'
import { BLOCKING, type CatalogueIssue, type IssueKind } from './catalogue-issue.ts'
import { gapFinder, isSure } from './coverage.ts'
import { industryLead } from './resolve-lead.ts'
import { byRank, type CompiledRule, compiled } from './rule-index.ts'
import { meetingOf, speaksOfAll } from './rules-meet.ts'

const issue = (
  kind: IssueKind,
  rules: readonly DispatchRule[],
  more: Partial<CatalogueIssue> = {},
): CatalogueIssue => ({
  kind,
  blocking: BLOCKING.has(kind),
  rules: rules.map(({ id }) => id),
  column: null,
  unit: null,
  category: null,
  region: null,
  requestType: null,
  example: null,
  ...more,
})

const sameLead = (a: LeadResolver, b: LeadResolver): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Two of equal weight that can both hold: with different leads they contradict each other (domain.md §5.2). */
function between(newer: DispatchRule, older: DispatchRule, today: Day): CatalogueIssue[] {
  const met = meetingOf(newer, older, today)
  if (met === null) return []
  const { example } = met
  if (!sameLead(newer.lead, older.lead))
    return [issue(met.sure ? 'contradiction' : 'may-meet', [newer, older], { column: 'lead', example })]
  return met.sure ? [issue('overlap', [newer, older], { column: 'id', example })] : []
}

/**
 * Rules of equal weight name a category and a region of equal depth, so they can only meet where both are the same: pairs
 * are looked for within these, and not among all.
 */
function disagreements(rules: readonly CompiledRule[], today: Day): CatalogueIssue[] {
  const alike = new Map<string, CompiledRule[]>()
  for (const one of rules) {
    const { priority, category, region } = one.rule
    const key = `${priority} ${one.specificity} ${category} ${region}`
    const known = alike.get(key)
    if (known === undefined) alike.set(key, [one])
    else known.push(one)
  }
  const found: CatalogueIssue[] = []
  for (const bucket of alike.values()) {
    const ranked = bucket.toSorted(byRank)
    for (const [i, newer] of ranked.entries())
      for (const older of ranked.slice(i + 1)) found.push(...between(newer.rule, older.rule, today))
  }
  return found
}

const isOpenLead = (city: City, lead: LeadResolver): boolean =>
  'unit' in lead ? isOpenUnit(city, lead.unit) : 'territorial' in lead

/** Rules that another of higher priority always comes before. */
function shadowed(city: City, rules: readonly CompiledRule[], today: Day): CatalogueIssue[] {
  const byCode = new Map<string, DispatchRule[]>()
  const highest = Math.max(...rules.map(({ rule }) => rule.priority))
  for (const { rule } of rules) {
    const known = byCode.get(rule.category ?? '')
    if (known === undefined) byCode.set(rule.category ?? '', [rule])
    else known.push(rule)
  }
  return rules.flatMap(({ rule }) => {
    if (rule.priority === highest) return []
    const code = rule.category ?? ''
    const codes = new Set([code, code.slice(0, 3), code.slice(0, 1), ''])
    const above = [...codes]
      .flatMap((one) => byCode.get(one) ?? [])
      .find((one) => one.priority > rule.priority && isOpenLead(city, one.lead) && speaksOfAll(one, rule, today))
    return above === undefined ? [] : [issue('shadowed', [rule, above], { column: 'id' })]
  })
}

function closedUnits(city: City, rule: DispatchRule): CatalogueIssue[] {
  const named = (lead: LeadResolver): UnitId[] => ('unit' in lead && !isOpenUnit(city, lead.unit) ? [lead.unit] : [])
  return [
    ...named(rule.lead).map((unit) => issue('inactive-unit', [rule], { column: 'lead', unit })),
    ...rule.co.flatMap(named).map((unit) => issue('inactive-unit', [rule], { column: 'co', unit })),
  ]
}

/** A category led by the owner, in a city whose owners' table sends a thing without an owner back to the trade. */
function circles(city: City, rules: readonly DispatchRule[]): CatalogueIssue[] {
  if (!city.policy.owners.some(({ lead }) => 'industry' in lead)) return []
  const byOwner = [...city.categories.keys()].filter((code) => {
    const lead = industryLead(city, code)
    return lead !== null && 'owner' in lead
  })
  return rules
    .filter(({ lead }) => 'industry' in lead || 'owner' in lead)
    .filter(({ category }) =>
      byOwner.some((code) => code.startsWith(category ?? '') || (category ?? '').startsWith(code)),
    )
    .map((rule) => issue('circular', [rule], { column: 'lead', category: rule.category }))
}

function uncovered(city: City, rules: readonly DispatchRule[]): CatalogueIssue[] {
  const gapOf = gapFinder(rules, city.regions.values())
  return [...city.categories.values()]
    .filter(({ code, level }) => level > 1 && isOffered(city, code))
    .flatMap(({ code }) => {
      const gap = gapOf(code)
      return gap === null ? [] : [issue('uncovered', [], { category: code, ...gap })]
    })
}

/** The last word on a scene is a lead that may not be found, and no other rule takes the matter then. */
function leadUnknown(city: City, rules: readonly DispatchRule[]): CatalogueIssue[] {
  const sure = rules.filter((rule) => isSure(rule) && rule.region === null && rule.requestType === null)
  const certain = new Set<string>(
    sure.filter(({ lead }) => 'unit' in lead || 'territorial' in lead).map(({ category }) => category ?? ''),
  )
  const hasOwner = city.policy.owners.some(
    ({ ownership, placeType, names }) => ownership === undefined && placeType === undefined && names === undefined,
  )
  const mayFail = ({ lead, category }: DispatchRule): boolean =>
    ('owner' in lead && !hasOwner) || ('industry' in lead && industryLead(city, category) === null)
  const isFollowed = (code: string): boolean =>
    ['', code.slice(0, 1), code.slice(0, 3), code].some((one) => certain.has(one))
  return sure
    .filter((rule) => mayFail(rule) && !isFollowed(rule.category ?? ''))
    .map((rule) => issue('lead-unknown', [rule], { column: 'lead', category: rule.category }))
}

/**
 * What stands in the way of publishing the catalogue, then what is worth knowing. The rows are known to read well by
 * themselves (`city/rule-faults.ts`). About 20 ms for 5,000 rules.
 */
export function checkCatalogue(city: City, today: Day): CatalogueIssue[] {
  const active = city.rules.map(compiled).filter(({ rule }) => rule.active)
  const live = active.filter(({ rule: { to } }) => to === null || to >= today)
  const rules = live.map(({ rule }) => rule)
  const now = rules.filter(({ from }) => from === null || from <= today)
  const found = [
    ...disagreements(live, today),
    ...rules.flatMap((rule) => closedUnits(city, rule)),
    ...circles(city, rules),
    ...uncovered(city, now),
    ...shadowed(city, live, today),
    ...leadUnknown(city, now),
    ...active
      .filter(({ rule: { to } }) => to !== null && to < today)
      .map(({ rule }) => issue('expired', [rule], { column: 'to' })),
    ...rules
      .filter(({ from }) => from !== null && from > today)
      .map((rule) => issue('not-yet', [rule], { column: 'from' })),
  ]
  return [...found.filter(({ blocking }) => blocking), ...found.filter(({ blocking }) => !blocking)]
}

/** The blocking ones only, for the code that decides. */
export const mayPublish = (city: City, today: Day): boolean => checkCatalogue(city, today).every((one) => !one.blocking)
