import type { CategorySuggestion } from '#domain/accept/category-suggestion.ts'
import { NOTHING_SUGGESTED } from '#domain/accept/category-suggestion.ts'
import type { CategoryCode } from '#domain/ids.ts'
import type { CategoryModel } from '#language/category/category-model.ts'
import { type CategorySuggestions, suggestCategories } from '#language/category/suggest-categories.ts'
import type { House } from '../shell.ts'
import { modelVersion } from './model-state.ts'

type Last = { title: string; content: string; said: CategorySuggestions }
/** Whoever takes a suggestion submits the order next and is asked for the ground: the same text again. */
const last = new WeakMap<CategoryModel, Last>()

const NOTHING: CategorySuggestions = { sure: false, suggestions: [] }

/** What the model in force says, with the stretches of the text that speak for it; nothing where none is in force. */
export function categoriesFor({ models }: Pick<House, 'models'>, title: string, content: string): CategorySuggestions {
  if (models.inForce === null) return NOTHING
  const { model } = models.inForce
  const known = last.get(model)
  if (known?.title === title && known.content === content) return known.said
  const said = suggestCategories(model, { title, content })
  last.set(model, { title, content, said })
  return said
}

function asDecided(version: string, { sure, suggestions }: CategorySuggestions): CategorySuggestion {
  return {
    version,
    sure,
    suggestions: suggestions.map(({ code, probability, words }) => ({
      category: code as CategoryCode,
      // Four digits are what the measurement can tell apart; more would only make the log longer.
      probability: Math.round(probability * 1e4) / 1e4,
      reasons: [...new Set(words.map(({ text }) => text))],
    })),
  }
}

/** The same as the decisions take it. */
export function suggestCategory(house: Pick<House, 'models'>, title: string, content: string): CategorySuggestion {
  const { inForce } = house.models
  return inForce === null ? NOTHING_SUGGESTED : asDecided(modelVersion(inForce), categoriesFor(house, title, content))
}

/** The best alone and without its reasons: where nobody chooses among three, as in an import, two thirds of the time. */
export function bestCategory({ models }: Pick<House, 'models'>, title: string, content: string): CategorySuggestion {
  const { inForce } = models
  if (inForce === null) return NOTHING_SUGGESTED
  return asDecided(
    modelVersion(inForce),
    suggestCategories(inForce.model, { title, content }, { top: 1, isExplained: false }),
  )
}
