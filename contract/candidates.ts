import { z } from 'zod'
import { RuleCondition, UnitType } from '#domain/city/vocabulary.ts'
import { RuleNearness } from '#domain/dispatch/candidates.ts'
import { EvidenceSource } from '#domain/dispatch/recommend.ts'
import { CategoryCode, OrderId, RegionCode, RuleId, UnitId } from '#domain/ids.ts'
import { DispatchChoice } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { BothWords } from './facts.ts'

/** What a unit has to do now; `green` is what stands under no other light. */
export const Load = z.object({
  open: z.number().int(),
  red: z.number().int(),
  yellow: z.number().int(),
  green: z.number().int(),
  /** of the open ones, past the unit's own limit */
  overdue: z.number().int(),
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
  /** the conditions that do not hold here */
  failed: z.array(RuleCondition),
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  region: RegionCode.nullable(),
  basis: z.string(),
})

/**
 * A recommended unit with everything that speaks for it. Counts, no estimates: `record` is what became of the orders of
 * this scene that it led in the last `days`; `wrong` in it are returned, asked back, or corrected by the desk.
 */
export const Candidate = UnitOffer.extend({
  score: z.number().min(0).max(1).describe('of all evidence, the share that speaks for the unit'),
  source: EvidenceSource.describe('what speaks most for it'),
  why: BothWords,
  rule: RuleGround.nullable(),
  /** words of the order that precedents or the duty text say too */
  words: z.array(z.string()),
  record: z.object({ assigned: z.number().int(), kept: z.number().int(), wrong: z.number().int() }),
  ended: z.number().int().describe('past orders alike that ended with it'),
  wrong: z.number().int().describe('past orders alike that went wrong with it'),
  /** the likest of them that the caller may open */
  precedents: z.array(z.object({ id: OrderId, no: z.string(), likeness: z.number() })).max(3),
})
export type Candidate = z.infer<typeof Candidate>

export const dispatchCandidates = {
  method: 'GET',
  path: '/orders/:orderId/candidates',
  zh: '派单推荐：前三个单位及分数、理由、先例、退单率、在办量',
  en: 'The three units recommended for an order, by rule, past orders and duty text, each with its record and load',
  params: orderParams,
  reply: z.object({
    choice: DispatchChoice,
    days: z.number().int().describe('how far back the records look'),
    candidates: z.array(Candidate).max(3),
    /** units that the order may not go to, since they gave it back */
    barred: z.array(UnitOffer),
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
