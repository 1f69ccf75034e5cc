import type { WordTable } from './word-table.ts'

/**
 * Looked up by the term's own bits, which are a hash already. Term and value lie side by side, so that a look-up waits for
 * the memory once; a value of 0 is an empty place, since no rarity is 0.
 */
type Rarities = { terms: Uint32Array; values: Float32Array; mask: number; unseen: number }

const made = new WeakMap<WordTable, Rarities>()

/** Half of them stay empty: a look-up ends at the first such place. */
const slotsFor = (terms: number): number => 2 ** Math.ceil(Math.log2(terms * 2 + 2))

function make({ documents, terms, counts }: WordTable): Rarities {
  const rare = (n: number) => (documents === 0 ? 1 : Math.max(0.01, Math.log((documents + 1) / (n + 0.5))))
  const slots = slotsFor(terms.length)
  const buffer = new ArrayBuffer(slots * 8)
  const [placed, values, mask] = [new Uint32Array(buffer), new Float32Array(buffer), slots - 1]
  for (const [i, term] of terms.entries()) {
    let at = term & mask
    while (values[at * 2 + 1] !== 0) at = (at + 1) & mask
    placed[at * 2] = term
    values[at * 2 + 1] = rare(counts[i] ?? 0)
  }
  return { terms: placed, values, mask, unseen: rare(0) }
}

/**
 * ln((N+1)/(n+½)) of every term, 1 where nothing is learned. The logarithms are taken once a table, and one flat array is
 * asked instead of a map: a text asks three hundred times, and half of the terms are no small integers to a map.
 */
export function rarityIn(table: WordTable): (term: number) => number {
  const known = made.get(table) ?? make(table)
  made.set(table, known)
  const { terms, values, mask, unseen } = known
  return (term) => {
    for (let at = term & mask; ; at = (at + 1) & mask) {
      const value = values[at * 2 + 1] ?? 0
      if (value === 0) return unseen
      if (terms[at * 2] === term) return value
    }
  }
}
