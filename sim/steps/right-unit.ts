import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import type { UnitId } from '#domain/ids.ts'
import { chance } from '../random.ts'
import { takenOverBy } from '../unwritten-duties.ts'
import type { Life, World } from '../world.ts'

/** Whose the matter is: the catalogue asked about the scene that it truly is, unless the offices know better by now. */
export function rightUnit(world: World, { order, story }: Life): UnitId | null {
  if (order === null || story.trueCategory === null) return null
  const { city } = world.sim
  const better = takenOverBy(story.trueCategory)
  if (better !== null && city.units.has(better)) return better
  return chooseUnit({ ...matterOf(order), category: story.trueCategory }, city, new Set()).lead
}

/** 退单: a lead that got what is another's mostly says so; seldom one gives back what is its own. */
export function givesBack(world: World, life: Life, unit: UnitId): boolean {
  const right = rightUnit(world, life)
  const wrong = right !== null && right !== unit
  return chance(life.random, wrong ? world.rates.wrongGivenBack : world.rates.ownGivenBack)
}
