import type { OrderId, RuleId, UnitId } from '../ids.ts'
import type { Condition } from './condition.ts'
import { majorityProbability, wilsonLower } from './odds.ts'
import { type Candidate, holder, searchConditions, type Weighed } from './search-conditions.ts'
import { searchNarrowing } from './search-narrowing.ts'
import { isRight, type LeadKey, type SeenCase } from './seen-case.ts'
import { chanceOf, UnitNoise, weightFor } from './weigh-case.ts'

/** A place in the catalogue that sends matters astray, and what the cases say should stand there. */
export type Fault = {
  rule: RuleId | null
  /** beyond the rule's own; none: the rule as a whole */
  conditions: readonly Condition[]
  /** null: whomever the next rule names, for what lies outside `keeps` */
  lead: LeadKey | null
  /** the condition the rule lacks, where it reaches too far */
  keeps: Condition | null
  /** orders that ended with `lead` and would not have gone there; stayed where the rule sends them; went elsewhere */
  support: readonly OrderId[]
  against: readonly OrderId[]
  elsewhere: number
  /** the lower end of the share that speaks for it, nineteen times in twenty */
  atLeast: number
  /** how sure it is that more go there than stay: 0–1 */
  sure: number
  /** logarithm of how much likelier the cases are with the change, less the price of its conditions */
  score: number
}

/** One rule in twenty or so may be wrong; a find should be ten times likelier than none. */
const MARGIN = Math.log(20) + Math.log(10)
/** A find beyond doubt. Where few of these are left, the catalogue is good and a faint find is more likely chance. */
const BEYOND_DOUBT = 20

/** The margin for a catalogue as good as this one shows itself to be. */
const marginAfter = (rules: number, certain: number): number =>
  Math.max(MARGIN, Math.log(rules / Math.max(1, certain)) + Math.log(10))
/** A lead is one of a few that are likely. */
const LEAD_COST = Math.log(6)
/** An exception lengthens the catalogue, a change does not. */
const EXCEPTION_COST = 1
const LEAST_SUPPORT = 3
/** That most go there: five against two, or three against none. */
export const SURE = 0.75
/** More than so many faults in one rule are not found but imagined. */
const MOST_OF_A_RULE = 8

const supports = ({ seen, gains }: Weighed): boolean => gains && !isRight(seen)

function faultOf(
  rule: RuleId | null,
  lead: LeadKey | null,
  { conditions, cases, score }: Candidate,
  keeps: Condition | null = null,
): Fault {
  const support = cases.filter(supports).map(({ seen }) => seen.id)
  const against = cases.filter(({ seen }) => isRight(seen) && (lead === null || !seen.wants.includes(lead)))
  const elsewhere = cases.filter(({ seen, gains }) => !isRight(seen) && !gains).length
  const decided = support.length + against.length
  return {
    rule,
    conditions,
    lead,
    keeps,
    support,
    against: against.map(({ seen }) => seen.id),
    elsewhere,
    atLeast: wilsonLower(support.length, decided + elsewhere),
    sure: majorityProbability(support.length, against.length + elsewhere / 2),
    score,
  }
}

/** One dispatcher's habit is no evidence: somebody else must have thought so, or a return or a ruling shown it. */
function isWitnessed(cases: readonly Weighed[]): boolean {
  const speaking = cases.filter(supports).map(({ seen }) => seen)
  if (speaking.some(({ evidence }) => evidence !== 'overridden')) return true
  return new Set(speaking.map(({ overriddenBy }) => overriddenBy)).size > 1
}

/** Of two leads that explain the same, the office of the place says more than its name, and a name more than a detour. */
const readAs = (lead: LeadKey): number => (lead === '@industry' || lead === '@owner' ? 2 : lead.startsWith('@') ? 0 : 1)

function leadsWanted(cases: readonly SeenCase[]): LeadKey[] {
  const counts = new Map<LeadKey, number>()
  for (const seen of cases)
    if (!isRight(seen)) for (const lead of seen.wants) counts.set(lead, (counts.get(lead) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= LEAST_SUPPORT)
    .map(([lead]) => lead)
    .toSorted((a, b) => readAs(a) - readAs(b))
}

/** What the catalogue already asks under each rule, so that nothing is asked twice. */
export type FixedFields = (rule: RuleId | null) => ReadonlySet<string>

/** `given`: the conditions of the finds that this group stands under. */
type Group = { rule: RuleId | null; given: readonly Condition[]; cases: readonly SeenCase[] }

const isBorneOut = (fault: Fault, cases: readonly Weighed[]): boolean =>
  fault.support.length >= LEAST_SUPPORT &&
  fault.support.length > fault.against.length &&
  fault.sure >= SURE &&
  isWitnessed(cases)

/** Whom the catalogue names for these cases once the rule is silent. */
export type NextLead = (rule: RuleId, cases: readonly SeenCase[]) => (seen: SeenCase) => UnitId | null

/** Only of a rule as it stands: what lies under a find of this round is not in the catalogue yet. */
function narrowingOf({ rule, given, cases }: Group, { noise, nextLead }: Tools, fixed: ReadonlySet<string>) {
  if (rule === null || given.length > 0 || cases.filter((seen) => !isRight(seen)).length < LEAST_SUPPORT) return null
  const usual = noise.of(cases[0]?.present ?? null, rule)
  const found = searchNarrowing(cases, nextLead(rule, cases), usual, fixed)
  if (found === null || found.score - EXCEPTION_COST < MARGIN) return null
  const fault = faultOf(rule, null, { ...found, score: found.score - EXCEPTION_COST }, found.keeps)
  return isBorneOut(fault, found.cases) ? fault : null
}

type Tools = { noise: UnitNoise; nextLead: NextLead }

function bestOf(group: Group, tools: Tools, fixed: ReadonlySet<string>): Fault | null {
  let best = narrowingOf(group, tools, fixed)
  for (const lead of leadsWanted(group.cases)) {
    const fault = bestFor(lead, group, tools, fixed)
    if (fault !== null && (best === null || fault.score > best.score)) best = fault
  }
  return best
}

/** The first of the candidates, which come by score, that the cases bear out. */
function bestFor(lead: LeadKey, { rule, cases }: Group, tools: Tools, fixed: ReadonlySet<string>): Fault | null {
  const weighed = cases.map((seen): Weighed => {
    const noise = tools.noise.of(seen.present, rule)
    const gains = !isRight(seen) && seen.wants.includes(lead)
    return { seen, weight: weightFor(seen, lead, noise), gains, chance: chanceOf(seen, noise) }
  })
  for (const candidate of searchConditions(weighed, fixed)) {
    const score = candidate.score - LEAD_COST - (candidate.conditions.length > 0 ? EXCEPTION_COST : 0)
    if (score < MARGIN) return null
    if (rule === null && !candidate.conditions.some(({ field }) => field === 'category')) continue
    const fault = faultOf(rule, lead, { ...candidate, score })
    if (isBorneOut(fault, candidate.cases)) return fault
  }
  return null
}

/** Once the rule is changed, these orders go to the new lead: where that is not who had them, they speak for an exception. */
const moved = (cases: readonly SeenCase[], lead: LeadKey): SeenCase[] =>
  cases.map((seen) => ({ ...seen, present: seen.wants.includes(lead) ? seen.final : null }))

/** What is left to look at after a find: the cases it takes, under the new lead, and the others as they were. */
function after(group: Group, fault: Fault): Group[] {
  const { lead, keeps } = fault
  if (lead === null) return [{ ...group, cases: keeps === null ? [] : group.cases.filter(holder(keeps)) }]
  const asks = fault.conditions.map(holder)
  const takes = (seen: SeenCase) => asks.every((holds) => holds(seen))
  const within: Group = { ...group, given: fault.conditions, cases: moved(group.cases.filter(takes), lead) }
  return [within, { ...group, cases: group.cases.filter((seen) => !takes(seen)) }]
}

function faultsOf(first: Group, tools: Tools, fixed: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = []
  const waiting = [first]
  for (let group = waiting.pop(); group !== undefined && faults.length < MOST_OF_A_RULE; group = waiting.pop()) {
    const asked = new Set([...fixed, ...group.given.map(({ field }) => field)])
    const found = bestOf(group, tools, asked)
    if (found === null) continue
    const fault = { ...found, conditions: [...group.given, ...found.conditions] }
    faults.push(fault)
    waiting.push(...after(group, fault))
  }
  return faults
}

/**
 * Faults of a catalogue, from how the orders of a period ended: rule by rule the change that explains most, then the next
 * among what is left. Units that give back wrongly, or keep what is not theirs, are expected at the rate they show elsewhere.
 * A find stands before those that only make sense after it. Between two rules the caller may do something else.
 */
export function* findingFaults(
  cases: readonly SeenCase[],
  fixedOf: FixedFields,
  nextLead: NextLead,
): Generator<void, Fault[]> {
  const tools = { noise: new UnitNoise(cases), nextLead }
  const groups = new Map<RuleId | null, SeenCase[]>()
  for (const seen of cases) {
    const group = groups.get(seen.rule)
    if (group === undefined) groups.set(seen.rule, [seen])
    else group.push(seen)
  }
  const found: Fault[] = []
  for (const [rule, all] of groups) {
    found.push(...faultsOf({ rule, given: [], cases: all }, tools, fixedOf(rule)))
    yield
  }
  const margin = marginAfter(groups.size, found.filter(({ score }) => score >= BEYOND_DOUBT).length)
  return found.filter(({ score }) => score >= margin)
}
