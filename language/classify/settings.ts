import type { FeatureOptions } from './features.ts'

/**
 * How a classifier is trained. A feature must stand in at least `fewest` texts; `cost` is the price of a text on the
 * wrong side (C); `folds` is the number of parts for calibration, each judged by a model of the others (0: none, the
 * sharpness stays at its default).
 */
export type TrainingSettings = { features: FeatureOptions; fewest: number; cost: number; folds: number }

/** Characters and words: the most right answers. In 2^20 buckets so many share one that a fifth of a point is lost. */
export const THOROUGH: TrainingSettings = {
  features: { bits: 22, longest: 3, words: true, limit: 2000, titleWeight: 0.5 },
  fewest: 4,
  cost: 2,
  folds: 5,
}

/** Characters only, in a sixteenth of the buckets: about three times as fast, one answer in a hundred worse. */
export const FAST: TrainingSettings = {
  features: { bits: 18, longest: 3, words: false, limit: 2000, titleWeight: 0.5 },
  fewest: 4,
  cost: 2,
  folds: 5,
}
