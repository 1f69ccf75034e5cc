import type { Classifier } from './classifier.ts'
import type { Text } from './features.ts'
import { type Judged, sharpnessFor } from './probability.ts'
import { sparseWeights } from './quantise.ts'
import { bagsOf, type Rows, rowOfBucket, rowsOf, vocabularyOf } from './rows.ts'
import { type Plane, separate } from './separate.ts'
import { THOROUGH, type TrainingSettings } from './settings.ts'

/** A text whose label a person gave. Where only words are left of a text, `content` is the words with spaces between. */
export type Example = Text & { label: string }

/**
 * Passes stop when no two steps differ by more than this, or after so many. Eight passes give the same answers as a
 * hundred on real messages; contradicting examples would go on for hundreds.
 */
const PRECISION = 0.1
const ROUNDS = 8
/** With more examples than this, one part is judged and not all: enough for one number, and half the time. */
const MANY = 20_000

/**
 * Learns a classifier from examples: one separating plane per label, calibrated on parts that were held back. Texts
 * without a label may be added; they tell how rare a word is. The same texts in the same order with the same settings
 * give the same classifier, to the byte. Throws a RangeError when there are fewer than two labels.
 */
export function trainClassifier(
  examples: readonly Example[],
  settings: TrainingSettings = THOROUGH,
  unlabelled: readonly Text[] = [],
): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  if (labels.length < 2) throw new RangeError('a classifier needs examples of at least two labels')
  const { features } = settings
  const bags = bagsOf(examples, features)
  const vocabulary = vocabularyOf(bags, bagsOf(unlabelled, features), features.bits, settings.fewest)
  const rowOf = rowOfBucket(vocabulary, features.bits)
  const numbers = new Map(labels.map((label, i) => [label, i]))
  const learned: Learned = {
    rows: rowsOf(bags, { rowOf, rarity: vocabulary.rarity, titleWeight: features.titleWeight }),
    width: vocabulary.buckets.length,
    labels: labels.length,
    rights: Uint16Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    cost: settings.cost,
  }
  const planes = planesFor(learned, Int32Array.from(examples.keys()))
  return {
    labels,
    options: features,
    vocabulary,
    rowOf,
    ...sparseWeights(planes, learned.width),
    shares: sharesOf(learned),
    sharpness: sharpnessFor(judgedByOthers(learned, settings.folds)),
  }
}

type Learned = { rows: Rows; width: number; labels: number; rights: Uint16Array; cost: number }

function planesFor({ rows, width, labels, rights, cost }: Learned, members: Int32Array): Plane[] {
  const options = { cost, precision: PRECISION, rounds: ROUNDS }
  return Array.from({ length: labels }, (_, label) =>
    separate(rows, { members, sides: Int8Array.from(rights, (right) => (right === label ? 1 : -1)) }, width, options),
  )
}

function sharesOf({ labels, rights }: Learned): Float32Array {
  const shares = new Float32Array(labels)
  for (const right of rights) shares[right] = (shares[right] ?? 0) + 1
  return shares.map((count) => count / rights.length)
}

/** Every text judged by planes that have not seen it: the texts of each label are dealt out to the parts in turn. */
function judgedByOthers(learned: Learned, folds: number): Judged[] {
  if (folds < 2) return []
  const seen = new Uint32Array(learned.labels)
  const partOf = learned.rights.map((right) => {
    const turn = seen[right] ?? 0
    seen[right] = turn + 1
    return turn % folds
  })
  return Array.from({ length: learned.rights.length > MANY ? 1 : folds }, (_, part) => {
    const members = Int32Array.from(learned.rights.keys()).filter((i) => partOf[i] !== part)
    const planes = planesFor(learned, members)
    return [...learned.rights.keys()]
      .filter((i) => partOf[i] === part)
      .map((i) => ({ scores: scoresBy(planes, learned.rows, i), right: learned.rights[i] ?? 0 }))
  }).flat()
}

function scoresBy(planes: readonly Plane[], { starts, columns, values }: Rows, i: number): Float64Array {
  return Float64Array.from(planes, ({ weights, bias }) => {
    let score = bias
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++)
      score += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0)
    return score
  })
}
