import { encodeTime } from 'ulid'
import { type SimilarKey, similarKeys } from '#db/similar-keys.ts'
import { type Ranked, rankSimilar } from '#domain/accept/rank-similar.ts'
import { type Candidate, NEAR_METRES, type Probe } from '#domain/accept/same-grounds.ts'
import { type CategoryCode, type Instant, msOf, type OrderId, type RegionCode } from '#domain/ids.ts'
import { likenessOf, type Matter, matterOf } from '#language/same/likeness.ts'
import { cosineOf, readSignature, type Signature } from '#language/same/signature.ts'
import type { MatterText } from '#language/same/terms.ts'
import { normalise } from '#language/text/normalise.ts'
import type { House } from '../shell.ts'
import { dayOf, daysBefore } from './ended-day.ts'
import { knownMatters } from './known-matters.ts'
import { isReady, type Known, type SameState } from './same-state.ts'

/** How far back caller, place and kind look; words look through the whole window. */
const LOOK_BACK_DAYS = 60
/** What the words' index is asked for, and how many texts are then read whole: 0.1 ms each, some 0.5 for a long one. */
const BY_WORDS = 40
const READ = 32
/** Less in common is chance. */
const LEAST_COSINE = 0.06
/** Fewer characters say nothing yet. */
const SAYS_SOMETHING = 4

/** What a search needs of the house, of the moment, and of who asks: the region they reach, null for all. */
export type Finder = Pick<House, 'db' | 'same' | 'city'> & { at: Instant; reach: string | null }

type Asked = {
  text: MatterText
  phoneIndexes: readonly Buffer[]
  region: RegionCode | null
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  /** the order that is asked about itself */
  not: OrderId | null
}

export type SameFound = { keys: SimilarKey[]; ranked: Ranked[] }

/** A square that holds the circle; the ranking measures. */
function boxAround(lng: number, lat: number): readonly [number, number, number, number] {
  const north = NEAR_METRES / 111_195
  const east = north / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lng - east, lat - north, lng + east, lat + north]
}

/** Orders with like words that are open or ended lately, most alike first. */
export function keysLike({ same, city, at }: Finder, signature: Signature): string[] {
  const endedSince = dayOf(daysBefore(at, city.policy.sameMatter.recentDays))
  const limit = Math.max(BY_WORDS, city.policy.merging.group.callers * 2)
  return same.index.query(signature, { limit, endedSince, least: LEAST_COSINE }).map(({ key }) => key)
}

/** With the words known, community and kind alone show nothing that the words' index does not bring. */
function keysFor(finder: Finder, asked: Asked, byWords: readonly string[] | null): Promise<SimilarKey[]> {
  const { lng, lat } = asked
  const { region, category } = byWords === null ? asked : { region: null, category: null }
  return similarKeys(finder.db, {
    byWords: byWords ?? [],
    phoneIndexes: asked.phoneIndexes,
    box: lng === null || lat === null ? null : boxAround(lng, lat),
    region: region !== null && region.length >= 12 ? region.slice(0, 12) : null,
    category: category !== null && category.length === 5 ? category : null,
    town: region === null ? null : region.slice(0, 9),
    fromId: encodeTime(Math.max(0, msOf(daysBefore(finder.at, LOOK_BACK_DAYS))), 10),
    endedSince: daysBefore(finder.at, finder.city.policy.sameMatter.recentDays),
    reach: finder.reach,
  })
}

/** Of many candidates those are read whole whose few stored words, caller or kind promise most. */
function worthReading(keys: readonly SimilarKey[], mine: Matter, { category }: Asked): SimilarKey[] {
  if (keys.length <= READ) return [...keys]
  const promise = (key: SimilarKey): number =>
    (key.terms === null ? 0.1 : cosineOf(mine.signature, readSignature(key.terms))) +
    (key.same_caller ? 0.3 : 0) +
    (category !== null && key.category === category ? 0.1 : 0)
  const ranked = keys.map((key) => ({ key, promise: promise(key) })).toSorted((a, b) => b.promise - a.promise)
  return ranked.slice(0, READ).map(({ key }) => key)
}

type Where = Pick<SimilarKey, 'order_id' | 'same_caller' | 'region' | 'lng' | 'lat' | 'category'>

/** `said`: the two texts made ready, or null where one of them says nothing. */
export function candidateOf(
  words: SameState['words'],
  row: Where,
  text: string,
  said: [Matter, Matter] | null,
): Candidate {
  return {
    id: row.order_id as OrderId,
    sameCaller: row.same_caller,
    region: row.region as RegionCode,
    lng: row.lng,
    lat: row.lat,
    category: row.category === '' ? null : (row.category as CategoryCode),
    text,
    said: said === null ? null : likenessOf(said[0], said[1], words.table),
  }
}

/** Without words only caller, place and kind count, and no text is read. */
async function candidatesOf(
  { db, same }: Finder,
  able: SimilarKey[],
  mine: Matter | null,
  asked: Asked,
): Promise<Candidate[]> {
  if (mine === null) return able.map((key) => candidateOf(same.words, key, '', null))
  const chosen = worthReading(able, mine, asked)
  const known: ReadonlyMap<string, Known> = await knownMatters(db, same, chosen)
  return chosen.flatMap((key) => {
    const theirs = known.get(key.order_id)
    return theirs === undefined ? [] : [candidateOf(same.words, key, theirs.body, [mine, theirs.matter])]
  })
}

/**
 * Open and recently ended orders that may be the same matter: those with like words, of the same number, at the place, of
 * the kind; one ranking over all. Until this process has loaded its index the words are compared among the others only.
 */
export async function findSame(finder: Finder, asked: Asked, limit: number): Promise<SameFound> {
  const { same } = finder
  const { title, content } = asked.text
  const says = title.length + content.length >= SAYS_SOMETHING
  const mine = says ? matterOf(asked.text, same.words.table) : null
  const byWords = mine === null || !isReady(same) ? null : keysLike(finder, mine.signature)
  const keys = (await keysFor(finder, asked, byWords)).filter(({ order_id }) => order_id !== asked.not)
  const able = keys.filter(({ state }) => state !== 'draft')
  const { region, lng, lat, category } = asked
  const probe: Probe = { region, lng, lat, category, text: normalise(`${title}\n${content}`.slice(0, 2000)) }
  return { keys, ranked: rankSimilar(probe, await candidatesOf(finder, able, mine, asked), limit) }
}
