import { z } from 'zod'

/** GeoJSON as far as a city's files use it (RFC 7946), WGS-84. */
export const Position = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof Position>

const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
])

export const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  geometry: Geometry,
})
export type Feature = z.infer<typeof Feature>

export const FeatureCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) })
export type FeatureCollection = z.infer<typeof FeatureCollection>
