import { z } from 'zod'
import { Point } from '#domain/city/atlas.ts'
import type { Feature } from '#domain/city/geojson.ts'
import { RegionLevel } from '#domain/city/vocabulary.ts'
import { RegionCode } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** District, town, community: what lies between the city and the grid, the largest first. */
export const RegionStep = z.object({ code: RegionCode, name: z.string(), level: RegionLevel })
export type RegionStep = z.infer<typeof RegionStep>

export const FoundPlace = z.object({
  name: z.string(),
  kind: z.string().describe('district, town, community, or the gazetteer’s own word: estate, road, school …'),
  /** the finest region above the grid, as an order's `region` takes it */
  region: RegionCode,
  path: z.array(RegionStep),
  grid: RegionStep.nullable(),
  ...Point.shape,
})
export type FoundPlace = z.infer<typeof FoundPlace>

export const PlaceAt = z.object({
  ...Point.shape,
  region: RegionCode.nullable().describe('null: outside the city'),
  path: z.array(RegionStep),
  grid: RegionStep.nullable(),
  nearest: z.object({ name: z.string(), kind: z.string(), metres: z.number().int() }).nullable(),
})
export type PlaceAt = z.infer<typeof PlaceAt>

const Typed = z.object({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const findPlaces = {
  method: 'GET',
  path: '/places',
  zh: '按名称、部分名称或拼音查找地点',
  en: 'Communities, towns, roads, estates and other known places by name, part of it, pinyin or its initials',
  query: Typed,
  reply: z.object({ places: z.array(FoundPlace) }),
  refusals: [],
} as const satisfies Endpoint

export const placeAt = {
  method: 'POST',
  path: '/place-at',
  zh: '地图上一点属于哪个社区、网格，邻近什么地方',
  en: 'Community and grid of a point on the map, and the known place nearest to it',
  body: Point,
  reply: PlaceAt,
  refusals: [],
} as const satisfies Endpoint

/** Shapes were checked when the city was loaded; walking 20,000 positions again on every call would prove nothing. */
const Shapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z
      .custom<Feature>((value) => typeof value === 'object' && value !== null && 'geometry' in value)
      .meta({
        description: 'a GeoJSON feature',
      }),
  ),
})

const MapReply = z.object({
  name: z.string(),
  version: z.string(),
  /** west, south, east, north; null for a city without outlines */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  tiles: z.string().nullable().describe('a raster tile server, {z}/{x}/{y}, or null: the map needs no network'),
  basemap: Shapes.describe('water and roads: properties kind, class, name'),
  regions: Shapes.describe('outlines: properties code, name, level, parent'),
  places: Shapes.describe('points of the gazetteer: properties name, kind'),
})
export type MapReply = z.infer<typeof MapReply>

export const getMap = {
  method: 'GET',
  path: '/map',
  zh: '地图：底图与区划轮廓',
  en: 'The base map and the outlines of districts, towns and communities; ETag, kept by the browser',
  reply: MapReply,
  refusals: [],
} as const satisfies Endpoint

export const citizenMap = {
  ...getMap,
  path: '/citizen/map',
  zh: '地图（免登录）',
  en: 'The same map without a log-in; of the outlines districts and towns only, to stay small on a phone',
} as const satisfies Endpoint

/** What a citizen types may be their own address, so it stands in the body and never in a log of URLs. */
export const citizenPlaces = {
  method: 'POST',
  path: '/citizen/places',
  zh: '市民查找地点',
  en: 'Places by name for a citizen; the words stand in the body, since they may be a home address',
  body: Typed,
  reply: findPlaces.reply,
  refusals: [],
} as const satisfies Endpoint

export const citizenPlaceAt = {
  ...placeAt,
  path: '/citizen/place-at',
  zh: '市民所选的一点属于哪里',
  en: 'Where a point lies that a citizen has chosen',
} as const satisfies Endpoint
