import type { MapReply } from '#contract/places.ts'

/** Where the map comes from: the desks' with communities, or the citizens' without a log-in. */
export type MapSource = '/api/map' | '/api/citizen/map'

const loaded = new Map<MapSource, Promise<MapReply>>()

async function load(source: MapSource): Promise<MapReply> {
  const response = await fetch(source)
  if (!response.ok) throw new Error(`the map answered ${response.status}`)
  return (await response.json()) as MapReply
}

/** One map serves every page of a visit; one that did not come is asked for again by the next page that needs it. */
export function mapData(source: MapSource): Promise<MapReply> {
  const known = loaded.get(source) ?? load(source)
  loaded.set(source, known)
  known.catch(() => loaded.delete(source))
  return known
}
