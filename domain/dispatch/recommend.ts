import { z } from 'zod'
import type { OrderId, RegionCode, RuleId, UnitId } from '../ids.ts'
import type { DispatchChoice } from '../order/event.ts'
import type { RuleCandidate, RuleNearness } from './candidates.ts'

/** What speaks most for a unit. */
export const EvidenceSource = z.enum(['rule', 'precedent', 'duty'])
export type EvidenceSource = z.infer<typeof EvidenceSource>

/** A past order that says something: whom it ended with, who gave it back. */
export type Precedent = {
  id: OrderId
  no: string
  /** cosine of the heaviest words, 0–1 */
  likeness: number
  sameScene: boolean
  region: RegionCode
  /** the lead whose answer was accepted, or that a ruling named; null: not settled, only its returns count */
  unit: UnitId | null
  /** units that gave it back, or from which the desk took it as wrongly sent */
  wrong: readonly UnitId[]
  /** words of the order at hand that it says too, the rarest first */
  words: readonly string[]
}

/** What a unit's duty text has in common with the order, 0–1. */
type DutyMatch = { unit: UnitId; match: number; words: readonly string[] }

/** What became of the orders of this scene that a unit was first in line for, in the days looked at. */
export type UnitRecord = { unit: UnitId; assigned: number; kept: number; wrong: number }

export type Evidence = {
  region: RegionCode
  choice: DispatchChoice
  /** units that some rule names, the one that comes nearest first */
  named: readonly RuleCandidate[]
  precedents: readonly Precedent[]
  duties: readonly DutyMatch[]
  records: readonly UnitRecord[]
  /** whether the order may go there at all: never to a unit that returned it */
  mayHave(unit: UnitId): boolean
}

export type Recommended = {
  unit: UnitId
  /** 0–1: of all that was found, the share that speaks for this unit */
  score: number
  source: EvidenceSource
  rule: RuleCandidate | null
  /** past orders that ended with it, most alike first, and how many went wrong with it */
  precedents: readonly Precedent[]
  wrong: number
  words: readonly string[]
  record: UnitRecord
}

/**
 * Weights, in units of one past order of the same scene in the same words. Chosen on the demo's past in time order
 * (`bench recommend`): the rule's own word weighs as much as five such orders, so that a few odd ones move nothing and
 * a steady practice against the catalogue shows.
 */
const RULE = 5
/** All rules that only nearly speak of the matter, together. */
const NEARLY = 0.3
const NEARNESS: Record<RuleNearness, number> = {
  chosen: 0,
  'unit-excluded': 0,
  'less-specific': 3,
  'other-type': 2,
  'other-scene': 1,
  'other-place': 1,
  'other-condition': 1,
}
/** All duty texts together: they say what a unit is for, not what it did. */
const DUTY = 0.4
/** What is not known: keeps a lone weak sign from looking certain. */
const UNKNOWN = 0.15
/** The past orders that say most; more of the same add nothing. */
const READ = 30
const OTHER_SCENE = 0.35
/** Of the same scene an order counts somewhat whatever its words. */
const FLOOR = 0.15
export const OFFERED = 3
/** Less is no recommendation. */
const LEAST = 0.01

const nearness = (a: string, b: string): number => {
  const same = (digits: number) => b.length >= digits && a.slice(0, digits) === b.slice(0, digits)
  return same(12) ? 1.4 : same(9) ? 1.25 : same(6) ? 1.1 : 1
}

/** How much a past order says about this one. */
export function weightOf(precedent: Precedent, region: RegionCode): number {
  const words = precedent.sameScene ? FLOOR + (1 - FLOOR) * precedent.likeness : OTHER_SCENE * precedent.likeness
  return words * nearness(precedent.region, region)
}

/** The past orders that count for an order of this place, those that say most first. */
export const mostTelling = (precedents: readonly Precedent[], region: RegionCode): Precedent[] =>
  precedents
    .map((precedent) => ({ precedent, weight: weightOf(precedent, region) }))
    .toSorted((a, b) => b.weight - a.weight || (a.precedent.id < b.precedent.id ? 1 : -1))
    .slice(0, READ)
    .map(({ precedent }) => precedent)

type Tally = {
  rule: RuleCandidate | null
  of: Record<EvidenceSource, number>
  against: number
  precedents: Precedent[]
  wrong: number
  words: string[]
}

const nothing = (): Tally => ({
  rule: null,
  of: { rule: 0, precedent: 0, duty: 0 },
  against: 0,
  precedents: [],
  wrong: 0,
  words: [],
})

function talliesOf({ region, named, precedents, duties, records }: Evidence): Map<UnitId, Tally> {
  const tallies = new Map<UnitId, Tally>()
  const of = (unit: UnitId): Tally => {
    const known = tallies.get(unit) ?? nothing()
    tallies.set(unit, known)
    return known
  }
  const recordOf = new Map(records.map((record) => [record.unit, record]))
  const nearly = named.reduce((sum, { nearness }) => sum + NEARNESS[nearness], 0)
  for (const rule of named) {
    const tally = of(rule.unit)
    const { kept, wrong } = recordOf.get(rule.unit) ?? { kept: 0, wrong: 0 }
    const weight = rule.nearness === 'chosen' ? RULE : nearly === 0 ? 0 : (NEARLY * NEARNESS[rule.nearness]) / nearly
    tally.rule ??= rule
    // A rule whose unit gives back what the rule sends is worth what its record says.
    tally.of.rule = Math.max(tally.of.rule, (weight * (kept + 4)) / (kept + wrong + 4))
  }
  for (const precedent of mostTelling(precedents, region)) {
    const weight = weightOf(precedent, region)
    for (const unit of precedent.wrong) {
      of(unit).against += weight
      of(unit).wrong += 1
    }
    if (precedent.unit === null) continue
    const tally = of(precedent.unit)
    tally.of.precedent += weight
    tally.precedents.push(precedent)
    tally.words.push(...precedent.words)
  }
  const matches = duties.reduce((sum, { match }) => sum + match, 0)
  for (const { unit, match, words } of duties) {
    const tally = of(unit)
    tally.of.duty += (DUTY * match * match) / matches
    tally.words.push(...words)
  }
  return tallies
}

const WORDS = 6
function wordsOf(words: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, WORDS)
    .map(([word]) => word)
}

const SOURCES = EvidenceSource.options
const NO_RECORD = { assigned: 0, kept: 0, wrong: 0 }

/**
 * The units that an order may go to, the best three, from what rules, past orders and duty texts say, in this order of
 * weight (domain.md §5.3). Needs no model and nothing learned; without any evidence it offers nobody. Same evidence, same answer:
 * ties go to the rule's unit, then by the unit's id.
 */
export function recommend(evidence: Evidence): Recommended[] {
  const tallies = [...talliesOf(evidence)].filter(([unit]) => evidence.mayHave(unit))
  const sum = ({ of }: Tally) => of.rule + of.precedent + of.duty
  const total = tallies.reduce((all, [, tally]) => all + sum(tally), UNKNOWN)
  const records = new Map(evidence.records.map((record) => [record.unit, record]))
  const { lead } = evidence.choice
  return tallies
    .map(([unit, tally]): Recommended => {
      const { of, rule, precedents, wrong, words } = tally
      return {
        unit,
        score: Math.max(0, sum(tally) - tally.against) / total,
        source: SOURCES.reduce((most, one) => (of[one] > of[most] ? one : most)),
        rule,
        precedents,
        wrong,
        words: wordsOf(words),
        record: records.get(unit) ?? { unit, ...NO_RECORD },
      }
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted(
      (a, b) => b.score - a.score || Number(b.unit === lead) - Number(a.unit === lead) || (a.unit < b.unit ? -1 : 1),
    )
    .slice(0, OFFERED)
}

/** The rule a dispatch rests on, if the recommendation and the catalogue agree. */
export const agreedRule = (choice: DispatchChoice, best: Recommended | undefined): RuleId | null =>
  best !== undefined && choice.lead === best.unit ? choice.rule : null
