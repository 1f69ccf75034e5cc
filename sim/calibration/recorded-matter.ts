import type { City } from '#domain/city/city.ts'
import { Ownership, PlaceType, RespondentType } from '#domain/city/vocabulary.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import { instantOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { chance, pick, type Random } from '../random.ts'
import { type RealMatter, things } from './real-matter.ts'

/** How often the seat leaves a choice empty, and how often it takes a wrong one. */
const LEFT_OUT = { placeType: 0.06, ownership: 0.2, respondentType: 0.1 }
const MISTAKEN = 0.015

const PLACE_WORDS: Record<PlaceType, readonly string[]> = {
  'residential-area': ['小区里', '我们小区', '楼下'],
  road: ['马路边', '路口', '人行道上'],
  river: ['河边', '河道旁'],
  site: ['工地', '施工现场'],
  shop: ['店里', '门店'],
  market: ['菜市场', '市场里'],
  school: ['学校门口', '学校旁边'],
  park: ['公园里', '绿地上'],
  village: ['村里', '我们村'],
  other: ['这边', '附近'],
}
const ASIDES = ['希望尽快处理。', '已经很久了。', '请帮忙解决。', '多次反映无果。', '影响大家生活。', '麻烦看看。', '']

const written = <T>(random: Random, real: T, all: readonly T[], leftOut: number): T | null => {
  if (chance(random, leftOut)) return null
  return chance(random, MISTAKEN) ? pick(random, all) : real
}

const phrasesOf = new WeakMap<City, Map<string, string[]>>()
function phrasesFor(city: City, scene: string): readonly string[] {
  const known = phrasesOf.get(city)
  if (known !== undefined) return known.get(scene) ?? []
  const made = new Map<string, string[]>()
  for (const { code, phrase } of city.phrases) made.set(code, [...(made.get(code) ?? []), phrase])
  phrasesOf.set(city, made)
  return made.get(scene) ?? []
}

/** What the seat writes down: a sentence as people say it, and choices of which some are missing and a few are wrong. */
export function recordedMatter(city: City, real: RealMatter, day: Date, random: Random): Matter {
  const name = city.categories.get(real.scene)?.name ?? real.scene
  const phrases = phrasesFor(city, real.scene)
  const said = phrases.length === 0 ? name : pick(random, phrases)
  const where = chance(random, 0.5) ? pick(random, PLACE_WORDS[real.placeType]) : ''
  const about = real.things.map(
    (thing) => `${pick(random, ['涉及', '有', '因为', '旁边的'])}${pick(random, things[thing] ?? [''])}`,
  )
  const moment = day.getTime() - SHANGHAI_OFFSET_MS + (real.hour * 60 + real.minute) * 60_000
  return {
    category: real.scene,
    region: real.town,
    requestType: real.requestType,
    kind: real.kind,
    placeType: written(random, real.placeType, PlaceType.options, LEFT_OUT.placeType),
    ownership: written(random, real.ownership, Ownership.options, LEFT_OUT.ownership),
    respondentType: written(random, real.respondentType, RespondentType.options, LEFT_OUT.respondentType),
    respondentName: null,
    tags: [],
    title: name,
    content: `${where}${said}，${about.join('，')}。${pick(random, ASIDES)}`,
    receivedAt: instantOf(moment),
  }
}
