import type { Classifier } from '../classify/classifier.ts'
import type { Label } from './label-set.ts'

/** A classifier of scenes together with the city's taxonomy of today. Read anew when either changes. */
export type CategoryModel = {
  /** its labels are codes, which are immutable */
  classifier: Classifier
  taxonomy: ReadonlyMap<string, Label>
  parents: ReadonlyMap<string, string | null>
  /** offered scenes it was never trained on (a split, an addition): reached by their own words, never surely */
  unknown: readonly Label[]
}
