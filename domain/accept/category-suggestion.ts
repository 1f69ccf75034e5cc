import type { CategoryCode } from '../ids.ts'

type SuggestedCategory = { category: CategoryCode; probability: number; reasons: readonly string[] }

/** What the model in force says of a text; the decisions get it as a value, as they get the time. */
export type CategorySuggestion = {
  /** `model-3`; `none` where no model could say anything */
  version: string
  /** the model's own threshold: above it 96.5 of 100 such answers were right, below it a person decides */
  sure: boolean
  /** at most three, best first */
  suggestions: readonly SuggestedCategory[]
}

export const NOTHING_SUGGESTED: CategorySuggestion = { version: 'none', sure: false, suggestions: [] }
