import type { City } from '#domain/city/city.ts'
import type { UnitId } from '#domain/ids.ts'
import { between, chance, pick, randomOf } from '../random.ts'
import { formerUnits } from './planted-faults.ts'

type UnitHabit = {
  /** gives back what is its own */
  returnsOwn: number
  /** keeps what is not */
  keepsForeign: number
}

type Dispatcher = { name: string; knows: number; errs: number }
/** One dispatcher is sure of something that is not so. */
type Conviction = { dispatcher: string; scene: string; unit: UnitId }

export type Habits = {
  units: ReadonlyMap<UnitId, UnitHabit>
  dispatchers: readonly Dispatcher[]
  convictions: readonly Conviction[]
}

const DISPATCHERS = 8

/**
 * How people are: one unit in seven gives back two of a hundred orders that are its own, one in thirty, and two at least, eight of
 * a hundred; a unit keeps 3 to 22 of a hundred that are not; a dispatcher overrides a wrong proposal rightly once in
 * twelve times, a right one wrongly once in 300; three hold a wrong conviction about one scene each.
 */
export function habitsOf(city: City, scenes: readonly string[], seed: number): Habits {
  const random = randomOf(seed, 'habits')
  const former = new Set(formerUnits(city, seed))
  const departments = [...city.units.values()].filter(({ type }) => type === 'department').map(({ id }) => id)
  const abusers = new Set([pick(random, departments), pick(random, departments)])
  const units = new Map(
    [...city.units.values()].map(({ id }): [UnitId, UnitHabit] => [
      id,
      {
        returnsOwn: abusers.has(id) || chance(random, 0.03) ? 0.08 : chance(random, 0.14) ? 0.02 : 0.004,
        keepsForeign: former.has(id) ? 0.02 : between(random, 0.03, 0.22),
      },
    ]),
  )
  const dispatchers = Array.from({ length: DISPATCHERS }, (_, i) => ({
    name: `d${i + 1}`,
    knows: between(random, 0.03, 0.14),
    errs: between(random, 0.001, 0.006),
  }))
  const convictions = Array.from({ length: 3 }, () => ({
    dispatcher: pick(random, dispatchers).name,
    scene: pick(random, scenes.slice(5, 60)),
    unit: pick(random, departments),
  }))
  return { units, dispatchers, convictions }
}
