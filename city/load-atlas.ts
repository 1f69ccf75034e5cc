import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Atlas } from '#domain/city/atlas.ts'
import { FeatureCollection } from '#domain/city/geojson.ts'
import { CityFault } from './city-fault.ts'
import { PlaceRow } from './load-places.ts'
import { CityFolder } from './read-files.ts'

/** The map and the gazetteer of a city. All four files are optional; one that is there must be right. */
export async function loadAtlas(folder: string): Promise<Atlas> {
  const files = new CityFolder(folder)
  const there = (file: string) => existsSync(join(folder, file))
  const shapes = async (file: string): Promise<FeatureCollection> =>
    (there(file) ? await files.json(file, FeatureCollection) : null) ?? { type: 'FeatureCollection', features: [] }
  const basemap = await shapes('basemap.geojson')
  const regions = await shapes('regions.geojson')
  const grids = await shapes('grids.geojson')
  const places = there('places.csv') ? (await files.table('places.csv', PlaceRow)).map(({ value }) => value) : []
  if (files.faults.length > 0) throw new CityFault(files.faults)
  const version = createHash('sha256')
    .update(JSON.stringify([basemap, regions, grids, places]))
    .digest('hex')
  return { basemap, regions, grids, places, version: version.slice(0, 16) }
}
