import type { Category, City } from '../city/city.ts'
import { isOffered } from '../city/lookup.ts'
import type { CategoryCode } from '../ids.ts'

export type Suggestion = { category: CategoryCode; confidence: number; reasons: readonly string[] }
type Keyword = { word: string; category: CategoryCode; weight: number }
/** By the first character's code, then the second's: looked up at every character of a text without cutting strings. */
type Index = ReadonlyMap<number, ReadonlyMap<number, readonly Keyword[]>>

const indexes = new WeakMap<City, Index>()

function categoriesByWord(city: City): Map<string, Category[]> {
  const words = new Map<string, Category[]>()
  for (const category of city.categories.values())
    if (category.level > 1 && isOffered(city, category.code))
      for (const word of new Set([category.name, ...category.keywords]))
        words.set(word, [...(words.get(word) ?? []), category])
  return words
}

/** A word said by few scenes tells more than one said by many; a longer word more than a short one. */
function indexOf(city: City): Index {
  const known = indexes.get(city)
  if (known !== undefined) return known
  const index = new Map<number, Map<number, Keyword[]>>()
  for (const [word, categories] of categoriesByWord(city))
    for (const category of categories) {
      const level = category.level === 3 ? 1 : 0.4
      const keyword = { word, category: category.code, weight: (level * Math.sqrt(word.length)) / categories.length }
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
      const following = index.get(first) ?? new Map<number, Keyword[]>()
      index.set(first, following.set(second, [...(following.get(second) ?? []), keyword]))
    }
  indexes.set(city, index)
  return index
}

type Score = { points: number; reasons: Set<string> }

function count(index: Index, text: string, factor: number, scores: Map<CategoryCode, Score>): void {
  for (let at = 0; at < text.length - 1; at++)
    for (const keyword of index.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? []) {
      if (!text.startsWith(keyword.word, at)) continue
      const score = scores.get(keyword.category) ?? { points: 0, reasons: new Set() }
      // A word repeated in one text says little more than said once.
      score.points += score.reasons.has(keyword.word) ? 0 : keyword.weight * factor
      score.reasons.add(keyword.word)
      scores.set(keyword.category, score)
    }
}

/** Words of an item count for its scenes too, so that "物业" alone leans to property without choosing among its scenes. */
function withParents(scores: Map<CategoryCode, Score>): [CategoryCode, Score][] {
  return [...scores]
    .filter(([code]) => code.length === 5)
    .map(([code, own]) => {
      const parent = scores.get(code.slice(0, 3) as CategoryCode)
      const points = own.points + (parent?.points ?? 0)
      return [code, { points, reasons: new Set([...own.reasons, ...(parent?.reasons ?? [])]) }]
    })
}

/**
 * First version of classification: keywords of the city's taxonomy, title counted double, best three scenes.
 * Confidence is the best score's share against the runner-up, damped for thin evidence: a hint for people, not a
 * calibrated probability (the language room replaces it). An unmatched text gives an empty list: a person decides.
 */
export function classify(city: City, title: string, content: string): readonly Suggestion[] {
  if (last?.city === city && last.title === title && last.content === content) return last.suggestions
  const suggestions = suggest(city, title, content)
  last = { city, title, content, suggestions }
  return suggestions
}

/** Who takes a category from the keywords submits the order next and is asked for the ground: the same text again. */
let last: { city: City; title: string; content: string; suggestions: readonly Suggestion[] } | null = null

function suggest(city: City, title: string, content: string): readonly Suggestion[] {
  const index = indexOf(city)
  const scores = new Map<CategoryCode, Score>()
  count(index, title, 2, scores)
  count(index, content.slice(0, 600), 1, scores)
  const ranked = withParents(scores).sort(([a, x], [b, y]) => y.points - x.points || (a < b ? -1 : 1))
  const total = ranked.slice(0, 3).reduce((sum, [, score]) => sum + score.points, 0)
  return ranked.slice(0, 3).map(([category, score]) => ({
    category,
    confidence: Math.round((score.points / (total + 1)) * 1000) / 1000,
    reasons: [...score.reasons].slice(0, 5),
  }))
}

export const classifierVersion = (city: City): string => `keywords-${city.policy.taxonomyVersion}`
