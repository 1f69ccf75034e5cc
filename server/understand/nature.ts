import type { Understanding } from '#contract/understand.ts'
import type { Ownership, PlaceType, RespondentType } from '#domain/city/vocabulary.ts'
import type { CueText } from '#language/facts/cues.ts'
import { weighOwnerships } from '#language/facts/ownership.ts'
import { weighPlaceTypes } from '#language/facts/place-type.ts'
import { weighRespondentTypes } from '#language/facts/respondent-type.ts'
import { proposed } from './proposed.ts'

type Nature = Pick<Understanding, 'placeType' | 'ownership' | 'respondentType'>

/** From here on the answer may be taken over by one key; below it a person chooses. */
const SURE = 0.85
/** What follows a name is read so far: 南门外, 旁边 */
const AFTER = 6

/** 地点类型、权属、被反映对象类型: what rules of dispatch ask besides the scene and the place. */
export function natureOf(
  texts: readonly CueText[],
  place: Understanding['place'],
  respondent: Understanding['respondent'],
): Nature {
  const [first] = place.suggestions
  const said = first?.words[0]
  const text = texts.find(({ field }) => field === said?.field)
  const known =
    first === undefined || said === undefined || text === undefined
      ? null
      : { kind: first.place.kind, span: said, after: text.plain.slice(said.to, said.to + AFTER) }
  const [named] = respondent.suggestions
  const name = named?.words[0]
  const sort = named === undefined || name === undefined ? null : { sort: named.sort, span: name }
  return {
    placeType: proposed<PlaceType>(weighPlaceTypes(texts, known), SURE),
    ownership: proposed<Ownership>(weighOwnerships(texts), SURE),
    respondentType: proposed<RespondentType>(weighRespondentTypes(texts, sort), SURE),
  }
}
