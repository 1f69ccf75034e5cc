import type { Atlas } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import type { GazetteerEntry } from '#language/facts/place/gazetteer.ts'
import { indexNames, type NameIndex } from '#language/facts/place/name-index.ts'
import { soundOf } from './pinyin.ts'
import { type Candidate, candidatesOf } from './places.ts'

type Gazetteer = { names: NameIndex; candidateOf: ReadonlyMap<GazetteerEntry, Candidate> }
const gazetteers = new WeakMap<City, { atlas: Atlas; gazetteer: Gazetteer }>()

/** Every name of the city ready to be found in texts: some 40 ms for 1,500 names, so once per city and atlas. */
export function gazetteerOf(city: City, atlas: Atlas): Gazetteer {
  const known = gazetteers.get(city)
  if (known?.atlas === atlas) return known.gazetteer
  const candidateOf = new Map<GazetteerEntry, Candidate>()
  for (const candidate of candidatesOf(city, atlas)) {
    const { name, kind, region } = candidate
    candidateOf.set({ name, kind, region, aliases: [], isRegion: city.regions.get(region)?.level === kind }, candidate)
  }
  const gazetteer = { names: indexNames([...candidateOf.keys()], soundOf), candidateOf }
  gazetteers.set(city, { atlas, gazetteer })
  return gazetteer
}
