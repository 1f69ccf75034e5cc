import { moodNames, personalNames, respondentNames, safetyNames } from '#contract/fact-words.ts'
import type { BothWords, Fact } from '#contract/facts.ts'
import type { City } from '#domain/city/city.ts'
import type { RegionCode } from '#domain/ids.ts'
import type { Found } from '#language/facts/found.ts'
import type { PlaceFind } from '#language/facts/place/find-places.ts'
import type { Facts } from '#language/facts/read-facts.ts'
import { type Field, spanOf } from './text-fields.ts'
import { amountWords, durationWords, headcountWords, recurrenceWords, timeWords } from './value-words.ts'

/** Below this the words more probably mean something else than a place of the city. */
const PLACE_FROM = 0.5
const RESPONDENT_FROM = 0.5

function pathOf(city: City, code: string): string {
  const names: string[] = []
  for (let at: RegionCode | null = code as RegionCode; at !== null; ) {
    const region = city.regions.get(at)
    if (region === undefined || region.level === 'city') break
    names.unshift(region.name)
    at = region.parent
  }
  return names.join(' › ')
}

const both = (text: string): BothWords => ({ zh: text, en: text })

function placeFact(city: City, field: Field<unknown>, find: PlaceFind): Fact {
  const { entry, typed, house } = find
  const number = house === null ? null : field.text.slice(house.from, house.to).replace(/^[\s,，、]+/u, '')
  const value = {
    name: entry.name,
    kind: entry.kind,
    region: entry.region as RegionCode,
    path: pathOf(city, entry.region),
  }
  const span = { from: find.from, to: house?.to ?? find.to }
  return {
    kind: 'place',
    ...spanOf(field, span),
    value: { ...value, house: number, typed },
    words: both(entry.name + (number ?? '')),
  }
}

const raised = (words: BothWords, more: BothWords): BothWords => ({
  zh: `${words.zh}·${more.zh}`,
  en: `${words.en}: ${more.en}`,
})

const FEARED: BothWords = { zh: '担心', en: 'feared' }

/** The facts of one text as the contract has them, in the order of the text. */
export function factsOf(city: City, field: Field<Facts>): Fact[] {
  const { found } = field
  const at = (one: { from: number; to: number }) => spanOf(field, one)
  const each = <Value>(of: readonly Found<Value>[], view: (one: Found<Value>) => Fact): Fact[] => of.map(view)
  const facts: Fact[] = [
    ...found.places.filter(({ likelihood }) => likelihood >= PLACE_FROM).map((find) => placeFact(city, field, find)),
    ...each(
      found.respondents.filter(({ value }) => value.likelihood >= RESPONDENT_FROM),
      (one) => ({
        kind: 'respondent',
        ...at(one),
        value: { name: at(one).text, sort: one.value.sort },
        words: raised(respondentNames[one.value.sort], both(at(one).text)),
      }),
    ),
    ...each(found.times, (one) => ({ kind: 'time', ...at(one), value: one.value, words: timeWords(one.value) })),
    ...each(found.recurrences, (one) => ({
      kind: 'recurrence',
      ...at(one),
      value: one.value,
      words: recurrenceWords(one.value),
    })),
    ...each(found.durations, (one) => ({
      kind: 'duration',
      ...at(one),
      value: one.value,
      words: durationWords(one.value),
    })),
    ...each(found.amounts, (one) => ({ kind: 'amount', ...at(one), value: one.value, words: amountWords(one.value) })),
    ...each(found.headcounts, (one) => ({
      kind: 'headcount',
      ...at(one),
      value: one.value,
      words: headcountWords(one.value),
    })),
    ...each(found.personal, (one) => ({
      kind: 'personal',
      ...at(one),
      // The number itself stays where it came from.
      text: one.value.masked,
      value: one.value,
      words: raised(personalNames[one.value.kind], both(one.value.masked)),
    })),
    ...each(found.safety, ({ value, ...one }) => ({
      kind: 'safety',
      ...at(one),
      value: { class: value.class, feared: value.feared },
      words: value.feared ? raised(safetyNames[value.class], FEARED) : safetyNames[value.class],
    })),
    ...each(found.emotions, (one) => ({
      kind: 'emotion',
      ...at(one),
      value: one.value,
      words: moodNames[one.value.mood],
    })),
    ...each(found.demands, (one) => ({
      kind: 'demand',
      ...at(one),
      value: { form: one.value.form },
      words: both(at(one).text),
    })),
  ]
  return facts.toSorted((a, b) => a.from - b.from || b.to - a.to)
}
