import { z } from 'zod'
import { optionalText, shortText } from '../accept/request.ts'
import { CategoryCode, Day, UnitId } from '../ids.ts'

/** 材料类型, as knowledge bases of hotlines sort them (domain.md §3.4). */
export const Material = z.enum(['guide', 'law', 'common-question', 'daily', 'notice', 'instruction', 'approval'])
export type Material = z.infer<typeof Material>

/** `expired` is never written down: it is what `in-force` becomes after the last day. */
export const KnowledgeState = z.enum(['draft', 'in-force', 'expired', 'withdrawn'])
export type KnowledgeState = z.infer<typeof KnowledgeState>
export type KeptState = Exclude<KnowledgeState, 'expired'>

export const KnowledgeId = z.string().min(1).max(64).brand('KnowledgeId')
export type KnowledgeId = z.infer<typeof KnowledgeId>

/** What an item says. Lengths of title and keywords are those of a real city's import rules (domain.md §3.4, F57). */
export const KnowledgeText = z.object({
  category: CategoryCode.describe('item or scene, E02 or E0201'),
  title: shortText(128),
  content: shortText(8000),
  material: Material,
  issuer: optionalText(100),
  docNo: optionalText(80),
  keywords: z.array(shortText(20)).max(20).default([]),
  ownerUnit: UnitId,
  validFrom: Day,
  validTo: Day.nullable().default(null).describe('the last day it may be answered from; null: until further notice'),
})
export type KnowledgeText = z.infer<typeof KnowledgeText>

export type KnowledgeItem = KnowledgeText & { id: KnowledgeId; version: number; state: KeptState }

/** How an item stands on a day. */
export function stateOn({ state, validTo }: Pick<KnowledgeItem, 'state' | 'validTo'>, day: Day): KnowledgeState {
  return state === 'in-force' && validTo !== null && validTo < day ? 'expired' : state
}

/** Whether somebody may be answered from it on this day. */
export const answersOn = (item: Pick<KnowledgeItem, 'state' | 'validFrom' | 'validTo'>, day: Day): boolean =>
  stateOn(item, day) === 'in-force' && item.validFrom <= day
