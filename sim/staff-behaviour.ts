import type { City } from '#domain/city/city.ts'
import type { CategoryCode, UnitId } from '#domain/ids.ts'
import { chance, draw, pick, type Random, weightedOf } from './random.ts'
import { firstMoods, type Mood, moodsAfterRework } from './rates.ts'
import { type ReplyText, replyTexts } from './texts/replies.ts'

/** Mistakes are mostly near: another scene of the item, another item of the domain, seldom somewhere else. */
const nearness = weightedOf([
  [3, 60],
  [1, 30],
  [0, 10],
] as const)

export function wrongCategory(city: City, right: CategoryCode, random: Random): CategoryCode {
  const shared = right.slice(0, draw(random, nearness))
  const near = [...city.categories.values()].filter(
    (c) => c.level === 3 && c.code !== right && c.code.startsWith(shared),
  )
  return near.length === 0 ? right : pick(random, near).code
}

/** A unit that somebody in a hurry might choose: the territorial one, or the usual one of another item. */
export function wrongUnit(city: City, right: UnitId, random: Random): UnitId | null {
  const others = [...city.units.values()].filter((u) => u.id !== right && u.type === 'department')
  return others.length === 0 ? null : pick(random, others).id
}

/** The scene's usual unit, else the town's: where no rule proposes anybody. */
export function usualUnit(city: City, category: CategoryCode | null, region: string): UnitId | null {
  const named = category === null ? null : (city.categories.get(category)?.leadUnit ?? null)
  const unit = [...city.units.values()].find(
    (u) => u.id === named || (u.type === 'town' && u.region === region.slice(0, 9)),
  )
  return unit?.id ?? null
}

const moods = weightedOf(firstMoods.map((mood) => [mood, mood.share] as const))
const laterMoods = weightedOf(moodsAfterRework.map((mood) => [mood, mood.share] as const))

export const moodOf = (random: Random, rounds: number): Mood => draw(random, rounds === 0 ? moods : laterMoods)
export const isDissatisfied = (mood: Mood): boolean => mood.solved === 'no' || mood.satisfaction <= 2

export function replyFor(category: CategoryCode | null, random: Random): ReplyText {
  const own = replyTexts[category?.slice(0, 1) ?? '*'] ?? []
  return chance(random, 0.7) && own.length > 0 ? pick(random, own) : pick(random, replyTexts['*'] ?? own)
}
