import type { Category, City } from '#domain/city/city.ts'
import type { Channel, RequestType } from '#domain/city/vocabulary.ts'
import { draw, poisson, type Random, type Weighted, weightedOf } from './random.ts'
import { seasonFactor } from './season.ts'

const HOUR = 3_600_000
const local = (at: number): Date => new Date(at + 8 * HOUR)

/** Share of each domain in percent: five from the brief, the rest as domain.md §4 proposes. */
export const domainShares: Readonly<Record<string, number>> = {
  A: 5.2,
  B: 7.4,
  C: 6,
  D: 18.7,
  E: 15.2,
  F: 12.3,
  G: 10.1,
  H: 8.9,
  I: 4.6,
  J: 4.8,
  K: 3.6,
  L: 3.2,
}

/** Items that are asked more often than their neighbours; the others count 10. */
const itemWeights: Readonly<Record<string, number>> = {
  D01: 30,
  D02: 17,
  D03: 18,
  D05: 12,
  D04: 7,
  D06: 8,
  D07: 6,
  D08: 7,
  E01: 17,
  E02: 18,
  E03: 15,
  E05: 13,
  E06: 12,
  E04: 6,
  E07: 7,
  E08: 9,
  E09: 8,
  F01: 30,
  F05: 17,
  F03: 14,
  F04: 10,
  F02: 10,
  F06: 10,
  F07: 9,
  G01: 24,
  G04: 18,
  G05: 16,
  H01: 22,
  H02: 14,
  H04: 14,
  J01: 24,
  J02: 20,
  J04: 14,
  J07: 3,
  C01: 16,
  C02: 16,
  C08: 16,
  C04: 6,
}

/** How many of a domain's callers ask instead of complaining; together 55 % of all. */
const consultShares: Readonly<Record<string, number>> = {
  A: 0.8,
  B: 0.28,
  C: 0.36,
  D: 0.48,
  E: 0.42,
  F: 0.5,
  G: 0.78,
  H: 0.82,
  I: 0.8,
  J: 0.26,
  K: 0.56,
  L: 0.76,
}

/** Calls by hour of the day: peaks 9–11 and 14–16 h. */
const hours = [6, 4, 3, 2, 2, 4, 12, 32, 68, 96, 100, 82, 58, 62, 88, 92, 76, 62, 50, 46, 40, 32, 22, 12]
const hourWeights = weightedOf(hours.map((weight, hour) => [hour, weight] as const))
/** Monday first. */
const weekdays = [1.2, 1.07, 1.04, 1.02, 1.0, 0.86, 0.81]
const months = [1.02, 0.86, 0.96, 0.96, 0.98, 1.04, 1.1, 1.08, 1.02, 0.94, 1.0, 1.06]

export const channelMix: Weighted<Channel> = weightedOf<Channel>([
  ['phone', 90.7],
  ['wechat', 4.6],
  ['mini-program', 2.5],
  ['web', 0.7],
  ['upstream', 0.8],
  ['transfer-110', 0.7],
])

const otherTypes = weightedOf<RequestType>([
  ['complaint', 77],
  ['report', 13.5],
  ['help', 5],
  ['suggestion', 3.2],
  ['praise', 0.6],
  ['other', 0.7],
])

/** A moment of that day, as likely as the hour is busy. */
export const momentOn = (random: Random, midnight: number): number =>
  midnight + draw(random, hourWeights) * HOUR + Math.floor(random() * HOUR)

/** How many come in on that day and at which moments, sorted. */
export function arrivalsOn(random: Random, midnight: number, perDay: number): number[] {
  const day = local(midnight)
  const weekday = weekdays[(day.getUTCDay() + 6) % 7] ?? 1
  const mean = perDay * weekday * (months[day.getUTCMonth()] ?? 1)
  const moments = Array.from({ length: poisson(random, mean) }, () => momentOn(random, midnight))
  return moments.sort((a, b) => a - b)
}

const tables = new WeakMap<City, Map<string, Weighted<Category>>>()

/** Season moves scenes within their domain, so that the shares of the domains stay those of the report. */
function sceneTable(city: City, domain: string, at: number): Weighted<Category> {
  const when = local(at)
  const [month, day, hour] = [when.getUTCMonth() + 1, when.getUTCDate(), when.getUTCHours()]
  const key = `${domain} ${month} ${day >= 25 ? 2 : day > 14 ? 1 : 0} ${hour >= 22 || hour < 2}`
  const known = tables.get(city) ?? new Map<string, Weighted<Category>>()
  tables.set(city, known)
  const table =
    known.get(key) ??
    weightedOf(
      scenesOf(city, domain).map(
        (scene) => [scene, sceneWeight(scene.code) * seasonFactor(scene.code, month, day, hour)] as const,
      ),
    )
  known.set(key, table)
  return table
}

const scenesOf = (city: City, domain: string): Category[] =>
  [...city.categories.values()].filter((category) => category.level === 3 && category.code.startsWith(domain))

/** The first scene of an item is its commonest; praise and petitions of one kind are rare. */
const sceneWeight = (code: string): number => (itemWeights[code.slice(0, 3)] ?? 10) / Number(code.slice(3)) ** 0.5

const domainTables = new WeakMap<City, Weighted<string>>()
function domainTable(city: City): Weighted<string> {
  const known = domainTables.get(city)
  if (known !== undefined) return known
  const domains = [...city.categories.values()].filter((c) => c.level === 1 && scenesOf(city, c.code).length > 0)
  const table = weightedOf(domains.map((c) => [c.code as string, domainShares[c.code] ?? 5] as const))
  domainTables.set(city, table)
  return table
}

export const drawCategory = (city: City, random: Random, at: number): Category =>
  draw(random, sceneTable(city, draw(random, domainTable(city)), at))

/** Praise is a scene of its own; urgent scenes are rarely asked about. */
export function drawType(random: Random, category: Category): RequestType {
  if (category.code === 'L0605') return 'praise'
  const asks = (consultShares[category.code.slice(0, 1)] ?? 0.5) * (category.kind === 'urgent' ? 0.75 : 1.06)
  if (random() < asks) return 'consult'
  const type = draw(random, otherTypes)
  return type === 'praise' ? 'complaint' : type
}
