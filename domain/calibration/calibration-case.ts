import type { City } from '../city/city.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import { type Matter, MatterFacts } from '../dispatch/matter.ts'
import { unitOf } from '../dispatch/resolve-lead.ts'
import type { Instant, OrderId, UnitId } from '../ids.ts'
import type { ConditionField } from './condition.ts'
import type { Evidence, LeadKey, SeenCase } from './seen-case.ts'

/** One dispatched order of a period with how it ended, before it is looked at through any catalogue. */
export type CalibrationCase = {
  id: OrderId
  matter: Matter
  /** words of title and content, of two characters and more, each once */
  words: readonly string[]
  /** who kept it, or was given it by a ruling */
  final: UnitId
  evidence: Evidence
  overriddenBy: string | null
}

const NOBODY: ReadonlySet<UnitId> = new Set()

/** Every way in which a rule could name this unit for this matter. */
function waysToName(unit: UnitId, matter: Matter, city: City): LeadKey[] {
  const ways: LeadKey[] = [unit]
  for (const territorial of ['district', 'town', 'community'] as const)
    if (unitOf(city, { territorial }, matter) === unit) ways.push(`@${territorial}`)
  if (unitOf(city, { industry: true }, matter) === unit) ways.push('@industry')
  if (unitOf(city, { owner: true }, matter) === unit) ways.push('@owner')
  return ways
}

function tokensOf(matter: Matter): string[] {
  const { category, region } = matter
  const said: (readonly [ConditionField, string | null])[] = [
    ['category', category === null ? null : category.slice(0, 3)],
    ['category', category !== null && category.length > 3 ? category : null],
    ['region', region.slice(0, 6)],
    ['region', region.length >= 9 ? region.slice(0, 9) : null],
    ['requestType', matter.requestType],
    ['kind', matter.kind],
    ['placeType', matter.placeType],
    ['ownership', matter.ownership],
    ['respondentType', matter.respondentType],
    ...matter.tags.map((tag) => ['tags', tag] as const),
  ]
  return said.flatMap(([field, value]) => (value === null ? [] : [`${field}=${value}`]))
}

/** The cases as the learner sees them: who would lead by this catalogue today, and what a rule could ask of them. */
export function seeCases(cases: readonly CalibrationCase[], city: City, at: Instant): SeenCase[] {
  return cases.map(({ id, matter, words, final, evidence, overriddenBy }) => {
    const choice = chooseUnit(matter, city, NOBODY, at)
    const facts = new MatterFacts(matter)
    return {
      id,
      rule: choice.rule,
      present: choice.lead,
      final,
      wants: waysToName(final, matter, city),
      evidence,
      overriddenBy,
      tokens: tokensOf(matter),
      hour: Math.floor(facts.minute / 60),
      text: facts.text,
      words,
    }
  })
}
