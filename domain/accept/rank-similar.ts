import type { CategoryCode, Instant, OrderId, RegionCode } from '../ids.ts'

/** What is being written down, as far as it is known. */
export type Probe = {
  region: RegionCode | null
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  /** normalised text: the same form as the candidates' */
  text: string
}

export type Candidate = {
  id: OrderId
  sameCaller: boolean
  region: RegionCode
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  receivedAt: Instant
  text: string
}

/** One ground for taking two requests for one matter; the contract words it. */
export type Ground =
  | { kind: 'same-caller' }
  | { kind: 'near'; metres: number }
  | { kind: 'same-grid' | 'same-community' }
  | { kind: 'same-scene' | 'same-item' }
  | { kind: 'words'; words: readonly string[] }

export type Ranked = { id: OrderId; score: number; grounds: readonly Ground[]; metres: number | null }

export const NEAR_METRES = 200
/** From here on the seat is told "very likely the same matter". */
export const LIKELY = 0.75
/** Strangers who say the same of two places a kilometre apart speak of two matters of one kind. */
const APART_METRES = 1000
const APART_AT_MOST = 0.7
/** Below it nothing is shown: place and kind alone reach 0.7, a caller and a kind 0.6. */
const SHOWN = 0.55

const METRES_PER_DEGREE = 111_195

/** Flat-earth distance: over some hundred metres it differs from the great circle by less than a centimetre. */
export function metresBetween(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const east = (a.lng - b.lng) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(east, a.lat - b.lat) * METRES_PER_DEGREE
}

const distance = (probe: Probe, other: Candidate): number | null =>
  probe.lng === null || probe.lat === null || other.lng === null || other.lat === null
    ? null
    : metresBetween({ lng: probe.lng, lat: probe.lat }, { lng: other.lng, lat: other.lat })

type Weighed = { ground: Ground; weight: number }

/** Thirty metres is the same house; at two hundred it is the same place only in a manner of speaking. */
function placeOf(probe: Probe, other: Candidate, metres: number | null): Weighed[] {
  if (metres !== null && metres <= NEAR_METRES) {
    const weight = 0.55 - 0.25 * Math.max(0, (metres - 30) / (NEAR_METRES - 30))
    return [{ ground: { kind: 'near', metres: Math.round(metres) }, weight }]
  }
  // Both places are known and lie apart: the community's name says no more.
  if (metres !== null || probe.region === null) return []
  if (probe.region.length >= 15 && other.region === probe.region)
    return [{ ground: { kind: 'same-grid' }, weight: 0.45 }]
  if (probe.region.length >= 12 && other.region.startsWith(probe.region.slice(0, 12)))
    return [{ ground: { kind: 'same-community' }, weight: 0.35 }]
  return []
}

function matterOf(probe: Probe, other: Candidate): Weighed[] {
  if (probe.category === null || other.category === null) return []
  if (probe.category.length === 5 && probe.category === other.category)
    return [{ ground: { kind: 'same-scene' }, weight: 0.4 }]
  return probe.category.length >= 3 && other.category.startsWith(probe.category.slice(0, 3))
    ? [{ ground: { kind: 'same-item' }, weight: 0.2 }]
    : []
}

const HAN_OR_WORD = /[\p{Script=Han}\p{L}\p{N}]/u
/** What nearly every request says, and so tells nothing. */
const EMPTY_WORDS =
  /来电人?|市民|群众|反映|希望|要求|有关|部门|尽快|处理|解决|核实|情况|目前|现在|已经|没有|问题|小区|附近|位于|表示|诉求/gu

const wordCharacters = (text: string): string[] =>
  text
    .replace(EMPTY_WORDS, ' ')
    .split(/([\p{Script=Han}\p{L}\p{N}]+)/u)
    .filter((part) => HAN_OR_WORD.test(part))

/** Two neighbouring characters as one number: five hundred texts are compared while somebody types. */
function pairsIn(parts: readonly string[]): Set<number> {
  const pairs = new Set<number>()
  for (const part of parts)
    for (let i = 0; i + 1 < part.length; i++) pairs.add((part.charCodeAt(i) << 16) | part.charCodeAt(i + 1))
  return pairs
}

/** The longest stretches of the probe that the other text holds as well, longest first. */
function sharedStretches(parts: readonly string[], other: string): string[] {
  const found = new Set<string>()
  for (const part of parts)
    for (let from = 0; from + 1 < part.length; from++) {
      let to = from + 2
      if (!other.includes(part.slice(from, to))) continue
      while (to < part.length && other.includes(part.slice(from, to + 1))) to++
      found.add(part.slice(from, to))
      from = to - 1
    }
  const longest = [...found].toSorted((a, b) => b.length - a.length)
  return longest.filter((word, i) => !longest.slice(0, i).some((longer) => longer.includes(word)))
}

type Text = { parts: readonly string[]; pairs: ReadonlySet<number> }

/**
 * Share of the shorter text's pairs of characters that the other has too; a third in common is about all that two
 * people say alike of one matter. To be replaced by the language room's likeness of meaning; the rest stays.
 */
function wordsOf(probe: Text, other: Candidate): Weighed[] {
  if (probe.pairs.size < 4) return []
  const pairs = pairsIn(wordCharacters(other.text))
  let shared = 0
  for (const pair of probe.pairs) if (pairs.has(pair)) shared++
  const share = shared / Math.max(4, Math.min(probe.pairs.size, pairs.size))
  if (share < 0.08) return []
  return [{ ground: { kind: 'words', words: [] }, weight: Math.min(0.6, share * 1.8) }]
}

/** Which words they are is looked for only where it will be shown. */
const named = (ground: Ground, probe: Text, other: Candidate): Ground =>
  ground.kind === 'words' ? { kind: 'words', words: sharedStretches(probe.parts, other.text).slice(0, 3) } : ground

/**
 * Grounds are taken as independent hints: each leaves a share of doubt, and the doubts multiply. One ground alone is no
 * likeness: a neighbour has other troubles, and a caller has called before about something else.
 */
export function rankSimilar(probe: Probe, candidates: readonly Candidate[], limit: number): Ranked[] {
  const parts = wordCharacters(probe.text)
  const text = { parts, pairs: pairsIn(parts) }
  return candidates
    .map((other) => {
      const metres = distance(probe, other)
      const weighed = [
        ...(other.sameCaller ? [{ ground: { kind: 'same-caller' } as const, weight: 0.35 }] : []),
        ...placeOf(probe, other, metres),
        ...matterOf(probe, other),
        ...wordsOf(text, other),
      ]
      const doubt = weighed.reduce((left, { weight }) => left * (1 - weight), 1)
      const most = metres !== null && metres > APART_METRES && !other.sameCaller ? APART_AT_MOST : 1
      const score = weighed.length < 2 ? 0 : Math.min(most, Math.round((1 - doubt) * 100) / 100)
      return { other, score, weighed, metres: metres === null ? null : Math.round(metres) }
    })
    .filter(({ score }) => score >= SHOWN)
    .toSorted((a, b) => b.score - a.score || (a.other.id < b.other.id ? 1 : -1))
    .slice(0, limit)
    .map(({ other, score, weighed, metres }) => ({
      id: other.id,
      score,
      grounds: weighed.toSorted((a, b) => b.weight - a.weight).map(({ ground }) => named(ground, text, other)),
      metres,
    }))
}
