import { type ChangedRules, proposeChanges, type RuleProposal } from '#domain/calibration/propose-changes.ts'
import type { City } from '#domain/city/city.ts'
import { type Instant, instantOf, type RuleId } from '#domain/ids.ts'
import type { Planting } from '#sim/calibration/planted-faults.ts'
import { round } from '../result.ts'
import { adopted, casesMet, judged, mended, type Verdict } from './judge-proposals.ts'
import {
  casesOf,
  figuresOf,
  type Lived,
  livedMonth,
  monthStart,
  type SimulatedCity,
  simulatedCity,
} from './simulated-months.ts'

export const percent = (share: number): number => round(100 * share, 2)

/** Orders of so many months are looked at in a round. */
const MONTHS_BACK = 3
/** Fewer orders that met a fault are no reason to find it in one round. */
const SOUGHT_FROM = 5
const MENDED = 0.75

type FirstRound = { found: number; of: number; wrong: number; proposals: number; harmful: number }

function firstRound(sim: SimulatedCity, month: readonly Lived[], after: City, verdicts: readonly Verdict[]) {
  const met = casesMet(sim, month)
  const sought = mended(sim, after)
    .map((one, i) => ({ ...one, met: met[i] ?? 0 }))
    .filter((one) => one.met >= SOUGHT_FROM)
  const wrong = verdicts.filter((one) => one.wrong)
  const missed = sought
    .filter(({ share }) => share < MENDED)
    .map(({ fault, met: n, share }) => `missed: ${fault.kind} ${fault.name}: ${n} orders, ${percent(share)} % mended`)
  const result: FirstRound = {
    found: sought.length - missed.length,
    of: sought.length,
    wrong: wrong.length,
    proposals: verdicts.length,
    harmful: wrong.filter(({ gains, losses }) => gains <= losses).length,
  }
  return { result, notes: [...missed, ...wrong.map(wrongWords)] }
}

const wrongWords = ({ proposal, gains, losses, astray }: Verdict): string =>
  `wrong: ${JSON.stringify(proposal.change)} support ${proposal.support.length} against ${proposal.against.length} ` +
  `other ${proposal.elsewhere}, score ${round(proposal.score)}; fresh +${gains} −${losses} ~${astray}`

function proposalsAfter(lived: readonly (readonly Lived[])[], city: City, changed: ChangedRules): RuleProposal[] {
  const since = Math.max(0, lived.length - MONTHS_BACK)
  const cases = lived.slice(since).flatMap((one, i) => casesOf(one, since + i))
  return proposeChanges(cases, city, instantOf(monthStart(lived.length)), changed)
}

/** Rules that were changed, added, or given an exception. */
function touched(before: City, after: City, proposals: readonly RuleProposal[]): RuleId[] {
  const changed = after.rules.filter((rule) => !before.rules.includes(rule)).map(({ id }) => id)
  const under = proposals.flatMap(({ change }) => (change.kind === 'add-rule' ? (change.under ?? []) : []))
  return [...changed, ...under]
}

/** One seed's city through its months, a round after each, everything adopted that a round proposes. */
export function sixMonths(base: City, seed: number, planting: Planting, months: number, told: boolean) {
  const sim = simulatedCity(base, seed, planting)
  let city = sim.faulty
  const lived: Lived[][] = []
  const curve: ReturnType<typeof figuresOf>[] = []
  const notes: string[] = []
  const changed = new Map<RuleId, Instant>()
  let round1: FirstRound = { found: 0, of: 0, wrong: 0, proposals: 0, harmful: 0 }
  let [proposed, wrong, seconds] = [0, 0, 0]
  for (let n = 0; n < months; n++) {
    const month = livedMonth(sim, city, n)
    lived.push(month)
    curve.push(figuresOf(month))
    const begun = performance.now()
    const proposals = proposalsAfter(lived, city, changed)
    if (n === 0) seconds = (performance.now() - begun) / 1000
    const verdicts = judged(sim, city, proposals)
    proposed += verdicts.length
    wrong += verdicts.filter((one) => one.wrong).length
    const after = adopted(city, proposals)
    if (n === 0) {
      const first = firstRound(sim, month, after, verdicts)
      round1 = first.result
      if (told) notes.push(...first.notes.map((note) => `seed ${seed} ${note}`))
    }
    for (const rule of touched(city, after, proposals)) changed.set(rule, instantOf(monthStart(n + 1)))
    city = after
  }
  return { seed, round1, seconds, curve, notes, wrongLater: wrong / Math.max(1, proposed) }
}
