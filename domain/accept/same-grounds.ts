import type { CategoryCode, OrderId, RegionCode } from '../ids.ts'

/** What is being written down, as far as it is known. */
export type Probe = {
  region: RegionCode | null
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  /** normalised text: the same form as the candidates' */
  text: string
}

/** What the language room says of two texts; null where one of them says nothing yet. */
export type SaidAlike = {
  /** probability that they are one matter, by their words alone */
  score: number
  places: { stand: 'same' | 'different' | 'unknown'; mine: string | null; theirs: string | null }
}

export type Candidate = {
  id: OrderId
  sameCaller: boolean
  region: RegionCode
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  text: string
  said: SaidAlike | null
}

/** One ground for taking two requests for one matter, or against it; the contract words it. */
export type Ground =
  | { kind: 'same-caller' }
  | { kind: 'near'; metres: number }
  | { kind: 'same-grid' | 'same-community' }
  | { kind: 'same-scene' | 'same-item' }
  | { kind: 'same-place'; name: string }
  | { kind: 'other-place'; mine: string; theirs: string }
  | { kind: 'words'; words: readonly string[] }

/** Added to the logarithm of the odds. */
export type Weighed = { ground: Ground; weight: number }

export const NEAR_METRES = 200
const SAME_SPOT_METRES = 30
/** Thirty metres is the same house; at two hundred it is the same place only in a manner of speaking. */
const SAME_SPOT = 2.2
const EDGE = 0.8

const METRES_PER_DEGREE = 111_195

/** Flat-earth distance: over some hundred metres it differs from the great circle by less than a centimetre. */
export function metresBetween(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const east = (a.lng - b.lng) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(east, a.lat - b.lat) * METRES_PER_DEGREE
}

type Point = { lng: number | null; lat: number | null }
export const metresTo = (probe: Point, other: Point): number | null =>
  probe.lng === null || probe.lat === null || other.lng === null || other.lat === null
    ? null
    : metresBetween({ lng: probe.lng, lat: probe.lat }, { lng: other.lng, lat: other.lat })

export function placeGrounds(probe: Probe, other: Candidate, metres: number | null): Weighed[] {
  if (metres !== null && metres <= NEAR_METRES) {
    const outside = Math.max(0, (metres - SAME_SPOT_METRES) / (NEAR_METRES - SAME_SPOT_METRES))
    return [{ ground: { kind: 'near', metres: Math.round(metres) }, weight: SAME_SPOT - (SAME_SPOT - EDGE) * outside }]
  }
  // Both places are known and lie apart: the community's name says no more.
  if (metres !== null || probe.region === null) return []
  if (probe.region.length >= 15 && other.region === probe.region)
    return [{ ground: { kind: 'same-grid' }, weight: 1.4 }]
  return probe.region.length >= 12 && other.region.startsWith(probe.region.slice(0, 12))
    ? [{ ground: { kind: 'same-community' }, weight: 1 }]
    : []
}

export function kindGrounds(probe: Probe, other: Candidate): Weighed[] {
  if (probe.category === null || other.category === null) return []
  if (probe.category.length === 5 && probe.category === other.category)
    return [{ ground: { kind: 'same-scene' }, weight: 1.5 }]
  return probe.category.length >= 3 && other.category.startsWith(probe.category.slice(0, 3))
    ? [{ ground: { kind: 'same-item' }, weight: 0.6 }]
    : []
}

/** Two requests filed under different classes of the city are rarely one matter. */
export const ofAnotherClass = (probe: Probe, other: Candidate): boolean =>
  probe.category !== null && other.category !== null && probe.category[0] !== other.category[0]
