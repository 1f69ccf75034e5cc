import type { MapReply } from '#contract/places.ts'

/** Where the map comes from: the desks' with communities, or the citizens' without a log-in. */
export type MapSource = '/api/map' | '/api/citizen/map'

/** Where a page keeps maps for when there is no line; a desk has none. */
type MapMemory = {
  keep: (source: MapSource, map: MapReply) => Promise<void>
  kept: (source: MapSource) => Promise<MapReply | null>
}
let memory: MapMemory | null = null
export const keepMapsIn = (kept: MapMemory): void => {
  memory = kept
}
/** So long a page with a kept map waits for the line. */
const PATIENCE_MS = 8000

const loaded = new Map<MapSource, Promise<MapReply>>()

async function load(source: MapSource): Promise<MapReply> {
  const kept = (await memory?.kept(source)) ?? null
  if (kept === null) return ask(source)
  return ask(source, PATIENCE_MS).catch(() => kept)
}

async function ask(source: MapSource, patience?: number): Promise<MapReply> {
  const response = await fetch(source, patience === undefined ? {} : { signal: AbortSignal.timeout(patience) })
  if (!response.ok) throw new Error(`the map answered ${response.status}`)
  const map = (await response.json()) as MapReply
  // A phone whose memory is full shows the map all the same.
  await memory?.keep(source, map).catch(() => undefined)
  return map
}

/** One map serves every page of a visit; one that did not come is asked for again by the next page that needs it. */
export function mapData(source: MapSource): Promise<MapReply> {
  const known = loaded.get(source) ?? load(source)
  loaded.set(source, known)
  known.catch(() => loaded.delete(source))
  return known
}
