import { matterScore } from '#domain/accept/rank-similar.ts'
import type { Candidate, Probe } from '#domain/accept/same-grounds.ts'
import type { OrderId } from '#domain/ids.ts'
import { likenessOf, type Matter, matterOf, SAME_AT } from '#language/same/likeness.ts'
import { type SameIndex, sameIndex } from '#language/same/same-index.ts'
import type { MatterText } from '#language/same/terms.ts'
import { learnWords, type WordTable } from '#language/same/word-table.ts'
import type { Said, SameEvent, SamePair } from '../data/same-sets.ts'

/** So many are told for one question when recall and mean average precision are measured. */
const TOLD = 100

const textOf = ({ title, text }: Said): MatterText => ({ title, content: text })
const NOWHERE = { region: null, lng: null, lat: null, category: null }
const probe: Probe = { ...NOWHERE, text: '' }

/** The product's own final score of two texts of which nothing else is known but whether one person wrote both. */
function scoreOf(a: Matter, b: Matter, sameCaller: boolean, table: WordTable): number {
  const other: Candidate = {
    ...NOWHERE,
    id: '' as OrderId,
    region: '' as Candidate['region'],
    text: '',
    sameCaller,
    said: likenessOf(a, b, table),
  }
  return matterScore(probe, other)
}

type Corpus = { index: SameIndex; table: WordTable; of: ReadonlyMap<number, { said: Said; matter: Matter }> }

/** As a city would have learned and stored them. */
export function corpusOf(requests: readonly Said[]): Corpus {
  const learner = learnWords()
  for (const said of requests) learner.add(textOf(said))
  const table = learner.table()
  const index = sameIndex()
  const of = new Map(requests.map((said) => [said.id, { said, matter: matterOf(textOf(said), table) }]))
  for (const [id, { matter }] of of) index.put({ key: String(id), signature: matter.signature, ended: 0 })
  for (const _ of index.tidy());
  return { index, table, of }
}

function ranked({ index, table, of }: Corpus, id: number): number[] {
  const asked = of.get(id)
  if (asked === undefined) throw new Error(`no request ${id}`)
  const found = index.query(asked.matter.signature, { limit: TOLD + 1, endedSince: null })
  return found
    .filter(({ key }) => key !== String(id))
    .flatMap(({ key }) => {
      const other = of.get(Number(key))
      if (other === undefined) return []
      const sameCaller = other.said.user === asked.said.user
      return [{ id: other.said.id, score: scoreOf(asked.matter, other.matter, sameCaller, table) }]
    })
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .map((one) => one.id)
}

type EventFigures = { hit1: number; recall10: number; map: number; queries: number }

type Judged = { hit: number; recall: number; precision: number }

function judged(found: readonly number[], wanted: ReadonlySet<number>): Judged {
  let [hits, precision] = [0, 0]
  for (const [i, other] of found.entries()) if (wanted.has(other)) precision += ++hits / (i + 1)
  return {
    hit: wanted.has(found[0] ?? -1) ? 1 : 0,
    recall: found.slice(0, 10).filter((other) => wanted.has(other)).length / Math.min(10, wanted.size),
    precision: precision / wanted.size,
  }
}

/** Each request of an event asks for all the others of it, among all requests. Recall of ten counts ten at most. */
export function eventFigures(corpus: Corpus, events: readonly SameEvent[]): EventFigures {
  const all = events
    .filter(({ ids }) => ids.length > 1)
    .flatMap(({ ids }) => ids.map((id) => judged(ranked(corpus, id), new Set(ids.filter((other) => other !== id)))))
  const mean = (of: (one: Judged) => number) => all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length)
  return {
    hit1: mean(({ hit }) => hit),
    recall10: mean(({ recall }) => recall),
    map: mean(({ precision }) => precision),
    queries: all.length,
  }
}

/** Said to be one matter from the threshold on that the product ships. */
export function pairFigures({ of, table }: Corpus, pairs: readonly SamePair[]): { precision: number; recall: number } {
  const said = pairs.map(({ a, b, same }) => {
    const [one, other] = [of.get(a), of.get(b)]
    if (one === undefined || other === undefined) throw new Error(`no request ${one === undefined ? a : b}`)
    return { same, told: scoreOf(one.matter, other.matter, one.said.user === other.said.user, table) >= SAME_AT }
  })
  const right = said.filter(({ same, told }) => same && told).length
  return {
    precision: right / Math.max(1, said.filter(({ told }) => told).length),
    recall: right / Math.max(1, said.filter(({ same }) => same).length),
  }
}

/** How many of the pairs that are two matters would be offered as one, even to one and the same caller. */
export const offeredTraps = (traps: readonly [MatterText, MatterText][], table: WordTable): MatterText[] =>
  traps
    .filter(([one, other]) => scoreOf(matterOf(one, table), matterOf(other, table), true, table) >= SAME_AT)
    .map(([one]) => one)
