import type { City } from '../city/city.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import type { Instant, OrderId, RuleId, UnitId } from '../ids.ts'
import { type CalibrationCase, seeCases } from './calibration-case.ts'
import { changeRules, cityWithRules, type RuleChange } from './change-rules.ts'
import { type Fault, type FixedFields, findingFaults, type NextLead, SURE } from './find-faults.ts'
import { majorityProbability } from './odds.ts'
import { type Replay, replay } from './replay.ts'
import type { SeenCase } from './seen-case.ts'

/** A change of the catalogue with what speaks for it and against it. */
export type RuleProposal = {
  change: RuleChange
  /** another proposal for the same rule without which this one changes nothing */
  needs: RuleChange | null
  support: readonly OrderId[]
  against: readonly OrderId[]
  elsewhere: number
  atLeast: number
  sure: number
  score: number
  /** the period through the catalogue with this change alone */
  replay: Pick<Replay, 'moved' | 'gains' | 'losses' | 'astray'>
}

/** Orders that a change must put right beyond those it puts wrong. */
const NET = 2
/**
 * A rule that a round has mended was searched for whatever its cases hold; what is found there again is more often
 * chance than under other rules. Seven against none, eight against one.
 */
const SURE_AGAIN = 0.95
/** Orders looked at between two pauses. */
const PAGE = 1000
const NOBODY: ReadonlySet<UnitId> = new Set()

/** Fields a rule asks already; category and region can be asked more closely, so they are never taken. */
export function fixedFields(city: City): FixedFields {
  const rules = new Map(city.rules.map((rule) => [rule.id, rule]))
  const none: ReadonlySet<string> = new Set()
  return (id) => {
    const rule = id === null ? undefined : rules.get(id)
    if (rule === undefined) return none
    const asks = [
      ...(['requestType', 'kind', 'placeType', 'ownership', 'respondentType', 'timeOfDay'] as const).filter(
        (field) => rule[field] !== null,
      ),
      ...(['keywords', 'tags'] as const).filter((field) => rule[field].length > 0),
    ]
    return new Set(asks)
  }
}

function changeOf({
  rule,
  conditions,
  lead,
  keeps,
}: Pick<Fault, 'rule' | 'conditions' | 'lead' | 'keeps'>): RuleChange {
  if (rule !== null && lead === null && keeps !== null) return { kind: 'narrow', rule, condition: keeps }
  if (lead === null) throw new Error('a fault names a lead or a condition')
  if (rule !== null && conditions.length === 0) return { kind: 'change-lead', rule, lead }
  return { kind: 'add-rule', under: rule, conditions, lead }
}

/** Whom the others name when this rule is silent, for the learner to tell a rule too broad from a rule that is wrong. */
function nextLeads(cases: readonly CalibrationCase[], city: City, at: Instant): NextLead {
  const matters = new Map(cases.map(({ id, matter }) => [id, matter]))
  return (rule) => {
    const silent = cityWithRules(
      city,
      city.rules.filter(({ id }) => id !== rule),
    )
    return ({ id }) => {
      const matter = matters.get(id)
      return matter === undefined ? null : chooseUnit(matter, silent, NOBODY, at).lead
    }
  }
}

/** Cases that a change can touch at all: those of the category that its rule speaks of. */
function within(cases: readonly CalibrationCase[], category: string | null): readonly CalibrationCase[] {
  return category === null ? cases : cases.filter(({ matter }) => matter.category?.startsWith(category) === true)
}

type Trial = { cases: readonly CalibrationCase[]; city: City; at: Instant }

function tryOut(change: RuleChange, { cases, city, at }: Trial): Replay | null {
  const changed = changeRules(city.rules, change, '')
  if (changed === null) return null
  return replay(within(cases, changed.touched.category), city, cityWithRules(city, changed.rules), at)
}

const net = ({ gains, losses }: Pick<Replay, 'gains' | 'losses'>): number => gains - losses
/** More of what it moves is put right than not, and not by chance. */
const isBorneOut = ({ gains, losses, astray }: Replay): boolean =>
  gains - losses >= NET && majorityProbability(gains, losses + astray / 2) >= SURE

type Tried = { change: RuleChange; replay: Replay }

/** A rule without which the next one says the same, or better, is one too many. */
function simplest(change: RuleChange, trial: Trial): Tried | null {
  const first = tryOut(change, trial)
  if (first === null || !isBorneOut(first)) return null
  if (change.kind !== 'change-lead') return { change, replay: first }
  const retire: RuleChange = { kind: 'retire', rule: change.rule }
  const without = tryOut(retire, trial)
  const better = without !== null && without.nobodyAfter === without.nobodyBefore && net(without) >= net(first)
  return better ? { change: retire, replay: without } : { change, replay: first }
}

/** When a rule was last changed by a round, or given an exception. */
export type ChangedRules = ReadonlyMap<RuleId, Instant>

/** What a rule was changed for has been heard; whether the change was right is said by what came after it. */
const isUnheard = ({ rule }: SeenCase, receivedAt: Instant, changed: ChangedRules): boolean => {
  const since = rule === null ? undefined : changed.get(rule)
  return since === undefined || receivedAt >= since
}

function* seeing(collected: readonly CalibrationCase[], city: City, at: Instant, changed: ChangedRules) {
  const [seen, cases]: [SeenCase[], CalibrationCase[]] = [[], []]
  for (let i = 0; i < collected.length; i += PAGE) {
    const page = collected.slice(i, i + PAGE)
    for (const [k, one] of seeCases(page, city, at).entries()) {
      const whole = page[k]
      if (whole === undefined || !isUnheard(one, whole.matter.receivedAt, changed)) continue
      seen.push(one)
      cases.push(whole)
    }
    yield
  }
  return { seen, cases }
}

const withChange = (city: City, change: RuleChange): City => {
  const changed = changeRules(city.rules, change, '')
  return changed === null ? city : cityWithRules(city, changed.rules)
}

/**
 * 机器发现的建议: what the cases of a period say is wrong with the catalogue that is in force at `at`. Each is tried on the
 * period before it is shown; one that the period itself does not bear out is left out. Those with most support first.
 * `changed`: orders from before a change of the rule that decides them today count no more, and those since must say more.
 */
export function* proposingChanges(
  collected: readonly CalibrationCase[],
  city: City,
  at: Instant,
  changed: ChangedRules = new Map(),
): Generator<void, RuleProposal[]> {
  const { seen, cases } = yield* seeing(collected, city, at, changed)
  const found: RuleProposal[] = []
  const changedBy = new Map<string | null, { city: City; last: RuleProposal }>()
  const next = nextLeads(cases, city, at)
  for (const { rule, conditions, lead, keeps, ...evidence } of yield* findingFaults(seen, fixedFields(city), next)) {
    if (rule !== null && changed.has(rule) && evidence.sure < SURE_AGAIN) continue
    const change = changeOf({ rule, conditions, lead, keeps })
    const before = changedBy.get(rule)
    const alone = simplest(change, { cases, city, at })
    const tried = alone ?? (before === undefined ? null : simplest(change, { cases, city: before.city, at }))
    if (tried === null) continue
    const { moved, gains, losses, astray } = tried.replay
    const proposal: RuleProposal = {
      change: tried.change,
      needs: alone === null ? (before?.last.change ?? null) : null,
      ...evidence,
      replay: { moved, gains, losses, astray },
    }
    found.push(proposal)
    changedBy.set(rule, { city: withChange(before?.city ?? city, tried.change), last: proposal })
  }
  return found.toSorted((a, b) => b.support.length - a.support.length || b.score - a.score)
}

/** `proposingChanges` without a pause. */
export function proposeChanges(
  cases: readonly CalibrationCase[],
  city: City,
  at: Instant,
  changed?: ChangedRules,
): RuleProposal[] {
  const proposing = proposingChanges(cases, city, at, changed)
  for (;;) {
    const step = proposing.next()
    if (step.done === true) return step.value
  }
}
