import { fileURLToPath } from 'node:url'
import { loadCity } from '#city/load-city.ts'
import type { SimCity } from './make-request.ts'
import { readPlaces } from './places.ts'

const folder = fileURLToPath(new URL('../city/demo', import.meta.url))

export async function demoSim(): Promise<SimCity> {
  const city = await loadCity(folder)
  return { city, places: readPlaces(city, folder) }
}
