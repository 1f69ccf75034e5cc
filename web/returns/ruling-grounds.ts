import { ownershipNames, placeTypeNames, respondentTypeNames } from '#contract/vocabulary-words.ts'
import type { PublicRequest } from '#domain/accept/request.ts'
import type { RulingGround } from '#domain/dispatch/rule-from-ruling.ts'
import type { Words } from '../language.ts'

export type RuledOrder = Pick<PublicRequest, RulingGround>

/** What of the order a rule can ask: only what is known of it; a ruling on "unknown" or "other" would say nothing. */
export function sayableGrounds(request: RuledOrder): readonly { ground: RulingGround; words: Words }[] {
  const { placeType, ownership, respondentType } = request
  return [
    ...(placeType === null || placeType === 'other'
      ? []
      : [{ ground: 'placeType' as const, words: placeTypeNames[placeType] }]),
    ...(ownership === null || ownership === 'unknown'
      ? []
      : [{ ground: 'ownership' as const, words: ownershipNames[ownership] }]),
    ...(respondentType === null || respondentType === 'other'
      ? []
      : [{ ground: 'respondentType' as const, words: respondentTypeNames[respondentType] }]),
  ]
}
