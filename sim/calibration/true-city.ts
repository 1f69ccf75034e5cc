import type { City } from '#domain/city/city.ts'
import { Kind, Ownership, PlaceType, type RequestType, RespondentType } from '#domain/city/vocabulary.ts'
import type { CategoryCode, RegionCode } from '#domain/ids.ts'
import {
  between,
  chance,
  draw,
  pick,
  type Random,
  randomOf,
  type Weighted,
  weightedOf,
  wholeBetween,
} from '../random.ts'
import { type RealMatter, things } from './real-matter.ts'

type Profile = {
  placeTypes: Weighted<PlaceType>
  respondents: ReadonlyMap<PlaceType, Weighted<RespondentType>>
  requestTypes: Weighted<RequestType>
  things: readonly (readonly [thing: number, share: number])[]
  nightShare: number
}

/** Which matters a city has: how many of each scene, where, about whom, when. Duties are no part of it. */
export type TrueCity = {
  scenes: Weighted<CategoryCode>
  towns: Weighted<RegionCode>
  kinds: ReadonlyMap<CategoryCode, Kind>
  profiles: ReadonlyMap<CategoryCode, Profile>
  owners: ReadonlyMap<PlaceType, Weighted<Ownership>>
}

/** Shares that fall off like a long tail, in a random order. */
function tail<T>(random: Random, items: readonly T[], steepness: number): Weighted<T> {
  const mixed = items.map((item) => [item, random()] as const).toSorted((a, b) => a[1] - b[1])
  return weightedOf(mixed.map(([item], i) => [item, (i + 1) ** -steepness] as const))
}

const some = <T>(random: Random, items: readonly T[], n: number): T[] =>
  items
    .map((item) => [item, random()] as const)
    .toSorted((a, b) => a[1] - b[1])
    .slice(0, n)
    .map(([item]) => item)

function profileOf(random: Random): Profile {
  const places = some(random, PlaceType.options, wholeBetween(random, 3, 5))
  return {
    placeTypes: tail(random, places, 1.1),
    respondents: new Map(
      PlaceType.options.map((place) => [place, tail(random, some(random, RespondentType.options, 4), 1.4)]),
    ),
    requestTypes: tail(random, ['complaint', 'help', 'consult', 'report', 'suggestion'] as const, 1.3),
    things: some(random, [...things.keys()], 3).map((thing) => [thing, between(random, 0.04, 0.22)] as const),
    nightShare: chance(random, 0.25) ? between(random, 0.15, 0.45) : 0.06,
  }
}

/** Scenes of one item resemble each other, as they do in life: they share the item's profile, with things of their own. */
export function trueCity(city: City, seed: number): TrueCity {
  const random = randomOf(seed, 'true-city')
  const scenes = [...city.categories.values()].filter(({ level, active }) => level === 3 && active)
  const towns = [...city.regions.values()].filter(({ level }) => level === 'town').map(({ code }) => code)
  const items = new Map([...new Set(scenes.map(({ code }) => code.slice(0, 3)))].map((i) => [i, profileOf(random)]))
  return {
    scenes: tail(
      random,
      scenes.map(({ code }) => code),
      0.85,
    ),
    towns: tail(random, towns, 0.7),
    kinds: new Map(scenes.map(({ code, kind }) => [code, kind])),
    profiles: new Map(
      scenes.map(({ code }): [CategoryCode, Profile] => {
        const own = profileOf(random)
        return [code, { ...(items.get(code.slice(0, 3)) ?? own), things: own.things }]
      }),
    ),
    owners: new Map(PlaceType.options.map((place) => [place, tail(random, some(random, Ownership.options, 3), 1.6)])),
  }
}

const DAY_HOURS = weightedOf(
  [8, 9, 9, 10, 10, 11, 12, 13, 14, 14, 15, 15, 16, 17, 18, 19, 20].map((h) => [h, 1] as const),
)
const NIGHT_HOURS = weightedOf([20, 21, 22, 22, 23, 23, 0, 0, 1, 2, 4, 5, 6].map((h) => [h, 1] as const))

export function realMatter(world: TrueCity, random: Random): RealMatter {
  const scene = draw(random, world.scenes)
  const profile = world.profiles.get(scene)
  if (profile === undefined) throw new Error(`no profile for ${scene}`)
  const placeType = draw(random, profile.placeTypes)
  const respondents = profile.respondents.get(placeType)
  const owners = world.owners.get(placeType)
  if (respondents === undefined || owners === undefined) throw new Error(`nobody is at ${placeType}`)
  const kind = world.kinds.get(scene) ?? 'general'
  return {
    scene,
    town: draw(random, world.towns),
    placeType,
    ownership: draw(random, owners),
    respondentType: draw(random, respondents),
    requestType: draw(random, profile.requestTypes),
    kind: chance(random, 0.05) ? pick(random, Kind.options) : kind,
    hour: draw(random, chance(random, profile.nightShare) ? NIGHT_HOURS : DAY_HOURS),
    minute: wholeBetween(random, 0, 59),
    things: profile.things.filter(([, share]) => chance(random, share)).map(([thing]) => thing),
    hidden: random(),
  }
}
