import type { FieldSpan } from '../text/span.ts'
import type { CategoryModel } from './category-model.ts'
import { probabilitiesOf } from './probabilities.ts'
import { readText } from './text-vector.ts'
import { unknownByWords } from './unknown-scenes.ts'
import { wordsFor } from './words-for.ts'

export type Request = { title: string; content: string }
export type CategorySuggestion = { code: string; probability: number; words: readonly (FieldSpan & { text: string })[] }
export type CategorySuggestions = {
  /** the first is right in 96.5 of 100 such cases: it may be set without asking; otherwise a person decides */
  sure: boolean
  suggestions: readonly CategorySuggestion[]
}

/**
 * The scenes a request most probably is about, best first, with the stretches of its text that speak for each. Only
 * offered scenes; probabilities are those among all scenes the model knows, so that what a closed one would have had is
 * given to nobody. A text without a known word gives an empty list. At most 200 characters of the title and 2,000 of
 * the content are read.
 *
 * In place of `domain/accept/classify.ts`: `suggestions[0].code` is the category, `probability` the confidence,
 * `words` the reasons; `sure` false asks for review. Without a model in force that function still stands.
 */
export function suggestCategories(
  model: CategoryModel,
  { title, content }: Request,
  { top = 3 }: { top?: number } = {},
): CategorySuggestions {
  const text = readText(title, content)
  const known = probabilitiesOf(model, text)
  const ranked = known
    .filter(({ code }) => model.labels.get(code)?.offered === true)
    .map(({ code, probability }): CategorySuggestion => ({ code, probability, words: [] }))
  const added = unknownByWords(model.unknown, text, 1 - (ranked[0]?.probability ?? 0))
  const best = [...ranked, ...added].sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
  const first = best[0]
  return {
    sure: first !== undefined && first.probability >= model.sureFrom && added.length === 0,
    suggestions: best
      .slice(0, top)
      .map((one) =>
        one.words.length > 0 ? one : { ...one, words: wordsFor(model, model.codes.indexOf(one.code), text) },
      ),
  }
}
