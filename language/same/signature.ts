import { type MatterText, readPart, words } from './terms.ts'
import { vectorOf } from './vector.ts'
import type { WordTable } from './word-table.ts'

/** What a text is about, short: its heaviest words as numbers in ascending order, each with its weight of 1 to 255. */
export type Signature = { terms: Uint32Array; weights: Uint8Array }

/** 32 words find as much as all of them do (measured: Hit@1 .984 against .975) and make an index of 160 bytes a text. */
const TERMS = 32

/** Of a text without a single word the signature is empty and like nothing. `part` is as `readPart` gives it. */
export function signatureOfPart(part: MatterText, table: WordTable): Signature {
  const { terms, weights } = vectorOf(words(part), table)
  const heaviest = [...terms]
    .map((term, i): [number, number] => [term, weights[i] ?? 0])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, TERMS)
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0))
  const sorted = heaviest.sort((a, b) => a[0] - b[0])
  return {
    terms: Uint32Array.from(sorted, ([term]) => term),
    weights: Uint8Array.from(sorted, ([, weight]) => Math.max(1, Math.round((weight / length) * 255))),
  }
}

export const signatureOf = (text: MatterText, table: WordTable): Signature => signatureOfPart(readPart(text), table)

/** Cosine, 0 to 1. */
export function cosineOf(a: Signature, b: Signature): number {
  let [sum, i, j] = [0, 0, 0]
  while (i < a.terms.length && j < b.terms.length) {
    const [left, right] = [a.terms[i] ?? 0, b.terms[j] ?? 0]
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (left < right) i += 1
    else j += 1
  }
  return Math.min(1, sum / (255 * 255))
}

/** Five bytes a term: its number, little-endian, and its weight. */
export function signatureBytes({ terms, weights }: Signature): Uint8Array {
  const bytes = new Uint8Array(terms.length * 5)
  const view = new DataView(bytes.buffer)
  terms.forEach((term, i) => {
    view.setUint32(i * 5, term, true)
    bytes[i * 5 + 4] = weights[i] ?? 0
  })
  return bytes
}

/** Throws a RangeError where the length is not a multiple of five. */
export function readSignature(bytes: Uint8Array): Signature {
  if (bytes.length % 5 !== 0) throw new RangeError('these bytes are no signature')
  const size = bytes.length / 5
  const [terms, weights] = [new Uint32Array(size), new Uint8Array(size)]
  for (let i = 0, at = 0; i < size; i++, at += 5) {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
    terms[i] = a | (b << 8) | (c << 16) | (d << 24)
    weights[i] = bytes[at + 4] ?? 0
  }
  return { terms, weights }
}
