import type { SuggestionKind } from '#domain/accept/verdicts.ts'
import { RequestType, Urgency } from '#domain/city/vocabulary.ts'
import { useSay } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { requestTypeWords, urgencyWords } from '../words/order.ts'

/** What a suggested value is called: a category, a type, a place; a respondent is its own name. */
export function useSuggestedName(kind: SuggestionKind): (value: string) => string {
  const city = useCity()
  const say = useSay()
  return (value) => {
    if (kind === 'category') {
      const name = city?.categories.find(({ code }) => code === value)?.name
      return name === undefined ? value : `${value} ${name}`
    }
    if (kind === 'place') return city?.regions.find(({ code }) => code === value)?.name ?? value
    const type = RequestType.safeParse(value).data
    if (kind === 'request-type' && type !== undefined) return say(requestTypeWords[type])
    const urgency = Urgency.safeParse(value).data
    return kind === 'urgency' && urgency !== undefined ? say(urgencyWords[urgency]) : value
  }
}
