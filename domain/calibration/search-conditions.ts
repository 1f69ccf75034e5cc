import { type Condition, type ConditionField, conditionOf } from './condition.ts'
import type { LeadKey, SeenCase } from './seen-case.ts'
import { bestSpans, inSpan, USUAL_SPANS } from './time-window.ts'

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
/** A span that nobody speaks of: any of 24 beginnings with any of 13 lengths. */
const ODD_SPAN = 312
const FIELDS = Math.log(8)
const usualSpans = new Set(
  USUAL_SPANS.map(([from, to]) => `${String(from).padStart(2, '0')}:00-${String(to).padStart(2, '0')}:00`),
)

export function costOf({ field, value }: Condition): number {
  const odd = field === 'timeOfDay' && !usualSpans.has(value)
  return FIELDS + Math.log(odd ? ODD_SPAN : CHOICES[field])
}

export type Weighed = { seen: SeenCase; weight: number; gains: boolean }
export type Candidate = { conditions: readonly Condition[]; cases: readonly Weighed[]; score: number }

export const holds = (seen: SeenCase, { field, value }: Condition): boolean => {
  if (field === 'timeOfDay') return inSpan(seen.hour, value)
  if (field === 'keywords') return seen.text.includes(value)
  return seen.tokens.includes(`${field}=${value}`)
}

const BEAM = 12
const LEAST_GAINS = 3
const DEEPEST = 3

const total = (cases: readonly Weighed[]): number => cases.reduce((sum, { weight }) => sum + weight, 0)

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
  const spans = bestSpans(byHour)
  const found = [...counts].filter(([, n]) => n >= LEAST_GAINS).map(([token]) => conditionOf(token))
  const times = [spans.usual, spans.any].filter((span, i, all) => span !== null && all.indexOf(span) === i)
  return [...found, ...times.map((value): Condition => ({ field: 'timeOfDay', value: value ?? '' }))].filter(
    ({ field }) => field === 'category' || field === 'region' || !fixed.has(field),
  )
}

function narrowed(from: Candidate, condition: Condition): Candidate | null {
  if (from.conditions.some(({ field }) => field === condition.field)) return null
  const cases = from.cases.filter(({ seen }) => holds(seen, condition))
  if (cases.length === from.cases.length) return null
  if (cases.filter(({ gains }) => gains).length < LEAST_GAINS) return null
  const conditions = [...from.conditions, condition]
  const cost = conditions.reduce((sum, one) => sum + costOf(one), 0)
  return { conditions, cases, score: total(cases) - cost }
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
        const candidate = narrowed(from, condition)
        if (candidate !== null) next.set(keyOf(candidate), candidate)
      }
    beam = [...next.values()].toSorted((a, b) => b.score - a.score).slice(0, BEAM)
    for (const candidate of beam) all.set(keyOf(candidate), candidate)
  }
  return [...all.values()].toSorted((a, b) => b.score - a.score || a.conditions.length - b.conditions.length)
}

export type Found = Candidate & { lead: LeadKey }
