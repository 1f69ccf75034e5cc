import { z } from 'zod'
import { RegionCode } from '#domain/ids.ts'
import { number } from './cells.ts'
import { CityFault } from './city-fault.ts'
import { CityFolder } from './read-files.ts'

/** One line of a city's gazetteer; a road has a line for each community it runs through. */
export const Place = z.object({
  name: z.string().min(1),
  kind: z.string().min(1),
  region: RegionCode,
  lng: number,
  lat: number,
})
export type Place = z.infer<typeof Place>

/** Estates, roads and other known places of a city; not part of `City`, since only few readers need them. */
export async function loadPlaces(folder: string): Promise<readonly Place[]> {
  const files = new CityFolder(folder)
  const places = await files.table('places.csv', Place)
  if (files.faults.length > 0) throw new CityFault(files.faults)
  return places.map(({ value }) => value)
}
