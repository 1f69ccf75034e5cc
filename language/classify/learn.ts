import type { Bag } from './bag.ts'
import { type Kin, type Lesson, learnShares } from './learn-shares.ts'
import { rowsOf } from './rows.ts'
import { separate } from './separate.ts'
import type { TrainingSettings } from './settings.ts'
import { rowOfBucket, type Vocabulary, vocabularyOf } from './vocabulary.ts'
import type { WeightTable } from './weight-table.ts'

/** Texts as bags, the number of the label of each, how much each counts, and bags of texts without a label. */
export type Lessons = {
  bags: readonly Bag[]
  rights: Uint16Array
  importance: Float32Array
  labels: number
  kin: readonly Kin[]
  others: readonly Bag[]
}

export type Learned = { vocabulary: Vocabulary; rowOf: Int32Array; table: WeightTable }

/** What can be learned from the lessons, as a model is used: it knows no feature that none of these texts has. */
export function learn(lessons: Lessons, settings: TrainingSettings): Learned {
  const { bags, rights, importance, labels, kin, others } = lessons
  const { bits, titleWeight } = settings.features
  const vocabulary = vocabularyOf({ bags, rights, labels }, others, { bits, ...settings.vocabulary })
  const rowOf = rowOfBucket(vocabulary, bits)
  const rows = rowsOf(bags, { rowOf, rarity: vocabulary.rarity, titleWeight })
  const width = vocabulary.buckets.length
  const lesson = { rows, rights, importance }
  const table =
    settings.learner === 'planes'
      ? planesFor(lesson, width, labels, settings.cost)
      : learnShares(lesson, width, labels, kin)
  return { vocabulary, rowOf, table }
}

/**
 * Passes stop when no two steps differ by more than this, or after so many. Eight passes give the same answers as a
 * hundred on real messages; contradicting examples would go on for hundreds.
 */
const PRECISION = 0.1
const ROUNDS = 8

/** One plane a label, that label's texts on the one side and all others on the other. */
function planesFor({ rows, rights, importance }: Lesson, width: number, labels: number, cost: number): WeightTable {
  const table = { weights: new Float32Array(width * labels), biases: new Float32Array(labels), labels }
  for (let label = 0; label < labels; label++) {
    const sides = Int8Array.from(rights, (right) => (right === label ? 1 : -1))
    const plane = separate(rows, { sides, importance }, width, { cost, precision: PRECISION, rounds: ROUNDS })
    for (let row = 0; row < width; row++) table.weights[row * labels + label] = plane.weights[row] ?? 0
    table.biases[label] = plane.bias
  }
  return table
}
