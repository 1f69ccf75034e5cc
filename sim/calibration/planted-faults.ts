import type { City, DispatchRule } from '#domain/city/city.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import type { UnitId } from '#domain/ids.ts'
import { between, pick, type Random, randomOf } from '../random.ts'
import type { Duties, Holder } from './true-duties.ts'
import { clauseRuleId, isWritten, ruleFor } from './written-catalogue.ts'

type FaultKind =
  | 'wrong-lead'
  | 'former-unit'
  | 'missing-exception'
  | 'too-broad'
  | 'missing-scene'
  | 'needless-exception'

/** Something wrong with the catalogue: what it does to the whole one. */
export type PlantedFault = {
  name: string
  kind: FaultKind
  /** the scene or item it lies in; no two lie in the same */
  scope: string
  damage(rules: readonly DispatchRule[]): DispatchRule[]
  /** of the sample, the matters it sends elsewhere */
  affects: number
}

const NOBODY: ReadonlySet<UnitId> = new Set()
export const leadBy = (city: City, matter: Matter): UnitId | null => chooseUnit(matter, city, NOBODY).lead

/** Three units that a reform has left without duties; catalogues name them still, and they give everything back. */
export const formerUnits = (city: City, seed: number): readonly UnitId[] => {
  const random = randomOf(seed, 'former')
  const units = [...city.units.values()].filter(({ type }) => type === 'department').map(({ id }) => id)
  return Array.from({ length: 3 }, () => pick(random, units))
}

const replaced = (rules: readonly DispatchRule[], id: string, by: Partial<DispatchRule>): DispatchRule[] =>
  rules.map((rule) => (rule.id === id ? { ...rule, ...by } : rule))
const without = (rules: readonly DispatchRule[], id: string): DispatchRule[] => rules.filter((rule) => rule.id !== id)

type Draft = Omit<PlantedFault, 'affects'>

function drafts(duties: Duties, former: readonly UnitId[], random: Random): Draft[] {
  const pool = (scope: string): readonly Holder[] => duties.pools.get(scope.slice(0, 1)) ?? ['@town']
  const made: Draft[] = []
  for (const [scope, holder] of duties.usual) {
    const wrong = pick(
      random,
      pool(scope).filter((one) => one !== holder),
    )
    const lead = ruleFor('any', scope, [], wrong).lead
    made.push({
      name: `${scope} names ${wrong} for ${holder}`,
      kind: 'wrong-lead',
      scope,
      damage: (rules) => replaced(rules, `u-${scope}`, { lead }),
    })
    const gone = pick(random, former)
    if (gone !== holder)
      made.push({
        name: `${scope} still names ${gone}`,
        kind: 'former-unit',
        scope,
        damage: (rules) => replaced(rules, `u-${scope}`, { lead: { unit: gone } }),
      })
    if (scope.length > 3)
      made.push({
        name: `${scope} has no rule of its own`,
        kind: 'missing-scene',
        scope,
        damage: (rules) => without(rules, `u-${scope}`),
      })
  }
  for (const [i, clause] of duties.clauses.entries()) {
    if (!isWritten(clause)) continue
    const [first, second] = clause.when
    made.push({
      name: `${clause.scope} lacks the exception ${JSON.stringify(clause.when)}`,
      kind: 'missing-exception',
      scope: clause.scope,
      damage: (rules) => without(rules, clauseRuleId(i)),
    })
    if (first !== undefined && second !== undefined)
      made.push({
        name: `${clause.scope} forgets ${JSON.stringify(second)} beside ${JSON.stringify(first)}`,
        kind: 'too-broad',
        scope: clause.scope,
        damage: (rules) =>
          rules.map((rule) =>
            rule.id === clauseRuleId(i) ? ruleFor(rule.id, clause.scope, [first], clause.holder) : rule,
          ),
      })
    // The same circumstance in another scene of the domain, where it means nothing.
    const elsewhere = [...duties.usual.keys()].filter(
      (scope) => scope.length > 3 && scope.startsWith(clause.scope.slice(0, 1)),
    )
    if (elsewhere.length === 0) continue
    const scope = pick(random, elsewhere)
    if (duties.clauses.some((one) => one.scope === scope)) continue
    const wrong = pick(
      random,
      pool(scope).filter((one) => one !== duties.usual.get(scope)),
    )
    made.push({
      name: `${scope} has the needless exception ${JSON.stringify(clause.when)} for ${wrong}`,
      kind: 'needless-exception',
      scope,
      damage: (rules) => [...rules, ruleFor(`n-${i}`, scope, clause.when, wrong)],
    })
  }
  return made
}

export const cityWith = (city: City, rules: readonly DispatchRule[]): City => ({ ...city, rules })

/** The matters of a sample that one fault alone sends elsewhere than the whole catalogue does. */
function affectedBy(fault: Pick<PlantedFault, 'scope' | 'damage'>, whole: City, sample: readonly Matter[]): Matter[] {
  const faulty = cityWith(whole, fault.damage(whole.rules))
  return sample.filter(
    (matter) => matter.category?.startsWith(fault.scope) === true && leadBy(whole, matter) !== leadBy(faulty, matter),
  )
}

export type Planting = { faults: number; monthly: number; share: number }

/** Sizes from 3 a month upwards, evenly in their logarithm, that come to the wanted share of all orders together. */
function sizes(random: Random, { faults, monthly, share }: Planting): number[] {
  const places = Array.from({ length: faults }, (_, i) => (i + random()) / faults)
  const sum = (most: number) => places.reduce((total, at) => total + 3 * (most / 3) ** at, 0)
  let [low, high] = [4, monthly]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (sum(middle) > share * monthly) high = middle
    else low = middle
  }
  return places.map((at) => 3 * (low / 3) ** at).toSorted((a, b) => b - a)
}

/**
 * So many faults of all kinds, a few large and many small, each in a scope of its own so that none hides another. An item's
 * own rule is only damaged where nothing below it is.
 */
export function plantFaults(
  whole: City,
  duties: Duties,
  sample: readonly Matter[],
  planting: Planting,
  seed: number,
): PlantedFault[] {
  const random = randomOf(seed, 'faults')
  const byItem = new Map<string, Matter[]>()
  for (const matter of sample) {
    const item = matter.category?.slice(0, 3) ?? ''
    const group = byItem.get(item)
    if (group === undefined) byItem.set(item, [matter])
    else group.push(matter)
  }
  const bySize = drafts(duties, formerUnits(whole, seed), random).map((draft) => ({
    ...draft,
    affects: affectedBy(draft, whole, byItem.get(draft.scope.slice(0, 3)) ?? []).length,
    taste: between(random, 0.75, 1.33),
  }))
  const chosen: PlantedFault[] = []
  const uses = new Map<FaultKind, number>()
  for (const size of sizes(random, planting)) {
    const wanted = (size * sample.length) / planting.monthly
    const free = bySize.filter(
      ({ scope, affects }) =>
        affects > 0 && !chosen.some((one) => one.scope.startsWith(scope) || scope.startsWith(one.scope)),
    )
    // Near in size, and of a kind that was not planted often: every kind has its turn.
    const cost = (one: (typeof free)[number]) =>
      Math.abs(Math.log(one.affects / wanted)) * one.taste + 0.12 * (uses.get(one.kind) ?? 0)
    const best = free.toSorted((a, b) => cost(a) - cost(b))[0]
    if (best === undefined) break
    uses.set(best.kind, (uses.get(best.kind) ?? 0) + 1)
    chosen.push(best)
  }
  return chosen
}
