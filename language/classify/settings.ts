import type { FeatureOptions } from './features.ts'
import type { VocabularyOptions } from './vocabulary.ts'

/**
 * How a classifier is trained. `learner`: `planes` for few labels with many texts, `shares` for many labels with few,
 * where what lies under one node of a taxonomy learns together. `cost` is the price of a text on the wrong side of a
 * plane (C). Weights nearer to nothing than `least` are left out. `folds` is the number of parts for calibration, each
 * judged by a model of the others (0: none, the sharpness stays at its default), where no rehearsal is asked for.
 */
export type TrainingSettings = {
  features: FeatureOptions
  vocabulary: Omit<VocabularyOptions, 'bits'>
  learner: 'planes' | 'shares'
  cost: number
  least: number
  folds: number
}

/** Characters and words: the most right answers. In 2^20 buckets so many share one that a fifth of a point is lost. */
export const THOROUGH: TrainingSettings = {
  features: { bits: 22, longest: 3, words: true, limit: 2000, titleWeight: 0.5 },
  vocabulary: { fewest: 4, most: Number.POSITIVE_INFINITY, unevenness: 0.25 },
  learner: 'planes',
  cost: 2,
  least: 0,
  folds: 5,
}

/** Characters only, in a sixteenth of the buckets: about three times as fast, one answer in a hundred worse. */
export const FAST: TrainingSettings = {
  ...THOROUGH,
  features: { bits: 18, longest: 3, words: false, limit: 2000, titleWeight: 0.5 },
}

/**
 * Hundreds of labels from a few sentences each. Stretches of three characters cost a point and a half there (of sentences
 * held back and of others' alike), and what one text alone has counts. 60,000 features of 333 labels take 80 MB to learn.
 */
export const MANY_LABELS: TrainingSettings = {
  features: { bits: 22, longest: 2, words: true, limit: 2000, titleWeight: 0.5 },
  vocabulary: { fewest: 1, most: 60_000, unevenness: 0 },
  learner: 'shares',
  cost: 0,
  least: 0.15,
  folds: 0,
}
