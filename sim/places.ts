import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { City, Region } from '#domain/city/city.ts'
import { RegionCode } from '#domain/ids.ts'

/** A place people name when they call: an estate, a road, a market. */
const Place = z.object({
  name: z.string().min(1),
  kind: z.string().min(1),
  region: RegionCode,
  lng: z.coerce.number(),
  lat: z.coerce.number(),
})
export type Place = z.infer<typeof Place>

export type Places = {
  byKind: ReadonlyMap<string, readonly Place[]>
  /** by kind and town, so that two places of one story lie near each other */
  byTown: ReadonlyMap<string, readonly Place[]>
  communities: readonly Region[]
}

const grouped = (places: readonly Place[], keyOf: (place: Place) => string) => {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const group = groups.get(keyOf(place))
    if (group === undefined) groups.set(keyOf(place), [place])
    else group.push(place)
  }
  return groups
}

export const townKey = (kind: string, region: string): string => `${kind} ${region.slice(0, 9)}`

/** Places named twice in one town would make two stories look like one. */
function placesOf(city: City, places: readonly Place[]): Places {
  const known = places.filter((place) => city.regions.has(place.region))
  return {
    byKind: grouped(known, (place) => place.kind),
    byTown: grouped(known, (place) => townKey(place.kind, place.region)),
    communities: [...city.regions.values()].filter((region) => region.level === 'community'),
  }
}

/** The city's gazetteer; a city without one still works, its stories then name communities only. */
export function readPlaces(city: City, folder: string): Places {
  const rows = parse(readFileSync(`${folder}/places.csv`), { columns: true, bom: true, skip_empty_lines: true })
  return placesOf(city, z.array(Place).parse(rows))
}
