import type { FieldSpan } from '../text/span.ts'
import type { Respondent } from './find-respondents.ts'
import type { Found } from './found.ts'
import type { RespondentSort } from './respondent-words.ts'

type RespondentSuggestion = {
  name: string
  sort: RespondentSort
  probability: number
  words: readonly (FieldSpan & { text: string })[]
}

type FieldText = { field: FieldSpan['field']; text: string; respondents: readonly Found<Respondent>[] }

/** An office is more often who shall act, or where one has asked, than whom the matter is about. */
const weightOf = (sort: RespondentSort): number => (sort === 'office' ? 0.6 : 1)

/** Whom the matter is about, the likeliest first; one name said several times is one answer with all its places. */
export function suggestRespondents(fields: readonly FieldText[]): RespondentSuggestion[] {
  const names = new Map<string, RespondentSuggestion & { score: number }>()
  for (const { field, text, respondents } of fields)
    for (const { from, to, value } of respondents) {
      const name = text.slice(from, to)
      const score = value.likelihood * weightOf(value.sort)
      const known = names.get(name)
      const words = [...(known?.words ?? []), { text: name, field, from, to }]
      names.set(name, {
        name,
        sort: value.sort,
        words,
        score: known === undefined ? score : Math.min(0.99, Math.max(known.score, score) * 1.1),
        probability: 0,
      })
    }
  const ranked = [...names.values()].toSorted((a, b) => b.score - a.score)
  const sum = ranked.reduce((total, { score }) => total + score ** 4, 0)
  return ranked.map(({ score, ...one }) => ({ ...one, probability: score * Math.sqrt(score ** 4 / sum) }))
}
