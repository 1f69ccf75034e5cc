import { type Place, Place as PlaceSchema } from '#domain/city/atlas.ts'
import { number } from './cells.ts'
import { CityFault } from './city-fault.ts'
import { CityFolder } from './read-files.ts'

export const PlaceRow = PlaceSchema.extend({ lng: number, lat: number })

/** Estates, roads and other known places of a city; not part of `City`, since only few readers need them. */
export async function loadPlaces(folder: string): Promise<readonly Place[]> {
  const files = new CityFolder(folder)
  const places = await files.table('places.csv', PlaceRow)
  if (files.faults.length > 0) throw new CityFault(files.faults)
  return places.map(({ value }) => value)
}
