import type { City, DispatchRule } from '../city/city.ts'
import type { RuleCondition } from '../city/vocabulary.ts'
import type { CategoryCode } from '../ids.ts'
import { type MatterFacts, spelling } from './matter.ts'
import { daysOf, minutesOf, within } from './rule-spans.ts'

type Condition = { name: RuleCondition; holds: (facts: MatterFacts) => boolean }

/** A rule made ready: what is asked, how much it says, and which of two equal ones is the newer. */
export type CompiledRule = {
  rule: DispatchRule
  conditions: readonly Condition[]
  specificity: number
  /** the day it began, then its place in the catalogue */
  since: string
  place: number
}

const regionDepth = (region: string | null): number => (region === null ? 0 : region.length / 3 - 1)
const categoryDepth = (category: string | null): number => (category === null ? 0 : (category.length + 1) / 2)

/** `a+b` is both; any line of the list will do. */
export const keywordSets = (keywords: readonly string[]): readonly (readonly string[])[] =>
  keywords
    .map((keyword) =>
      keyword
        .split('+')
        .map((part) => spelling(part).trim())
        .filter((part) => part !== ''),
    )
    .filter((set) => set.length > 0)

const conditionsOf = (rule: DispatchRule): Condition[] => {
  const found: Condition[] = []
  const { region, requestType, kind, placeType, ownership, respondentType, tags } = rule
  if (region !== null) found.push({ name: 'region', holds: ({ matter }) => matter.region.startsWith(region) })
  if (requestType !== null)
    found.push({ name: 'requestType', holds: ({ matter }) => matter.requestType === requestType })
  if (kind !== null) found.push({ name: 'kind', holds: ({ matter }) => matter.kind === kind })
  if (placeType !== null) found.push({ name: 'placeType', holds: ({ matter }) => matter.placeType === placeType })
  if (ownership !== null) found.push({ name: 'ownership', holds: ({ matter }) => matter.ownership === ownership })
  if (respondentType !== null)
    found.push({ name: 'respondentType', holds: ({ matter }) => matter.respondentType === respondentType })
  if (rule.timeOfDay !== null) {
    const minutes = minutesOf(rule.timeOfDay)
    found.push({ name: 'timeOfDay', holds: ({ minute }) => within(minutes, minute) })
  }
  if (rule.season !== null) {
    const days = daysOf(rule.season)
    found.push({ name: 'season', holds: ({ monthDay }) => within(days, monthDay) })
  }
  const sets = keywordSets(rule.keywords)
  if (sets.length > 0)
    found.push({ name: 'keywords', holds: ({ text }) => sets.some((set) => set.every((word) => text.includes(word))) })
  if (tags.length > 0)
    found.push({ name: 'tags', holds: ({ matter }) => matter.tags.some((tag) => tags.includes(tag)) })
  return found
}

/**
 * How much a rule says (docs/decisions/0017): a scene more than an item, an item more than a domain; then the number of
 * its other conditions; then how near its place is. The category outweighs all others together.
 */
export const specificityOf = (rule: DispatchRule): number =>
  categoryDepth(rule.category) * 1000 + conditionsOf(rule).length * 10 + regionDepth(rule.region)

export const compiled = (rule: DispatchRule, place: number): CompiledRule => ({
  rule,
  conditions: conditionsOf(rule),
  specificity: specificityOf(rule),
  since: rule.from ?? '',
  place,
})

/** The better first: higher priority, more specific, newer. */
export const byRank = (a: CompiledRule, b: CompiledRule): number =>
  b.rule.priority - a.rule.priority ||
  b.specificity - a.specificity ||
  (a.since === b.since ? b.place - a.place : a.since < b.since ? 1 : -1)

class RuleIndex {
  private readonly byCode = new Map<string, CompiledRule[]>()
  private readonly ranked = new Map<CategoryCode, readonly CompiledRule[]>()
  constructor(rules: readonly DispatchRule[]) {
    for (const [place, rule] of rules.entries()) {
      const known = this.byCode.get(rule.category ?? '')
      if (known === undefined) this.byCode.set(rule.category ?? '', [compiled(rule, place)])
      else known.push(compiled(rule, place))
    }
  }

  /** What speaks of this scene, its item, its domain or of everything, the best first. */
  speakingOf(category: CategoryCode): readonly CompiledRule[] {
    const known = this.ranked.get(category)
    if (known !== undefined) return known
    const codes = new Set([category, category.slice(0, 3), category.slice(0, 1), ''])
    const made = [...codes].flatMap((code) => this.byCode.get(code) ?? []).toSorted(byRank)
    this.ranked.set(category, made)
    return made
  }
}

const indexes = new WeakMap<City, RuleIndex>()

/** A city does not change while it is loaded, so its catalogue is made ready once. */
export function rulesSpeakingOf(city: City, category: CategoryCode): readonly CompiledRule[] {
  const known = indexes.get(city)
  if (known !== undefined) return known.speakingOf(category)
  const made = new RuleIndex(city.rules)
  indexes.set(city, made)
  return made.speakingOf(category)
}
