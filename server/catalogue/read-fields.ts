import type { ReadField, whyThere } from '#contract/catalogue.ts'
import type { Call } from '#contract/endpoint.ts'
import type { BothWords, WordSpan } from '#contract/facts.ts'
import type { Understanding } from '#contract/understand.ts'
import {
  kindNames,
  ownershipNames,
  placeTypeNames,
  respondentTypeNames,
  typeNames,
} from '#contract/vocabulary-words.ts'
import type { City } from '#domain/city/city.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import { instantOf, msOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { cityNames } from './city-names.ts'

export type Asked = Call<typeof whyThere>['body']

const UNSAID: BothWords = { zh: '没有说到', en: 'not said' }
const same = (text: string): BothWords => ({ zh: text, en: text })

type Ground = { probability: number; why: BothWords; words: readonly WordSpan[] }
type Value = { value: string | null; words: BothWords }

/** Said by the asker, read from the text, or not known: in this order. */
function fieldOf(field: ReadField['field'], { value, words }: Value, given: boolean, ground?: Ground): ReadField {
  if (value === null || value === '')
    return { field, value: null, words: UNSAID, source: 'missing', probability: null, why: null, spans: [] }
  if (given) return { field, value, words, source: 'given', probability: null, why: null, spans: [] }
  return ground === undefined
    ? { field, value, words, source: 'default', probability: null, why: null, spans: [] }
    : {
        field,
        value,
        words,
        source: 'understood',
        probability: ground.probability,
        why: ground.why,
        spans: ground.words,
      }
}

const named = <Term extends string>(value: Term | null, names: Record<Term, BothWords>): Value => ({
  value,
  words: value === null ? UNSAID : names[value],
})

/** 2026-03-02 10:00 */
const momentIn = (at: Matter['receivedAt']): string =>
  instantOf(msOf(at) + SHANGHAI_OFFSET_MS)
    .slice(0, 16)
    .replace('T', ' ')

/** What the rules were asked with, and where each of it came from. */
export function readFields(
  city: City,
  asked: Asked,
  read: Pick<
    Understanding,
    'category' | 'place' | 'requestType' | 'placeType' | 'ownership' | 'respondentType' | 'respondent'
  >,
  matter: Matter,
): ReadField[] {
  const names = cityNames(city)
  const { category, respondentName } = matter
  const kind = fieldOf('kind', named(matter.kind, kindNames), asked.kind !== null)
  return [
    fieldOf(
      'category',
      { value: category, words: same(category === null ? '' : names.category(category)) },
      asked.category !== null,
      read.category.suggestions[0],
    ),
    fieldOf(
      'region',
      { value: matter.region, words: same(names.region(matter.region)) },
      asked.region !== null,
      read.place.suggestions[0],
    ),
    fieldOf(
      'requestType',
      named(matter.requestType, typeNames),
      asked.requestType !== null,
      read.requestType.suggestions[0],
    ),
    { ...kind, source: kind.source === 'default' && category !== null ? 'scene' : kind.source },
    fieldOf(
      'placeType',
      named(matter.placeType, placeTypeNames),
      asked.placeType !== null,
      read.placeType.suggestions[0],
    ),
    fieldOf(
      'ownership',
      named(matter.ownership, ownershipNames),
      asked.ownership !== null,
      read.ownership.suggestions[0],
    ),
    fieldOf(
      'respondentType',
      named(matter.respondentType, respondentTypeNames),
      asked.respondentType !== null,
      read.respondentType.suggestions[0],
    ),
    fieldOf(
      'respondentName',
      { value: respondentName, words: same(respondentName ?? '') },
      asked.respondentName !== null,
      read.respondent.suggestions[0],
    ),
    fieldOf('tags', { value: matter.tags.join(';'), words: same(matter.tags.join('、')) }, matter.tags.length > 0),
    fieldOf('at', { value: matter.receivedAt, words: same(momentIn(matter.receivedAt)) }, asked.at !== null),
  ]
}
