import type { UnitId } from '../ids.ts'
import { type Condition, conditionOf } from './condition.ts'
import { type Candidate, costOf, holder, residueOf, type Weighed } from './search-conditions.ts'
import { isRight, type SeenCase } from './seen-case.ts'
import { bestSpan } from './time-window.ts'
import { chanceOf, weightFor } from './weigh-case.ts'

const LEAST_KEPT = 2

/** A rule may reach too far: what lies outside one more condition would go where the next rule sends it. */
type Narrowing = Candidate & { keeps: Condition }

/** Conditions that hold in at least two orders that are rightly where they are. */
function worthKeeping(weighed: readonly Weighed[]): Condition[] {
  const counts = new Map<string, number>()
  const byHour = new Array<number>(24).fill(0)
  for (const { seen, weight } of weighed) {
    byHour[seen.hour] = (byHour[seen.hour] ?? 0) - weight
    const said = isRight(seen) ? [...seen.tokens, ...seen.words.map((word) => `keywords=${word}`)] : []
    for (const token of said) counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const span = bestSpan(byHour)
  const found = [...counts].filter(([, n]) => n >= LEAST_KEPT).map(([token]) => conditionOf(token))
  return span === null ? found : [...found, { field: 'timeOfDay', value: span }]
}

/**
 * The condition that a rule lacks, if one explains its cases: within it nothing changes, without it the order goes to
 * `next`, whom the catalogue names once this rule is silent.
 */
export function searchNarrowing(
  cases: readonly SeenCase[],
  next: (seen: SeenCase) => UnitId | null,
  noise: number,
  fixed: ReadonlySet<string>,
): Narrowing | null {
  const weighed = cases.flatMap((seen): Weighed[] => {
    const to = next(seen)
    if (to === null || to === seen.present) return []
    const weight = seen.final === to ? weightFor({ ...seen, wants: [to] }, to, noise) : weightFor(seen, '', noise)
    return [{ seen, weight, gains: seen.final === to, chance: chanceOf(seen, noise) }]
  })
  const tried = worthKeeping(weighed)
  let best: Narrowing | null = null
  for (const keeps of tried) {
    if (fixed.has(keeps.field)) continue
    const holds = holder(keeps)
    const outside = weighed.filter(({ seen }) => !holds(seen))
    const sum = outside.reduce((all, { weight }) => all + weight, 0)
    const score = sum - residueOf(outside, weighed) - costOf(keeps)
    if (best === null || score > best.score) best = { keeps, conditions: [], cases: outside, score }
  }
  return best
}
