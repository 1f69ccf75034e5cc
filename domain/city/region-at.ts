import type { RegionCode } from '../ids.ts'
import type { Atlas, Place, Point } from './atlas.ts'
import type { Feature, Position } from './geojson.ts'

type Ring = readonly Position[]
type Area = { code: RegionCode; west: number; south: number; east: number; north: number; polygons: readonly Ring[][] }

function areaOf({ properties, geometry }: Feature): Area[] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  const outer = polygons.flatMap((rings) => rings[0] ?? [])
  if (outer.length === 0) return []
  const lngs = outer.map(([lng]) => lng)
  const lats = outer.map(([, lat]) => lat)
  return [
    {
      code: String(properties.code) as RegionCode,
      west: Math.min(...lngs),
      east: Math.max(...lngs),
      south: Math.min(...lats),
      north: Math.max(...lats),
      polygons,
    },
  ]
}

/** Crossings of a ray to the east: an odd number means inside. */
function inRing(ring: Ring, { lng, lat }: Point): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[j] ?? []
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

const inArea = (area: Area, at: Point): boolean =>
  at.lng >= area.west &&
  at.lng <= area.east &&
  at.lat >= area.south &&
  at.lat <= area.north &&
  area.polygons.some(([outer = [], ...holes]) => inRing(outer, at) && !holes.some((hole) => inRing(hole, at)))

const areas = new WeakMap<Atlas, readonly Area[]>()

/** The finest first: grids, then communities, towns, districts (their codes grow longer). */
function areasOf(atlas: Atlas): readonly Area[] {
  const known = areas.get(atlas)
  if (known !== undefined) return known
  const found = [...atlas.grids.features, ...atlas.regions.features]
    .flatMap(areaOf)
    .toSorted((a, b) => b.code.length - a.code.length)
  areas.set(atlas, found)
  return found
}

/** The finest region whose outline holds the point: a grid where there is one; null outside the city. */
export const regionAt = (atlas: Atlas, at: Point): RegionCode | null =>
  areasOf(atlas).find((area) => inArea(area, at))?.code ?? null

const METRES_PER_DEGREE = 111_320

/** On a city's scale the earth is flat: within 50 km the error is below 0.1 %. */
export function metresBetween(a: Point, b: Point): number {
  const east = (b.lng - a.lng) * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(east, b.lat - a.lat) * METRES_PER_DEGREE
}

export function nearestPlace(atlas: Atlas, at: Point): { place: Place; metres: number } | null {
  let best: { place: Place; metres: number } | null = null
  for (const place of atlas.places) {
    const metres = metresBetween(at, place)
    if (best === null || metres < best.metres) best = { place, metres }
  }
  return best
}
