import type { WordTable } from './word-table.ts'

/** Looked up by the term's own bits, which are a hash already; 0 where nothing stands, since no rarity is 0. */
type Rarities = { terms: Uint32Array; values: Float64Array; unseen: number }

const made = new WeakMap<WordTable, Rarities>()

/** Never full: a look-up ends at the first empty place. */
const slotsFor = (terms: number): number => 2 ** Math.ceil(Math.log2(terms * 2 + 2))

function make({ documents, terms, counts }: WordTable): Rarities {
  const rare = (n: number) => (documents === 0 ? 1 : Math.max(0.01, Math.log((documents + 1) / (n + 0.5))))
  const slots = slotsFor(terms.length)
  const table: Rarities = { terms: new Uint32Array(slots), values: new Float64Array(slots), unseen: rare(0) }
  for (const [i, term] of terms.entries()) {
    let at = term & (slots - 1)
    while (table.values[at] !== 0) at = (at + 1) & (slots - 1)
    table.terms[at] = term
    table.values[at] = rare(counts[i] ?? 0)
  }
  return table
}

/**
 * ln((N+1)/(n+½)) of every term, 1 where nothing is learned. The logarithms are taken once a table, and two flat arrays
 * are asked instead of a map: a text asks three hundred times, and half of the terms are no small integers to a map.
 */
export function rarityIn(table: WordTable): (term: number) => number {
  const known = made.get(table) ?? make(table)
  made.set(table, known)
  const { terms, values, unseen } = known
  const mask = terms.length - 1
  return (term) => {
    for (let at = term & mask; ; at = (at + 1) & mask) {
      const value = values[at] ?? 0
      if (value === 0) return unseen
      if (terms[at] === term) return value
    }
  }
}
