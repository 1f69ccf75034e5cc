import { z } from 'zod'
import { UnitType } from '#domain/city/vocabulary.ts'
import { RuleNearness } from '#domain/dispatch/candidates.ts'
import { CategoryCode, OrderId, RegionCode, RuleId, UnitId } from '#domain/ids.ts'
import { DispatchChoice } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'

/** What a unit has to do now; `green` is what stands under no other light. */
export const Load = z.object({
  open: z.number().int(),
  red: z.number().int(),
  yellow: z.number().int(),
  green: z.number().int(),
})

/** A unit as it stands before the choice; `refused` says why this order may not go there. */
export const UnitOffer = z.object({
  unit: UnitId,
  name: z.string(),
  type: UnitType,
  load: Load,
  refused: z.enum(['unknown-unit', 'not-a-handling-unit', 'unit-closed', 'unit-already-returned-it']).nullable(),
})
export type UnitOffer = z.infer<typeof UnitOffer>

const RuleGround = z.object({
  id: RuleId,
  nearness: RuleNearness,
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  region: RegionCode.nullable(),
  basis: z.string(),
})

export const HistoryArea = z.enum(['town', 'district', 'city'])
export type HistoryArea = z.infer<typeof HistoryArea>

/** Counts and no estimate: of so many orders of this scene in the area, so many were led by this unit. */
const History = z.object({ led: z.number().int(), of: z.number().int(), returned: z.number().int() })

export const Candidate = UnitOffer.extend({ rule: RuleGround.nullable(), history: History.nullable() })
export type Candidate = z.infer<typeof Candidate>

export const dispatchCandidates = {
  method: 'GET',
  path: '/orders/:orderId/candidates',
  zh: '可选主办单位及依据、先例、在办量',
  en: 'Which units may lead, by rule and by what was done before, each with its load',
  params: orderParams,
  reply: z.object({
    choice: DispatchChoice,
    days: z.number().int().describe('how far back the history looks'),
    /** where the history looks: the town, and where that has few, around it */
    area: HistoryArea,
    candidates: z.array(Candidate).max(9),
    /** the co-units the rule names */
    co: z.array(UnitOffer),
  }),
  refusals: [],
} as const satisfies Endpoint

export const unitLoad = {
  method: 'GET',
  path: '/units/load',
  zh: '按名称、拼音、职责搜单位，附在办量',
  en: 'Find units by name, initials or duty, with their load and why an order may not go there',
  query: z.object({
    q: z.string().trim().min(1).max(40),
    order: OrderId.optional().describe('the order to be dispatched: says which units it may not go to'),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  reply: z.object({ units: z.array(UnitOffer.extend({ duty: z.string() })) }),
  refusals: [],
} as const satisfies Endpoint
