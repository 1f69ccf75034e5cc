import { type Condition, type ConditionField, conditionOf, tokenOf } from './condition.ts'
import type { LeadKey, SeenCase } from './seen-case.ts'
import { bestSpan, inSpan } from './time-window.ts'

/**
 * What a condition costs, in the same logarithms as the cases weigh: the number of conditions of its kind that would
 * have been tried. So a word out of hundreds needs more cases than a kind of place out of ten, two conditions more than
 * one, and trying many is paid for (the guard against chance finds).
 */
const CHOICES: Record<ConditionField, number> = {
  category: 40,
  region: 60,
  requestType: 20,
  kind: 20,
  placeType: 12,
  ownership: 12,
  respondentType: 14,
  timeOfDay: 40,
  keywords: 500,
  tags: 80,
}
const FIELDS = Math.log(8)

export const costOf = ({ field }: Condition): number => FIELDS + Math.log(CHOICES[field])

/** `chance`: how probable it is that a case that speaks for the change ended as it did without any reason. */
export type Weighed = { seen: SeenCase; weight: number; gains: boolean; chance: number }
export type Candidate = { conditions: readonly Condition[]; cases: readonly Weighed[]; score: number }

/** Whether a condition holds for a case, made once for many. */
export function holder(condition: Condition): (seen: SeenCase) => boolean {
  const { field, value } = condition
  if (field === 'timeOfDay') return ({ hour }) => inSpan(hour, value)
  if (field === 'keywords') return ({ text }) => text.includes(value)
  const token = tokenOf(condition)
  return ({ tokens }) => tokens.includes(token)
}

const BEAM = 12
const LEAST_GAINS = 3
const DEEPEST = 3

const total = (cases: readonly Weighed[]): number => cases.reduce((sum, { weight }) => sum + weight, 0)
const gainsOf = (cases: readonly Weighed[]): number => cases.reduce((n, { gains }) => (gains ? n + 1 : n), 0)

/** Of so few cases outside a condition nothing is concluded, and one that leaves happens everywhere. */
const OUTSIDE = 10
const HAPPENS = 1

/**
 * What is taken off a score because orders go the same way where the condition does not hold. Duty may hang on what nobody
 * wrote down; then some orders of a rule leave whatever is asked of them, and any condition that happens to hold for a
 * few of these would seem to explain them. `all`: every case of the rule, `inside`: those for which the condition holds.
 */
export function residueOf(inside: readonly Weighed[], all: readonly Weighed[]): number {
  const leave = Math.max(0, gainsOf(all) - gainsOf(inside) - HAPPENS)
  const share = leave / (all.length - inside.length + OUTSIDE)
  return inside.reduce((sum, { gains, chance }) => (gains ? sum + Math.max(0, Math.log(share / chance)) : sum), 0)
}

/** Conditions worth trying on these cases: those that hold in at least three that speak for the change. */
function worthTrying(cases: readonly Weighed[], fixed: ReadonlySet<string>): Condition[] {
  const counts = new Map<string, number>()
  const count = (token: string) => counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const { seen, gains } of cases) {
    if (!gains) continue
    for (const token of seen.tokens) count(token)
    for (const word of seen.words) count(`keywords=${word}`)
  }
  const byHour = new Array<number>(24).fill(0)
  for (const { seen, weight } of cases) byHour[seen.hour] = (byHour[seen.hour] ?? 0) + weight
  const span = bestSpan(byHour)
  const found = [...counts].filter(([, n]) => n >= LEAST_GAINS).map(([token]) => conditionOf(token))
  if (span !== null) found.push({ field: 'timeOfDay', value: span })
  return found.filter(({ field }) => field === 'category' || field === 'region' || !fixed.has(field))
}

function narrowed(from: Candidate, condition: Condition, all: readonly Weighed[]): Candidate | null {
  if (from.conditions.some(({ field }) => field === condition.field)) return null
  const holds = holder(condition)
  const cases = from.cases.filter(({ seen }) => holds(seen))
  if (cases.length === from.cases.length || gainsOf(cases) < LEAST_GAINS) return null
  const conditions = [...from.conditions, condition]
  const cost = conditions.reduce((sum, one) => sum + costOf(one), 0)
  return { conditions, cases, score: total(cases) - residueOf(cases, all) - cost }
}

const keyOf = ({ conditions }: Candidate): string =>
  conditions
    .map(({ field, value }) => `${field}=${value}`)
    .toSorted()
    .join('&')

/**
 * The conditions under which a change of lead explains these cases best: none, one, two or three, the best twelve of each
 * number carried on to the next. `fixed`: what the rule asks already.
 */
export function searchConditions(cases: readonly Weighed[], fixed: ReadonlySet<string>): Candidate[] {
  const root: Candidate = { conditions: [], cases, score: total(cases) }
  const all = new Map<string, Candidate>([['', root]])
  let beam = [root]
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const next = new Map<string, Candidate>()
    for (const from of beam)
      for (const condition of worthTrying(from.cases, fixed)) {
        const candidate = narrowed(from, condition, cases)
        if (candidate !== null) next.set(keyOf(candidate), candidate)
      }
    beam = [...next.values()].toSorted((a, b) => b.score - a.score).slice(0, BEAM)
    for (const candidate of beam) all.set(keyOf(candidate), candidate)
  }
  return [...all.values()].toSorted((a, b) => b.score - a.score || a.conditions.length - b.conditions.length)
}

export type Found = Candidate & { lead: LeadKey }
