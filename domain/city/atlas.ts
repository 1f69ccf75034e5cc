import { z } from 'zod'
import { RegionCode } from '../ids.ts'
import type { FeatureCollection } from './geojson.ts'

export const Point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export type Point = z.infer<typeof Point>

/** One line of a city's gazetteer; a road has a line for each community it runs through. */
export const Place = z.object({
  name: z.string().min(1),
  /** estate, road, school …: the city's own words */
  kind: z.string().min(1),
  region: RegionCode,
  ...Point.shape,
})
export type Place = z.infer<typeof Place>

/** What a map shows and where a place lies; a city without these files has an empty one. */
export type Atlas = {
  basemap: FeatureCollection
  /** outlines of districts, towns and communities */
  regions: FeatureCollection
  grids: FeatureCollection
  places: readonly Place[]
  /** changes with the files */
  version: string
}
