import type { Handlers } from '#contract/api.ts'
import type { FoundPlace, MapReply, PlaceAt, RegionStep } from '#contract/places.ts'
import type { Atlas, Point } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import { findNames, type Named } from '#domain/city/find-names.ts'
import type { Feature } from '#domain/city/geojson.ts'
import { nearestPlace, regionAt } from '#domain/city/region-at.ts'
import type { RegionCode } from '#domain/ids.ts'
import { unhurried } from './brake.ts'
import { pinyinOf } from './pinyin.ts'
import type { Shell } from './shell.ts'

/** The region and all above it, the largest first, without the city itself. */
function stepsTo(city: City, code: RegionCode | null): RegionStep[] {
  const steps: RegionStep[] = []
  for (let at = code; at !== null; ) {
    const region = city.regions.get(at)
    if (region === undefined) break
    if (region.level !== 'city') steps.unshift({ code: region.code, name: region.name, level: region.level })
    at = region.parent
  }
  return steps
}

/** Region, path and grid of a point, or of what the gazetteer says where the city has no outlines. */
function whereabouts(city: City, atlas: Atlas, at: Point, known: RegionCode | null) {
  const steps = stepsTo(city, regionAt(atlas, at) ?? known)
  const path = steps.filter((step) => step.level !== 'grid')
  return { region: path.at(-1)?.code ?? null, path, grid: steps.find((step) => step.level === 'grid') ?? null }
}

export type Candidate = { name: string; kind: string; region: RegionCode; lng: number; lat: number }

/** Districts, towns and communities first, then what the gazetteer lists. */
export function candidatesOf(city: City, atlas: Atlas): Candidate[] {
  const regions = [...city.regions.values()]
    .filter(({ level }) => level !== 'city' && level !== 'grid')
    .map(({ name, level, code, lng, lat }) => ({ name, kind: level, region: code, lng, lat }))
  return [...regions, ...atlas.places]
}

const indexes = new WeakMap<City, { atlas: Atlas; names: Named<Candidate>[] }>()

/** The pinyin of 1,500 names takes a tenth of a second, so it is worked out once per city and atlas. */
function indexOf(city: City, atlas: Atlas): Named<Candidate>[] {
  const known = indexes.get(city)
  if (known?.atlas === atlas) return known.names
  const names = candidatesOf(city, atlas).map((it) => ({ it, name: it.name, ...pinyinOf(it.name) }))
  indexes.set(city, { atlas, names })
  return names
}

export function foundPlace(city: City, atlas: Atlas, { name, kind, region, lng, lat }: Candidate): FoundPlace {
  if (city.regions.get(region)?.level === kind)
    return { name, kind, region, path: stepsTo(city, region), grid: null, lng, lat }
  const where = whereabouts(city, atlas, { lng, lat }, region)
  return { name, kind, ...where, region: where.region ?? region, lng, lat }
}

const placesLike = ({ city, atlas }: Shell, q: string, limit: number): FoundPlace[] =>
  findNames(indexOf(city, atlas), q, limit).map((place) => foundPlace(city, atlas, place))

function whatIsAt({ city, atlas }: Shell, at: Point): PlaceAt {
  const nearest = nearestPlace(atlas, at)
  return {
    ...at,
    ...whereabouts(city, atlas, at, null),
    nearest:
      nearest === null
        ? null
        : { name: nearest.place.name, kind: nearest.place.kind, metres: Math.round(nearest.metres) },
  }
}

const shapes = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features })

function boundsOf(features: readonly Feature[]): MapReply['bounds'] {
  let bounds: MapReply['bounds'] = null
  for (const { geometry } of features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : []
    for (const [lng, lat] of geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : rings.flat())
      bounds =
        bounds === null
          ? [lng, lat, lng, lat]
          : [Math.min(bounds[0], lng), Math.min(bounds[1], lat), Math.max(bounds[2], lng), Math.max(bounds[3], lat)]
  }
  return bounds
}

function mapOf({ city, atlas, tiles, reply }: Shell, levels: readonly string[], cache: string): MapReply {
  // Where tiles come from is a setting and not part of the atlas, so it belongs into the tag.
  reply.header('etag', `"${atlas.version}-${levels.length}${tiles === null ? '' : '-tiles'}"`)
  reply.header('cache-control', cache)
  const regions = atlas.regions.features.filter(({ properties }) => levels.includes(String(properties.level)))
  return {
    name: city.policy.name,
    version: atlas.version,
    bounds: boundsOf(regions),
    tiles,
    basemap: shapes([...atlas.basemap.features]),
    regions: shapes(regions),
    places: shapes(
      atlas.places.map(({ name, kind, lng, lat }) => ({
        type: 'Feature',
        properties: { name, kind },
        geometry: { type: 'Point', coordinates: [lng, lat] },
      })),
    ),
  }
}

export const placeHandlers = {
  findPlaces: async (shell, { query }) => ({ ok: true, reply: { places: placesLike(shell, query.q, query.limit) } }),
  placeAt: async (shell, { body }) => ({ ok: true, reply: whatIsAt(shell, body) }),
  getMap: async (shell) => ({
    ok: true,
    reply: mapOf(shell, ['district', 'town', 'community'], 'private, max-age=600'),
  }),
} satisfies Partial<Handlers<Shell>>

const TOO_MANY = { ok: false, refusal: 'too-many-requests' } as const

export const citizenPlaceHandlers = {
  citizenPlaces: async (shell, { body }) =>
    unhurried(shell) ? { ok: true, reply: { places: placesLike(shell, body.q, body.limit) } } : TOO_MANY,
  citizenPlaceAt: async (shell, { body }) => (unhurried(shell) ? { ok: true, reply: whatIsAt(shell, body) } : TOO_MANY),
  citizenMap: async (shell) =>
    unhurried(shell) ? { ok: true, reply: mapOf(shell, ['district', 'town'], 'public, max-age=600') } : TOO_MANY,
} satisfies Partial<Handlers<Shell>>
