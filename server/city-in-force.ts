import { type Adopted, loadCity } from '#city/load-city.ts'
import { contentInForce, versionsInForce } from '#db/city-versions.ts'
import type { Db } from '#db/sql.ts'
import type { City } from '#domain/city/city.ts'
import { modelInForce } from './models/model-in-force.ts'
import type { House } from './shell.ts'

type InForce = readonly { id: number; part: string }[]

/** `sla:7 units:3`: two processes with the same word work with the same city. */
const signatureOf = (versions: InForce): string => versions.map(({ part, id }) => `${part}:${id}`).join(' ')

export const adoptedOf = (versions: Awaited<ReturnType<typeof contentInForce>>): Adopted =>
  new Map(versions.map(({ part, number, content }) => [part, { number, rows: content }]))

/** The folder overlaid by what was adopted; throws a `CityFault` if the two no longer fit. */
export async function cityInForce(db: Db, folder: string): Promise<{ city: City; cityVersions: string }> {
  const versions = await contentInForce(db)
  return { city: await loadCity(folder, adoptedOf(versions)), cityVersions: signatureOf(versions) }
}

/**
 * Takes up what was adopted, here or in another process. The city is exchanged whole, between two calls: a call under
 * way keeps the one it began with. A city that does not load leaves the old one in force, and the sweep says so.
 */
export async function takeUpCity(house: House): Promise<boolean> {
  if (signatureOf(await versionsInForce(house.db)) === house.cityVersions) return false
  const inForce = await cityInForce(house.db, house.cityFolder)
  // Together: a category closed this moment is not suggested the next.
  const models = await modelInForce(house.db, inForce.city, house.cityFolder)
  Object.assign(house, inForce, { models })
  return true
}
