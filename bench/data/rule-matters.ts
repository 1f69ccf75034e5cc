import type { City, DispatchRule } from '#domain/city/city.ts'
import { PLAIN_RULE } from '#domain/city/plain-rule.ts'
import { Kind, Ownership, PlaceType, RequestType, RespondentType } from '#domain/city/vocabulary.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import { CategoryCode, instantOf, RegionCode, type RuleId } from '#domain/ids.ts'
import { makeRequest } from '#sim/make-request.ts'
import { readPlaces } from '#sim/places.ts'
import { chance, pick, type Random, randomOf } from '#sim/random.ts'
import { CITY_FOLDER } from './folder.ts'

const SPANS = ['22:00~06:00', '06:00~22:00', '12:00~14:00', '18:00~24:00'] as const
const SEASONS = ['11-15~03-15', '06-01~06-20', '05-15~09-30', '12-01~02-29'] as const
const TAGS = ['防汛', '高考', '春运', '供暖季', '镇街河段'] as const

const span = (text: string): { from: string; to: string } => {
  const [from = '', to = ''] = text.split('~')
  return { from, to }
}

/** One or two of the rule's conditions, of every sort in turn. */
function conditions(city: City, category: string, random: Random, i: number): Partial<DispatchRule> {
  const words = city.categories.get(category as never)?.keywords ?? []
  const places = [...city.regions.values()].filter(({ level }) => level === 'district' || level === 'town')
  const kinds: (() => Partial<DispatchRule>)[] = [
    () => ({ region: pick(random, places).code }),
    () => ({ placeType: pick(random, PlaceType.options) }),
    () => ({ ownership: pick(random, Ownership.options) }),
    () => ({ respondentType: pick(random, RespondentType.options) }),
    () => ({ timeOfDay: span(pick(random, SPANS)) }),
    () => ({ season: span(pick(random, SEASONS)) }),
    () => (words.length === 0 ? {} : { keywords: [pick(random, words), `${pick(random, words)}+没人管`] }),
    () => ({ tags: [pick(random, TAGS)] }),
    () => ({ requestType: pick(random, RequestType.options) }),
    () => ({ kind: pick(random, Kind.options) }),
  ]
  const first = kinds[i % kinds.length]?.() ?? {}
  return chance(random, 0.4) ? { ...first, ...pick(random, kinds)() } : first
}

/** One rule for every scene, then rules under conditions until there are so many; the same for the same seed. */
export function makeRules(city: City, count: number, seed: number): DispatchRule[] {
  const random = randomOf(seed, 'rules')
  const scenes = [...city.categories.values()].filter(({ level }) => level === 3)
  const units = [...city.units.values()].filter(({ type }) => type === 'department' || type === 'public-enterprise')
  return Array.from({ length: count }, (_, i): DispatchRule => {
    const scene = scenes[i % scenes.length] ?? pick(random, scenes)
    const plain = i < scenes.length
    return {
      ...PLAIN_RULE,
      id: `r${i}` as RuleId,
      priority: chance(random, 0.02) ? 1 : 0,
      category: scene.code,
      ...(plain ? {} : conditions(city, scene.code, random, i)),
      lead: chance(random, 0.2) ? { territorial: 'town' } : { unit: pick(random, units).id },
      co: chance(random, 0.5) ? [{ territorial: 'town' }] : [],
      basis: '目录',
    }
  })
}

const said = <Value>(random: Random, values: readonly Value[]): Value | null =>
  chance(random, 0.5) ? pick(random, values) : null

/** Requests as the city's people make them, spread over a year and every hour; of half of them more is known. */
export function makeMatters(city: City, count: number, seed: number): Matter[] {
  const random = randomOf(seed, 'rule-matters')
  const sim = { city, places: readPlaces(city, CITY_FOLDER) }
  const from = Date.parse('2026-01-01T00:00:00+08:00')
  return Array.from({ length: count }, (): Matter => {
    const at = from + Math.floor(random() * 365 * 86_400_000)
    const { request } = makeRequest(sim, random, at)
    return {
      category: CategoryCode.nullable().parse(request.category ?? null),
      region: RegionCode.parse(request.region),
      requestType: request.requestType,
      kind: pick(random, Kind.options),
      placeType: said(random, PlaceType.options),
      ownership: said(random, Ownership.options),
      respondentType: said(random, RespondentType.options),
      respondentName: null,
      tags: chance(random, 0.1) ? [pick(random, TAGS)] : [],
      title: request.title ?? '',
      content: request.content,
      receivedAt: instantOf(at),
    }
  })
}
