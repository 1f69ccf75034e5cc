import { decodeTime } from 'ulid'
import { RANKED, type Tally } from '#contract/search-all.ts'
import { searchedTexts, searchesWithin } from '#db/narrowed-search.ts'
import type { OrderFilter } from '#db/order-list.ts'
import { type Look, type Matches, matching } from '#db/text-search.ts'
import { stepOf } from '#db/time-keys.ts'
import { dayOf, instantOf, type OrderId } from '#domain/ids.ts'
import { OPEN } from '#domain/order/states.ts'
import { type Document, type Field, rarityOf, scoreOf } from '#language/search/rank.ts'
import { LINES } from './order-texts.ts'
import { attemptsOf, type Reading } from './search-readings.ts'
import type { Shell } from './shell.ts'

export type Scored = { id: OrderId; score: number; words: readonly string[] }
export type Ranking = { scored: Scored[]; tally: Tally }

type Kind = 'orders' | 'replies'
const TEXTS = { orders: 'request', replies: 'reply' } as const

/** Beside the newest, so many of the newest that say it in their title. */
const TITLED = 80
/** Each of several part-questions, for what nothing answers whole. */
const LOOK_FOR_MOST = { fit: 150, at: 400 }
const LOOK_AT_TITLES = { fit: TITLED, at: 400 }
const DAY_MS = 86_400_000
/** What was not typed but meant stands a little behind. */
const MEANT = 0.95

const timeOf = (id: string): number => decodeTime(id.slice(0, 10).padEnd(26, '0'))

function fieldsOf(kind: Kind, body: string): Document['fields'] {
  if (kind === 'replies') return { reply: body }
  const lines = body.split('\n')
  // Texts of before this form have the fields they have, in the same order but without empty lines.
  if (lines.length !== LINES.length) return { title: lines[0] ?? '', content: lines.slice(1).join('\n') }
  return Object.fromEntries(LINES.map((field, i) => [field, lines[i] ?? ''])) as Partial<Record<Field, string>>
}

type Within = ReturnType<typeof searchesWithin>
type Searched = { reading: Reading; matches: Matches; titled: readonly string[] }

/** How far one way of asking is looked through; `titles`: whether older ones that say it in their title are added. */
type Reach = { look: Look | undefined; titles: boolean }

/** Orders that say all words; of frequent ones the newest, and the newest that say them in their title. */
async function search(shell: Shell, within: Within, reading: Reading, { look, titles }: Reach): Promise<Searched> {
  const { words } = reading
  const matches = await matching(shell.db, within({ words, inTitle: false }), look)
  const isBounded = titles && (matches.downTo !== null || matches.ids.length > RANKED)
  const titled = isBounded
    ? (await matching(shell.db, within({ words, inTitle: true }), titlesBefore(matches.ids))).ids.slice(0, TITLED)
    : []
  return { reading, matches, titled }
}

/** The newest are ranked anyway. Perhaps one text in five that says it has it in its title: twice as far back holds 80. */
function titlesBefore(ids: readonly string[]): Look {
  const [first, last] = [ids[0], ids[Math.min(RANKED, ids.length) - 1]]
  if (first === undefined || last === undefined) return LOOK_AT_TITLES
  return { ...LOOK_AT_TITLES, from: { before: last, steps: 2 * (stepOf(first) - stepOf(last) + 1) } }
}

const wordsIn = ({ words }: Reading): string[] => words.map(({ text }) => text)

/** Best first, over all readings. */
async function ranked(
  shell: Shell,
  kind: Kind,
  found: readonly Searched[],
  measuredBy: readonly Reading[],
): Promise<Scored[]> {
  const ids = new Set(found.flatMap(({ matches, titled }) => [...matches.ids.slice(0, RANKED), ...titled]))
  const now = Date.parse(shell.at)
  const texts = await searchedTexts(shell.db, TEXTS[kind], [...ids])
  const documents = texts.map(({ id, state, body }) => ({
    id: id as OrderId,
    fields: fieldsOf(kind, body),
    ageDays: (now - timeOf(id)) / DAY_MS,
    open: OPEN.some((one) => one === state),
  }))
  const asked = measuredBy.map((reading) => {
    const words = wordsIn(reading)
    return { words, rarity: rarityOf(documents, words), share: reading.also === null ? 1 : MEANT }
  })
  const score = (document: Document) =>
    Math.max(...asked.map(({ words, rarity, share }) => share * scoreOf(document, words, rarity)))
  const words = [...new Set(asked.flatMap((one) => one.words))]
  return documents
    .map((document) => ({ id: document.id, score: score(document), words }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
}

function tallyOf(kind: Kind, found: readonly Searched[], rankedOf: number, matched: Tally['matched']): Tally {
  const ids = new Set(found.flatMap(({ matches }) => matches.ids))
  const bounds = found.flatMap(({ matches }) => (matches.downTo === null ? [] : [matches.downTo]))
  const since = bounds.toSorted().at(-1)
  return {
    kind,
    count: ids.size,
    more: since !== undefined,
    ranked: rankedOf,
    since: since === undefined ? null : dayOf(instantOf(timeOf(since))),
    matched: ids.size === 0 ? 'none' : matched,
  }
}

/** Orders, or answers, that say it: the first way of asking that finds any. */
export async function rankOrders(
  shell: Shell,
  kind: Kind,
  readings: readonly Reading[],
  filter: OrderFilter,
): Promise<Ranking> {
  const within = searchesWithin(shell.db, filter, TEXTS[kind])
  for (const { matched, readings: tried, measuredBy } of attemptsOf(readings)) {
    const found: Searched[] = []
    const isPart = matched === 'most'
    const reach: Reach = { look: isPart ? LOOK_FOR_MOST : undefined, titles: kind === 'orders' && !isPart }
    for (const reading of tried) found.push(await search(shell, within, reading, reach))
    if (found.every(({ matches }) => matches.ids.length === 0)) continue
    const scored = await ranked(shell, kind, found, measuredBy)
    return { scored, tally: tallyOf(kind, found, scored.length, matched) }
  }
  return { scored: [], tally: tallyOf(kind, [], 0, 'none') }
}
