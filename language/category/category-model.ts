import type { Label } from './label-set.ts'
import type { SparseRows } from './sparse-rows.ts'

/** What training found, as it lies in the file. Nothing in it is text of a phrase or an order. */
export type TrainedWeights = {
  /** the scenes it can tell, by immutable code; a class's number is its place here */
  codes: readonly string[]
  /** see `labelSetHash`: the taxonomy it was trained under */
  labelSet: string
  rows: SparseRows
  /** per row: how telling a feature is, ln of examples by examples that have it */
  rarity: Float32Array
  bias: Float32Array
  /** scores are multiplied by it before the softmax, so that probabilities mean what they say */
  sharpness: number
  /** at this probability and above, 96.5 % of the answers were right on examples held back in training */
  sureFrom: number
}

/** A model together with the city's taxonomy of today. Read anew when either changes. */
export type CategoryModel = TrainedWeights & {
  labels: ReadonlyMap<string, Label>
  parents: ReadonlyMap<string, string | null>
  /** offered scenes it was never trained on (a split, an addition): reached by their own words, never surely */
  unknown: readonly Label[]
}
