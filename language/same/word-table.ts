import { type MatterText, readPart, textGrams, titleGrams, words } from './terms.ts'
import { termsOf } from './vector.ts'

/**
 * How common each word and each stretch of characters is in what the citizens of a city write: rare ones say what a
 * matter is about. Learned from a sample of the city's own orders; terms of one text only are left out, they count as
 * never seen.
 */
export type WordTable = { documents: number; terms: Uint32Array; counts: Uint32Array }

/** Before anything is learned every term counts alike. */
export const EMPTY_TABLE: WordTable = { documents: 0, terms: new Uint32Array(0), counts: new Uint32Array(0) }

/** So many texts give the frequencies of all that matters: words of less than one text in 7,000 are rare by any count. */
export const SAMPLE = 20_000

type Learner = { add(text: MatterText): void; table(): WordTable }

export function learnWords(): Learner {
  const seen = new Map<number, number>()
  let documents = 0
  return {
    add: (text) => {
      documents += 1
      const part = readPart(text)
      const terms = new Set([words(part), textGrams(part, 3), titleGrams(part)].flatMap(termsOf))
      for (const term of terms) seen.set(term, (seen.get(term) ?? 0) + 1)
    },
    table: () => {
      const least = documents > 8000 ? 3 : 2
      const kept = [...seen].filter(([, n]) => n >= least).toSorted(([a], [b]) => a - b)
      return {
        documents,
        terms: Uint32Array.from(kept, ([term]) => term),
        counts: Uint32Array.from(kept, ([, n]) => n),
      }
    },
  }
}

const HEAD = 12
const MAGIC = 0x4a535754

/** Little-endian: mark, number of texts, number of terms, the terms, their counts. */
export function tableBytes({ documents, terms, counts }: WordTable): Uint8Array {
  const bytes = new Uint8Array(HEAD + terms.length * 8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, documents, true)
  view.setUint32(8, terms.length, true)
  for (const [i, term] of terms.entries()) view.setUint32(HEAD + i * 4, term, true)
  for (const [i, n] of counts.entries()) view.setUint32(HEAD + (terms.length + i) * 4, n, true)
  return bytes
}

/** Throws on bytes that are no table: cut short, or something else. */
export function readTable(bytes: Uint8Array): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes.length < HEAD || view.getUint32(0, true) !== MAGIC ? -1 : view.getUint32(8, true)
  if (size < 0 || bytes.length !== HEAD + size * 8) throw new RangeError('these bytes are no table of words')
  const at = (offset: number) => (_: unknown, i: number) => view.getUint32(HEAD + (offset + i) * 4, true)
  return {
    documents: view.getUint32(4, true),
    terms: Uint32Array.from({ length: size }, at(0)),
    counts: Uint32Array.from({ length: size }, at(size)),
  }
}
