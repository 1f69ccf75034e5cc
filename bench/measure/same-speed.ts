import { loadCity } from '#city/load-city.ts'
import { matterOf } from '#language/same/likeness.ts'
import { type SameIndex, sameIndex } from '#language/same/same-index.ts'
import { type Entry, SEGMENT } from '#language/same/segment.ts'
import type { Signature } from '#language/same/signature.ts'
import type { MatterText } from '#language/same/terms.ts'
import { learnWords } from '#language/same/word-table.ts'
import { makeRequest } from '#sim/make-request.ts'
import { readPlaces } from '#sim/places.ts'
import { chance, pick, type Random, randomOf } from '#sim/random.ts'
import { CITY_FOLDER } from '../data/folder.ts'
import { percentile } from './times.ts'

/** So many texts are written whole; beyond them an entry is one of these with half of its words from others. */
const WHOLE = 20_000
const ASKED = 500

type IndexFigures = {
  texts: number
  p50: number
  p99: number
  megabytes: number
  loadSeconds: number
  step: number
}

type Written = { signatures: Signature[]; asked: Signature[]; textMs: number[] }

/** Requests of the simulated city, as the search text has them. */
async function written(random: Random): Promise<Written> {
  const city = await loadCity(CITY_FOLDER)
  const sim = { city, places: readPlaces(city, CITY_FOLDER) }
  const text = (): MatterText => {
    const { title, content, address } = makeRequest(sim, random, Date.now()).request
    return { title: title ?? '', content: `${content ?? ''}\n${address ?? ''}` }
  }
  const texts = Array.from({ length: WHOLE }, text)
  const learner = learnWords()
  for (const one of texts.slice(0, 5000)) learner.add(one)
  const table = learner.table()
  const textMs: number[] = []
  const ready = (one: MatterText): Signature => {
    textMs.push(medianOf(3, () => matterOf(one, table)))
    return matterOf(one, table).signature
  }
  const plain = texts.map((one) => matterOf(one, table).signature)
  return { signatures: plain, asked: Array.from({ length: ASKED }, text).map(ready), textMs }
}

function mixed(one: Signature, other: Signature, random: Random): Signature {
  const weights = new Map<number, number>()
  for (const from of [one, other])
    for (const [i, term] of from.terms.entries()) if (chance(random, 0.5)) weights.set(term, from.weights[i] ?? 1)
  const terms = [...weights.keys()].sort((a, b) => a - b).slice(0, 32)
  return { terms: Uint32Array.from(terms), weights: Uint8Array.from(terms, (term) => weights.get(term) ?? 1) }
}

function load(index: SameIndex, entries: Entry[]): number {
  let [longest, begun] = [0, performance.now()]
  for (const _ of index.load(entries)) {
    longest = Math.max(longest, performance.now() - begun)
    begun = performance.now()
  }
  return Math.max(longest, performance.now() - begun)
}

/** The middle one of so many runs: of a busy machine's pauses most fall on one run only. */
function medianOf(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return percentile(times, 0.5)
}

/** The index alone: from a text made ready to the list of those with like words. */
export async function indexFigures(sizes: readonly number[]): Promise<{ rows: IndexFigures[]; textP99: number }> {
  const random = randomOf(1, 'same-speed')
  const { signatures, asked, textMs } = await written(random)
  const rows = sizes.map((texts): IndexFigures => {
    const index = sameIndex()
    let [loadSeconds, step] = [0, 0]
    for (let from = 0; from < texts; from += SEGMENT) {
      const entries = Array.from({ length: Math.min(SEGMENT, texts - from) }, (_, i): Entry => {
        const n = from + i
        const whole = signatures[n % signatures.length] ?? pick(random, signatures)
        return {
          key: String(n).padStart(26, '0'),
          signature: n < WHOLE ? whole : mixed(whole, pick(random, signatures), random),
          ended: 0,
        }
      })
      const begun = performance.now()
      step = Math.max(step, load(index, entries))
      loadSeconds += (performance.now() - begun) / 1000
    }
    const times = asked.map((signature) => medianOf(3, () => index.query(signature, { limit: 60, endedSince: 1 })))
    return {
      texts,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      megabytes: index.bytes() / 2 ** 20,
      loadSeconds,
      step,
    }
  })
  return { rows, textP99: percentile(textMs, 0.99) }
}
