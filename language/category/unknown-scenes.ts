import { type Text, TITLE_LIMIT } from '../classify/features.ts'
import { MANY_LABELS } from '../classify/settings.ts'
import { simplify } from '../search/traditional.ts'
import type { Label } from './label-set.ts'
import type { CategorySuggestion, Word } from './suggest-categories.ts'

/** Full-width narrowed, letters lowered, traditional characters simplified, one unit for one: places stay those of the text. */
function flattened(text: string): string {
  const plain = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const lower = plain.toLowerCase()
  return simplify(lower.length === text.length ? lower : plain)
}

/**
 * Scenes that came after the training are found by their own name and keywords. Their probability is a share of what
 * the model leaves open, and never more than a half: nobody has measured how right a word is.
 */
export function unknownByWords(labels: readonly Label[], { title, content }: Text, open: number): CategorySuggestion[] {
  if (labels.length === 0) return []
  const read = { title: title.slice(0, TITLE_LIMIT), content: content.slice(0, MANY_LABELS.features.limit) }
  const texts = { title: flattened(read.title), content: flattened(read.content) }
  const hits = labels.flatMap(({ code, name, keywords }): CategorySuggestion[] => {
    const words = [name, ...keywords].flatMap((word): Word[] => {
      const wanted = flattened(word)
      const field = texts.title.includes(wanted) ? 'title' : 'content'
      const from = wanted === '' ? -1 : texts[field].indexOf(wanted)
      const to = from + wanted.length
      return from < 0 ? [] : [{ text: read[field].slice(from, to), field, from, to }]
    })
    return words.length === 0 ? [] : [{ code, probability: 0, words }]
  })
  const all = hits.reduce((sum, hit) => sum + hit.words.length, 0)
  return hits.map((hit) => ({ ...hit, probability: Math.min(0.5, open) * (hit.words.length / (all + 1)) }))
}
