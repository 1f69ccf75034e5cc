import { explain, type Reason } from '../classify/explain.ts'
import type { Text } from '../classify/features.ts'
import { likeliestKnown, type Prediction } from '../classify/predict.ts'
import type { FieldSpan } from '../text/span.ts'
import type { CategoryModel } from './category-model.ts'
import { unknownByWords } from './unknown-scenes.ts'

export type Word = FieldSpan & { text: string }
export type CategorySuggestion = { code: string; probability: number; words: readonly Word[] }
export type CategorySuggestions = {
  /** the first is right in 96.5 of 100 such cases: it may be set without asking; otherwise a person decides */
  sure: boolean
  suggestions: readonly CategorySuggestion[]
}

/**
 * The scenes a request most probably is about, best first, with the stretches of its text that speak for each. Only
 * offered scenes; probabilities are those among all scenes the model knows, so that what a closed one would have had is
 * given to nobody. A text without a known word gives an empty list. At most 200 characters of the title and 2,000 of
 * the content are read. `isExplained`: false leaves the words out, which are half of the time.
 */
export function suggestCategories(
  model: CategoryModel,
  { title, content }: Text,
  { top = 3, isExplained = true }: { top?: number; isExplained?: boolean } = {},
): CategorySuggestions {
  const text = { title, content }
  const isOffered = (label: string): boolean => model.taxonomy.get(label)?.offered === true
  const ranked = likeliestKnown(model.classifier, text, top, isOffered).map(unexplained)
  const added = unknownByWords(model.unknown, text, 1 - (ranked[0]?.probability ?? 0))
  const best = [...ranked, ...added].sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
  const first = best[0]
  return {
    sure: first !== undefined && first.probability >= model.classifier.sureFrom && added.length === 0,
    suggestions: isExplained ? explained(model, text, best.slice(0, top)) : best.slice(0, top),
  }
}

const unexplained = ({ label, probability }: Prediction): CategorySuggestion => ({
  code: label,
  probability,
  words: [],
})

function explained({ classifier }: CategoryModel, text: Text, best: readonly CategorySuggestion[]) {
  const reasons = explain(
    classifier,
    text,
    best.map(({ code }) => code),
  )
  return best.map((one, i) => (one.words.length > 0 ? one : { ...one, words: (reasons[i] ?? []).map(wordOf) }))
}

const wordOf = ({ text, field, from, to }: Reason): Word => ({ text, field, from, to })
