import type { Accord } from './accord.ts'
import type { FeatureOptions } from './features.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A trained classifier as it is used: for every feature it knows, how much the feature speaks for or against each
 * label. `weights` are kept sparse and as whole numbers: those of feature `row` lie at `starts[row]` … `starts[row + 1]`,
 * each with its label and to be multiplied by that label's scale. `shares` are the labels' shares in training: the
 * answer where a text has no known feature. `sharpness` turns scores into probabilities (softmax of sharpness × score).
 * From `sureFrom` on, 96.5 % of the answers were right on examples held back in training; above 1 where there is no such
 * probability. `accord` says how far the people agreed with themselves whose labels it learned. `labelSet` says under which set of labels it was trained (`labelSetHash`), '' where nobody said.
 * It holds hashes and numbers only, no text it has learned from.
 */
export type Classifier = {
  labels: readonly string[]
  labelSet: string
  options: FeatureOptions
  vocabulary: Vocabulary
  rowOf: Int32Array
  starts: Uint32Array
  weightLabels: Uint16Array
  weights: Int8Array
  scales: Float32Array
  biases: Float32Array
  shares: Float32Array
  sharpness: number
  sureFrom: number
  accord: Accord
}
