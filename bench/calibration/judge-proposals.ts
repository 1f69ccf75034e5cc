import { changeRules, cityWithRules } from '#domain/calibration/change-rules.ts'
import type { RuleProposal } from '#domain/calibration/propose-changes.ts'
import type { City } from '#domain/city/city.ts'
import type { UnitId } from '#domain/ids.ts'
import { leadBy, type PlantedFault } from '#sim/calibration/planted-faults.ts'
import type { Known, SimulatedCity } from './simulated-months.ts'

export function adopted(city: City, proposals: readonly RuleProposal[]): City {
  const rules = proposals.reduce((all, { change }) => changeRules(all, change, 'found')?.rules ?? all, [...city.rules])
  return cityWithRules(city, rules)
}

export type Verdict = { proposal: RuleProposal; gains: number; losses: number; astray: number; wrong: boolean }

/** Of fresh matters a right proposal sends three of four that it moves to whom they belong. */
const RIGHT = 0.75

/** Of these matters, those that a change moves: to whom they belong, away from them, from one wrong unit to another. */
function outcome(known: readonly Known[], before: City, after: City) {
  const count = { gains: 0, losses: 0, astray: 0 }
  for (const { matter, truth } of known) {
    const [was, will] = [leadBy(before, matter), leadBy(after, matter)]
    if (was !== will) count[will === truth ? 'gains' : was === truth ? 'losses' : 'astray'] += 1
  }
  return count
}

/** Each proposal alone, on matters it has not been learnt from, against what is true. */
export function judged(sim: SimulatedCity, before: City, proposals: readonly RuleProposal[]): Verdict[] {
  const byItem = groups(sim.fresh)
  return proposals.map((proposal) => {
    const needed = proposals.filter(({ change }) => change === proposal.needs)
    const base = adopted(before, needed)
    const changed = changeRules(base.rules, proposal.change, 'found')
    const after = cityWithRules(base, changed?.rules ?? base.rules)
    const item = changed?.touched.category?.slice(0, 3) ?? ''
    const count = outcome(byItem.get(item) ?? sim.fresh, base, after)
    const wrong = count.gains === 0 || count.gains < RIGHT * (count.gains + count.losses + count.astray)
    return { proposal, ...count, wrong }
  })
}

function groups(fresh: readonly Known[]): Map<string, Known[]> {
  const made = new Map<string, Known[]>()
  for (const known of fresh) {
    const item = known.matter.category?.slice(0, 3) ?? ''
    const group = made.get(item)
    if (group === undefined) made.set(item, [known])
    else group.push(known)
  }
  return made
}

type Mended = { fault: PlantedFault; share: number }

/** Of the fresh matters that a fault sends elsewhere, how many the changed catalogue sends where the whole one does. */
export function mended(sim: SimulatedCity, after: City): Mended[] {
  const byItem = groups(sim.fresh)
  return sim.faults.map((fault) => {
    let [of, right] = [0, 0]
    for (const { matter } of byItem.get(fault.scope.slice(0, 3)) ?? []) {
      if (!matter.category?.startsWith(fault.scope)) continue
      const should: UnitId | null = leadBy(sim.whole, matter)
      if (leadBy(sim.faulty, matter) === should) continue
      of += 1
      if (leadBy(after, matter) === should) right += 1
    }
    return { fault, share: of === 0 ? 0 : right / of }
  })
}

/** Orders of a month that met the fault: sent elsewhere by the faulty catalogue than by the whole one. */
export function casesMet(sim: SimulatedCity, month: readonly { matter: Known['matter'] }[]): number[] {
  const wrong = month.filter(({ matter }) => leadBy(sim.faulty, matter) !== leadBy(sim.whole, matter))
  return sim.faults.map(({ scope }) => wrong.filter(({ matter }) => matter.category?.startsWith(scope) === true).length)
}
