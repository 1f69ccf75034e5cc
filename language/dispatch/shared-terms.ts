import type { Signature } from '../same/signature.ts'
import { hashOf } from '../same/terms.ts'
import { tellingWords } from './duty-words.ts'

/** The telling words of a text with the number each has in a signature. */
export type Terms = readonly { word: string; term: number }[]

export const termsOf = (text: string): Terms => tellingWords(text).map((word) => ({ word, term: hashOf(word) }))

const SHOWN = 4

/** Words of the text that stand among the heaviest of the signature, the heaviest first. */
export function sharedWords(terms: Terms, { terms: held, weights }: Signature): string[] {
  const weight = new Map(Array.from(held, (term, i) => [term, weights[i] ?? 0]))
  return terms
    .flatMap(({ word, term }) => {
      const found = weight.get(term)
      return found === undefined ? [] : [{ word, found }]
    })
    .toSorted((a, b) => b.found - a.found)
    .slice(0, SHOWN)
    .map(({ word }) => word)
}
