import type { Bag } from './bag.ts'

/** The features a model knows: their buckets in rising order and how telling each is. */
export type Vocabulary = { buckets: Int32Array; rarity: Uint8Array }

/** How telling a feature is, kept as one byte in steps of 1/16, in training as in use, so that both see the same vectors. */
export const STEPS = 16
const inSteps = (telling: number): number => Math.min(255, Math.max(1, Math.round(STEPS * telling)))

/** How rare: ln((texts without it + ½) / (texts with it + ½)), as in BM25. */
const rarityOf = (documents: number, withIt: number): number => Math.log((documents - withIt + 0.5) / (withIt + 0.5))

/** Bags with the number of the label each was given. */
type LabelledBags = { bags: readonly Bag[]; rights: Uint16Array; labels: number }

/**
 * Which features are known and how telling they are: those in at least `fewest` of the learned texts, of which the `most`
 * frequent. `unevenness` is the power to which it counts how unevenly a feature is spread over the labels; 0: not at all.
 */
export type VocabularyOptions = { bits: number; fewest: number; most: number; unevenness: number }

/** How rare features are is counted in the learned texts and in the `others`, texts without a label. */
export function vocabularyOf(learned: LabelledBags, others: readonly Bag[], options: VocabularyOptions): Vocabulary {
  const { bits, unevenness } = options
  const inLearned = countTexts(learned.bags, bits)
  const inOthers = countTexts(others, bits)
  const kept = keptBuckets(inLearned, options)
  const all = learned.bags.length + others.length
  const uneven = unevenness === 0 ? null : unevennessOf(learned, kept, bits)
  return {
    buckets: kept,
    rarity: Uint8Array.from(kept, (bucket, row) => {
      const rarity = rarityOf(all, (inLearned[bucket] ?? 0) + (inOthers[bucket] ?? 0))
      return inSteps(uneven === null ? rarity : rarity * (uneven[row] ?? 0) ** unevenness)
    }),
  }
}

function keptBuckets(inLearned: Uint32Array, { fewest, most }: VocabularyOptions): Int32Array {
  const kept: number[] = []
  for (let bucket = 0; bucket < inLearned.length; bucket++) if ((inLearned[bucket] ?? 0) >= fewest) kept.push(bucket)
  if (kept.length <= most) return Int32Array.from(kept)
  const often = (bucket: number): number => inLearned[bucket] ?? 0
  return Int32Array.from(kept.sort((a, b) => often(b) - often(a) || a - b).slice(0, most)).sort()
}

/** So many texts of each label, spread like all, are imagined beside the real ones: one text alone proves nothing. */
const IMAGINED = 0.3

/**
 * For every kept feature 1 − H ÷ ln(labels), H the entropy of the shares in which the labels use it, were there as many
 * texts of each (balanced distributional concentration, Wang et al., ECAI 2015): 0 where it says nothing, 1 where one
 * label alone has it.
 */
function unevennessOf({ bags, rights, labels }: LabelledBags, kept: Int32Array, bits: number): Float64Array {
  const rowOf = rowOfBucket({ buckets: kept }, bits)
  const sizes = new Float64Array(labels)
  const counts = new Float64Array(kept.length * labels)
  for (const [i, { buckets }] of bags.entries()) {
    const right = rights[i] ?? 0
    sizes[right] = (sizes[right] ?? 0) + 1
    for (const bucket of buckets) {
      const at = (rowOf[bucket] ?? -1) * labels + right
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
    }
  }
  const mean = bags.length / labels
  const shares = new Float64Array(labels)
  return Float64Array.from(kept, (_, row) => {
    for (let label = 0; label < labels; label++)
      shares[label] = (counts[row * labels + label] ?? 0) / Math.max(1, sizes[label] ?? 0) + IMAGINED / mean
    return Math.max(0.001, 1 - entropyOf(shares) / Math.log(labels))
  })
}

function entropyOf(shares: Float64Array): number {
  const sum = shares.reduce((all, share) => all + share, 0)
  return shares.reduce((entropy, share) => entropy - (share / sum) * Math.log(share / sum), 0)
}

/** For every bucket the number of texts that have it. */
function countTexts(bags: readonly Bag[], bits: number): Uint32Array {
  const withIt = new Uint32Array(2 ** bits)
  for (const { buckets } of bags) for (const bucket of buckets) withIt[bucket] = (withIt[bucket] ?? 0) + 1
  return withIt
}

/** For every bucket the row of the vocabulary it has, −1 where it has none. */
export function rowOfBucket({ buckets }: Pick<Vocabulary, 'buckets'>, bits: number): Int32Array {
  const rowOf = new Int32Array(2 ** bits).fill(-1)
  for (let row = 0; row < buckets.length; row++) rowOf[buckets[row] ?? 0] = row
  return rowOf
}
