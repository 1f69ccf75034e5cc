import type { UnitId } from '../ids.ts'
import { isRight, type LeadKey, type SeenCase } from './seen-case.ts'

/** A unit to which a matter does not belong keeps it all the same: one in seven. */
const KEPT_THOUGH_FOREIGN = 0.15
/** A matter ends where it belongs, were the rule as proposed. */
const COMES_HOME = 0.8
/** It ends with a third unit. */
const GOES_ASTRAY = 0.05
/** Wrong returns of one unit spread over so many others. */
const DIRECTIONS = 4
/** Nobody gives nothing back: what is assumed of a unit of which little is known, and with what weight. */
const USUAL = 0.02
const USUAL_CASES = 25
const LEAST = 0.008
/** One dispatcher's conviction weighs less than a unit that gave the order back and another that took it. */
const WRONG_OVERRIDE = 0.02

type Group = { of: number; left: number }

/**
 * How often matters leave each unit although nothing is wrong, told apart by rule. A rule that most matters leave says
 * something about the rule and nothing about the unit, and the rule under examination does not testify for itself.
 */
export class UnitNoise {
  readonly #byUnit = new Map<UnitId, Map<string, Group>>()

  constructor(cases: Iterable<SeenCase>) {
    for (const seen of cases) {
      if (seen.present === null) continue
      const groups = this.#byUnit.get(seen.present) ?? new Map<string, Group>()
      this.#byUnit.set(seen.present, groups)
      const key = seen.rule ?? ''
      const group = groups.get(key) ?? { of: 0, left: 0 }
      groups.set(key, group)
      group.of += 1
      if (!isRight(seen)) group.left += 1
    }
  }

  /** The share of matters that leave this unit under its other rules, drawn to the usual where these are few. */
  of(unit: UnitId | null, rule: string | null): number {
    let [of, left] = [USUAL_CASES, USUAL * USUAL_CASES]
    for (const [key, group] of unit === null ? [] : (this.#byUnit.get(unit) ?? [])) {
      if (key === (rule ?? '') || group.left * 2 > group.of) continue
      of += group.of
      left += group.left
    }
    return Math.max(LEAST, left / of)
  }
}

/** How probable it is that it ends with this very unit although it belongs where the rules send it. */
export function chanceOf({ evidence }: SeenCase, noise: number): number {
  if (evidence === 'kept') return KEPT_THOUGH_FOREIGN
  return evidence === 'overridden' ? Math.max(WRONG_OVERRIDE, noise / DIRECTIONS) : noise / DIRECTIONS
}

/**
 * How much this case speaks for `lead` and against the present one, as the logarithm of how many times likelier its
 * outcome is if the matter belongs to `lead`. Cases that stayed where they were speak against, as they must.
 */
export function weightFor(seen: SeenCase, lead: LeadKey, noise: number): number {
  if (seen.wants.includes(lead)) {
    if (isRight(seen)) return 0
    return Math.log(COMES_HOME / chanceOf(seen, noise))
  }
  if (isRight(seen)) return Math.log(KEPT_THOUGH_FOREIGN / (1 - noise))
  return Math.min(0, Math.log(GOES_ASTRAY / noise))
}
