import { flattened } from './category-features.ts'
import type { Label } from './label-set.ts'
import type { CategorySuggestion } from './suggest-categories.ts'
import type { ReadText } from './text-vector.ts'
import type { Word } from './words-for.ts'

/**
 * Scenes that came after the training are found by their own name and keywords. Their probability is a share of what
 * the model leaves open, and never more than a half: nobody has measured how right a word is.
 */
export function unknownByWords(labels: readonly Label[], read: ReadText, open: number) {
  if (labels.length === 0) return []
  const texts = { title: flattened(read.title.text), content: flattened(read.content.text) }
  const hits = labels.flatMap(({ code, name, keywords }): CategorySuggestion[] => {
    const words = [name, ...keywords].flatMap((word): Word[] => {
      const wanted = flattened(word)
      const field = texts.title.includes(wanted) ? 'title' : 'content'
      const from = wanted === '' ? -1 : texts[field].indexOf(wanted)
      const to = from + wanted.length
      return from < 0 ? [] : [{ text: read[field].text.slice(from, to), field, from, to }]
    })
    return words.length === 0 ? [] : [{ code, probability: 0, words }]
  })
  const all = hits.reduce((sum, hit) => sum + hit.words.length, 0)
  return hits.map((hit) => ({ ...hit, probability: Math.min(0.5, open) * (hit.words.length / (all + 1)) }))
}
