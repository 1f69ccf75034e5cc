import type { Matter } from '#domain/dispatch/matter.ts'
import type { ReturnReason } from '#domain/dispatch/return-reasons.ts'
import type { UnitId } from '#domain/ids.ts'
import { chance, pick, type Random } from '../random.ts'
import type { Habits } from './staff-habits.ts'

type Returned = { unit: UnitId; reason: ReturnReason; approved: boolean }

/** What the house would know of an order at its end. */
export type LivedOrder = {
  matter: Matter
  proposed: UnitId | null
  first: UnitId
  overriddenBy: string | null
  returns: readonly Returned[]
  ruled: boolean
  final: UnitId
}

/** The lead by the catalogue in force, with these units out of the question. */
type Choose = (matter: Matter, excluded: ReadonlySet<UnitId>) => UnitId | null

type World = { habits: Habits; pool: readonly UnitId[]; choose: Choose }

/** The dispatch lead sees through a wrong return four times in five, and doubts a right one once in fourteen. */
const LETS_GO_RIGHTLY = 0.93
const LETS_GO_WRONGLY = 0.2
/** Whoever gives back rightly names the right unit six times in ten, and dispatchers find it seven times in ten. */
const NAMES_RIGHT = 0.6
const FINDS_RIGHT = 0.7
const RULES_RIGHT = 0.96
const INSISTS = 0.6

const reasonOf = (random: Random): ReturnReason =>
  chance(random, 0.2) ? 'wrong-area' : chance(random, 0.65) ? 'not-our-duty' : 'ownership'

function otherThan(random: Random, pool: readonly UnitId[], not: readonly UnitId[]): UnitId {
  const rest = pool.filter((unit) => !not.includes(unit))
  return pick(random, rest.length === 0 ? pool : rest)
}

function firstDispatch(matter: Matter, truth: UnitId, world: World, random: Random) {
  const { habits, pool, choose } = world
  const proposed = choose(matter, new Set())
  const dispatcher = pick(random, habits.dispatchers)
  const conviction = habits.convictions.find(
    (one) => one.dispatcher === dispatcher.name && one.scene === matter.category && one.unit !== proposed,
  )
  if (conviction !== undefined && chance(random, INSISTS))
    return { proposed, first: conviction.unit, overriddenBy: dispatcher.name }
  if (proposed === null) {
    const first = chance(random, FINDS_RIGHT) ? truth : otherThan(random, pool, [])
    return { proposed, first, overriddenBy: dispatcher.name }
  }
  const overrides = chance(random, proposed === truth ? dispatcher.errs : dispatcher.knows)
  if (!overrides) return { proposed, first: proposed, overriddenBy: null }
  const first = proposed === truth ? otherThan(random, pool, [proposed]) : truth
  return { proposed, first, overriddenBy: dispatcher.name }
}

/** Whether a unit asks to give the order back, and whether it is let go. */
function returnOf(unit: UnitId, truth: UnitId, world: World, random: Random): Returned | null {
  const habit = world.habits.units.get(unit)
  const asks = chance(random, unit === truth ? (habit?.returnsOwn ?? 0) : 1 - (habit?.keepsForeign ?? 0))
  if (!asks) return null
  return {
    unit,
    reason: reasonOf(random),
    approved: chance(random, unit === truth ? LETS_GO_WRONGLY : LETS_GO_RIGHTLY),
  }
}

/** One order from its first dispatch to whoever keeps it: the second return of an order is ended by a ruling. */
export function liveOrder(matter: Matter, truth: UnitId, world: World, random: Random): LivedOrder {
  const { proposed, first, overriddenBy } = firstDispatch(matter, truth, world, random)
  const begun = { matter, proposed, first, overriddenBy }
  const one = returnOf(first, truth, world, random)
  if (one === null || !one.approved) return { ...begun, returns: one === null ? [] : [one], ruled: false, final: first }
  const found =
    first !== truth && (chance(random, NAMES_RIGHT) || chance(random, FINDS_RIGHT))
      ? truth
      : otherThan(random, world.pool, [first])
  const two = returnOf(found, truth, world, random)
  if (two === null) return { ...begun, returns: [one], ruled: false, final: found }
  const final = chance(random, RULES_RIGHT) ? truth : otherThan(random, world.pool, [truth])
  return { ...begun, returns: [one, { ...two, approved: true }], ruled: true, final }
}
