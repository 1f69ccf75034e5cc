import type { Signature } from './signature.ts'

/** The width of a key in bytes: an order's ULID; shorter keys are filled up with zeros. */
const KEY = 26
/** A document's number within its segment takes two bytes. */
export const SEGMENT = 65_536

/** Days since 1970 in two bytes; 0: has not ended. */
export type EndedDay = number

/**
 * Signatures turned round: for each word the texts that say it, in flat arrays of 3 bytes an entry. Sorted by key, so a
 * key is found by halving; a text that was replaced or removed stays as a gap until the segment is made anew.
 */
export type Segment = {
  size: number
  /** texts that are still there */
  live: number
  keys: Uint8Array
  ended: Uint16Array
  gone: Uint8Array
  terms: Uint32Array
  starts: Uint32Array
  documents: Uint16Array
  weights: Uint8Array
}

export type Entry = { key: string; signature: Signature; ended: EndedDay }

function writeKey(keys: Uint8Array, at: number, key: string): void {
  for (let i = 0; i < KEY; i++) keys[at * KEY + i] = i < key.length ? key.charCodeAt(i) : 0
}

export function keyAt(keys: Uint8Array, at: number): string {
  let end = KEY
  while (end > 0 && keys[at * KEY + end - 1] === 0) end--
  return String.fromCharCode(...keys.subarray(at * KEY, at * KEY + end))
}

function compareKey(keys: Uint8Array, at: number, key: string): number {
  for (let i = 0; i < KEY; i++) {
    const difference = (keys[at * KEY + i] ?? 0) - (i < key.length ? key.charCodeAt(i) : 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Below zero where the first key comes first. */
export function compareKeys(a: Uint8Array, i: number, b: Uint8Array, j: number): number {
  for (let n = 0; n < KEY; n++) {
    const difference = (a[i * KEY + n] ?? 0) - (b[j * KEY + n] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The number of a key that is there, or -1. */
export function documentOf(segment: Segment, key: string): number {
  let [from, to] = [0, segment.size - 1]
  while (from <= to) {
    const middle = (from + to) >>> 1
    const order = compareKey(segment.keys, middle, key)
    if (order === 0) return segment.gone[middle] === 0 ? middle : -1
    if (order < 0) from = middle + 1
    else to = middle - 1
  }
  return -1
}

/** Where a word stands among the sorted ones, or -1. */
export function placeOf(terms: Uint32Array, term: number): number {
  let [from, to] = [0, terms.length - 1]
  while (from <= to) {
    const middle = (from + to) >>> 1
    const found = terms[middle] ?? 0
    if (found === term) return middle
    if (found < term) from = middle + 1
    else to = middle - 1
  }
  return -1
}

/** How many entries are turned round between two steps: some 5 ms. */
const STEP = 2048

/** Makes a segment of at most 65,536 entries; after each step the caller may do something else. */
export function* freeze(entries: readonly Entry[]): Generator<void, Segment> {
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const size = sorted.length
  const counts = new Map<number, number>()
  for (const [i, { signature }] of sorted.entries()) {
    for (const term of signature.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    if (i % STEP === STEP - 1) yield
  }
  const terms = Uint32Array.from(counts.keys()).sort()
  const starts = new Uint32Array(terms.length + 1)
  const next = new Map<number, number>()
  let total = 0
  for (const [i, term] of terms.entries()) {
    starts[i] = total
    next.set(term, total)
    total += counts.get(term) ?? 0
  }
  starts[terms.length] = total
  yield
  const keys = new Uint8Array(size * KEY)
  const documents = new Uint16Array(total)
  const weights = new Uint8Array(total)
  for (const [i, { key, signature }] of sorted.entries()) {
    writeKey(keys, i, key)
    signature.terms.forEach((term, n) => {
      const at = next.get(term) ?? 0
      documents[at] = i
      weights[at] = signature.weights[n] ?? 0
      next.set(term, at + 1)
    })
    if (i % STEP === STEP - 1) yield
  }
  const ended = Uint16Array.from(sorted, (entry) => entry.ended)
  return { size, live: size, keys, ended, gone: new Uint8Array(size), terms, starts, documents, weights }
}

/** The entries that are still there, put together again from the words' lists. */
export function thaw(segment: Segment): Entry[] {
  const { size, terms, starts, documents, weights } = segment
  const lists: { terms: number[]; weights: number[] }[] = Array.from({ length: size }, () => ({
    terms: [],
    weights: [],
  }))
  for (const [i, term] of terms.entries())
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const list = lists[documents[at] ?? 0]
      list?.terms.push(term)
      list?.weights.push(weights[at] ?? 0)
    }
  return lists.flatMap((list, i) =>
    segment.gone[i] === 1
      ? []
      : [
          {
            key: keyAt(segment.keys, i),
            ended: segment.ended[i] ?? 0,
            signature: { terms: Uint32Array.from(list.terms), weights: Uint8Array.from(list.weights) },
          },
        ],
  )
}

export const bytesOf = ({ keys, ended, gone, terms, starts, documents, weights }: Segment): number =>
  [keys, ended, gone, terms, starts, documents, weights].reduce((sum, part) => sum + part.byteLength, 0)
