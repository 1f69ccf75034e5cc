import type { City } from '../city/city.ts'
import { chooseUnit } from '../dispatch/choose-unit.ts'
import type { Matter } from '../dispatch/matter.ts'
import type { Instant, OrderId, UnitId } from '../ids.ts'

/** What is replayed: the matter and who led it in the end. */
type Replayable = { id: OrderId; matter: Matter; final: UnitId }
type Moved = { id: OrderId; from: UnitId | null; to: UnitId | null; final: UnitId }
type UnitLoad = { unit: UnitId; before: number; after: number }

export type Replay = {
  cases: number
  /** of these, sent to whoever led in the end */
  rightBefore: number
  rightAfter: number
  moved: number
  /** moved to whoever led in the end; away from them; from one wrong unit to another */
  gains: number
  losses: number
  astray: number
  /** no rule of the set finds anybody */
  nobodyBefore: number
  nobodyAfter: number
  /** towns and communities */
  grassRootsBefore: number
  grassRootsAfter: number
  load: readonly UnitLoad[]
  /** the first moved ones of each outcome */
  examples: readonly Moved[]
}

const EXAMPLES = 40
const GRASS_ROOTS = new Set(['town', 'community'])
const NOBODY: ReadonlySet<UnitId> = new Set()

/**
 * 回放: orders decided by the catalogue before and after, one at a time, so that a quarter of a year streams through. Each
 * order is decided as on the day it came, unless `at` names another.
 */
export class ReplayCount {
  readonly #was: City
  readonly #will: City
  readonly #at: Instant | undefined
  readonly #before = new Map<UnitId, number>()
  readonly #after = new Map<UnitId, number>()
  readonly #examples: Record<'gains' | 'losses' | 'astray', Moved[]> = { gains: [], losses: [], astray: [] }
  #counts = { cases: 0, rightBefore: 0, rightAfter: 0, moved: 0, gains: 0, losses: 0, astray: 0 }
  #nobody = { before: 0, after: 0 }

  constructor(was: City, will: City, at?: Instant) {
    this.#was = was
    this.#will = will
    this.#at = at
  }

  add({ id, matter, final }: Replayable): void {
    const from = chooseUnit(matter, this.#was, NOBODY, this.#at).lead
    const to = chooseUnit(matter, this.#will, NOBODY, this.#at).lead
    const counts = this.#counts
    counts.cases += 1
    if (from === final) counts.rightBefore += 1
    if (to === final) counts.rightAfter += 1
    if (from === null) this.#nobody.before += 1
    else this.#before.set(from, (this.#before.get(from) ?? 0) + 1)
    if (to === null) this.#nobody.after += 1
    else this.#after.set(to, (this.#after.get(to) ?? 0) + 1)
    if (from === to) return
    counts.moved += 1
    const outcome = to === final ? 'gains' : from === final ? 'losses' : 'astray'
    counts[outcome] += 1
    if (this.#examples[outcome].length < EXAMPLES) this.#examples[outcome].push({ id, from, to, final })
  }

  result(): Replay {
    const units = [...new Set([...this.#before.keys(), ...this.#after.keys()])]
    const load = units.map((unit) => ({
      unit,
      before: this.#before.get(unit) ?? 0,
      after: this.#after.get(unit) ?? 0,
    }))
    const grassRoots = (side: 'before' | 'after') =>
      load
        .filter(({ unit }) => GRASS_ROOTS.has(this.#was.units.get(unit)?.type ?? ''))
        .reduce((sum, one) => sum + one[side], 0)
    return {
      ...this.#counts,
      nobodyBefore: this.#nobody.before,
      nobodyAfter: this.#nobody.after,
      grassRootsBefore: grassRoots('before'),
      grassRootsAfter: grassRoots('after'),
      load: load.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after),
      examples: [...this.#examples.gains, ...this.#examples.losses, ...this.#examples.astray],
    }
  }
}

export function replay(cases: Iterable<Replayable>, was: City, will: City, at?: Instant): Replay {
  const count = new ReplayCount(was, will, at)
  for (const one of cases) count.add(one)
  return count.result()
}
