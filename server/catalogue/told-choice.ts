import type { ToldChoice, TraceEntry } from '#contract/catalogue.ts'
import { type CityNames, conditionWords, leadWords, verdictWords } from '#contract/rule-words.ts'
import type { City, DispatchRule } from '#domain/city/city.ts'
import { heldConditions } from '#domain/dispatch/held-conditions.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import { resolve } from '#domain/dispatch/resolve-lead.ts'
import { specificityOf } from '#domain/dispatch/rule-index.ts'
import type { UnitId } from '#domain/ids.ts'
import type { DispatchChoice, RuleVerdict } from '#domain/order/event.ts'
import { cityNames } from './city-names.ts'

const NEAR = 10

type Telling = { city: City; matter: Matter; names: CityNames }

const named = ({ names }: Telling, id: UnitId | null) => (id === null ? null : { id, name: names.unit(id) })

function entryOf(telling: Telling, rule: DispatchRule, verdict: RuleVerdict): TraceEntry {
  const { city, matter, names } = telling
  const co = rule.co.flatMap((one) => named(telling, resolve(city, one, matter)) ?? [])
  return {
    ...verdict,
    priority: rule.priority,
    specificity: specificityOf(rule),
    conditions: heldConditions(rule, matter).map((asked) => ({
      ...asked,
      words: conditionWords(rule, asked.condition, names),
    })),
    leadWords: leadWords(rule.lead, names),
    lead: named(telling, resolve(city, rule.lead, matter)),
    co,
    handling: rule.handling,
    profile: rule.profile,
    basis: rule.basis,
    owner: named(telling, rule.owner),
    from: rule.from,
    to: rule.to,
    why: verdictWords(verdict, rule, names),
  }
}

/** Rules of the item's other scenes that would speak but for their scene. */
function neighbours({ matter }: Telling, rules: readonly DispatchRule[]): DispatchRule[] {
  const { category } = matter
  if (category === null || category.length < 5) return []
  const item = category.slice(0, 3)
  return rules.filter(
    (rule) =>
      rule.active &&
      rule.category?.startsWith(item) === true &&
      !category.startsWith(rule.category) &&
      heldConditions(rule, matter).every(({ condition, holds }) => holds || condition === 'category'),
  )
}

/** A choice with what became of every rule, in words; `rules`: the catalogue it was made by. */
export function toldChoice(
  city: City,
  matter: Matter,
  choice: DispatchChoice,
  rules: readonly DispatchRule[] = city.rules,
): ToldChoice {
  const telling = { city, matter, names: cityNames(city) }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const known = choice.trace.flatMap((verdict) => {
    const rule = byId.get(verdict.rule)
    return rule === undefined ? [] : [entryOf(telling, rule, verdict)]
  })
  const lacking = known.filter(({ verdict, failed = [] }) => verdict === 'condition-failed' && failed.length === 1)
  const others = neighbours(telling, rules).map((rule) =>
    entryOf(telling, rule, { rule: rule.id, verdict: 'condition-failed', failed: ['category'] }),
  )
  return {
    version: choice.version,
    rule: choice.rule,
    lead: named(telling, choice.lead),
    co: choice.co.map((id) => ({ id, name: telling.names.unit(id) })),
    handling: choice.handling,
    profile: choice.profile,
    trace: known,
    near: [...lacking, ...others].slice(0, NEAR),
    unknown: choice.trace.filter((verdict) => !byId.has(verdict.rule)),
  }
}
