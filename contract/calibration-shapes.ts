import { z } from 'zod'
import { ProposalState, RoundAct, RoundState } from '#domain/calibration/round-state.ts'
import { PartRow } from '#domain/city/part.ts'
import { Day, Instant, OrderId, UnitId } from '#domain/ids.ts'
import { BothWords } from './facts.ts'

/** What a month's round of calibration is made of: its proposals with their evidence, its batch, its replay. */

export const NamedUnit = z.object({ unit: UnitId, name: z.string() })
export const OrderRef = z.object({ id: OrderId, no: z.string() })

export const RoundSummary = z.object({
  round: z.number().int(),
  from: Day,
  to: Day,
  state: RoundState,
  builtBy: z.string(),
  builtAt: Instant,
  consultUntil: Instant.nullable(),
  publishedAt: Instant.nullable(),
  approvedBy: z.string().nullable(),
  reason: z.string().nullable(),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
})
export type RoundSummary = z.infer<typeof RoundSummary>

export const ProposalKind = z.enum([
  'change-lead',
  'add-rule',
  'narrow',
  'retire',
  'class-boundary',
  'split-merge',
  'new-word',
])
export type ProposalKind = z.infer<typeof ProposalKind>

export const Evidence = z.object({
  support: z.number().int().describe('orders that ended where the change would send them'),
  against: z.number().int().describe('orders that stayed where they go now'),
  elsewhere: z.number().int(),
  atLeast: z.number().describe('lower end of the share that speaks for it (Wilson, one in twenty)'),
  sure: z.number().describe('how sure that more speak for it than against'),
  score: z.number().describe('logarithm of how much likelier the cases are with the change, less what it costs'),
  /** the period through the catalogue with this change alone */
  moved: z.number().int(),
  gains: z.number().int(),
  losses: z.number().int(),
  orders: z.array(OrderRef),
  counter: z.array(OrderRef),
})
export type Evidence = z.infer<typeof Evidence>

const OpinionView = NamedUnit.extend({ agrees: z.boolean(), opinion: z.string(), by: z.string(), at: Instant })

export const CalibrationProposal = z.object({
  proposal: z.number().int(),
  round: z.number().int(),
  origin: z.enum(['machine', 'person']),
  kind: ProposalKind,
  title: BothWords,
  /** what would change, a line each */
  what: z.array(BothWords),
  why: BothWords,
  basis: z.string(),
  evidence: Evidence.nullable(),
  rule: z.string().nullable(),
  /** the row as it would stand; null: said in words, or the rule ends */
  cells: PartRow.nullable(),
  units: z.array(NamedUnit),
  state: ProposalState,
  edited: z.boolean(),
  madeBy: z.string(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  opinions: z.array(OpinionView),
  silent: z.array(NamedUnit).describe('asked and not heard: consent once the day has come'),
  disputed: z.boolean(),
  settlement: z.string().nullable(),
  /** since publication: first dispatches by this rule, and those that were wrong */
  real: z.object({ dispatched: z.number().int(), wrong: z.number().int() }).nullable(),
})
export type CalibrationProposal = z.infer<typeof CalibrationProposal>

const BatchScene = z.object({
  scene: z.string(),
  name: z.string(),
  dispatched: z.number().int(),
  returned: z.number().int(),
  approved: z.number().int(),
  wrong: z.number().int(),
  overridden: z.number().int(),
})
const BatchOrder = OrderRef.extend({
  category: z.string(),
  categoryName: z.string(),
  unitName: z.string(),
  leadName: z.string(),
  reason: z.string(),
})
/** What the machine would have called it; null: it did not know. */
export const Guess = z.object({ suggestedName: z.string().nullable(), probability: z.number().nullable() })

/** The sample that is drawn of no scene: orders whose class the machine was not sure of. */
export const UNSURE_SAMPLE = 'unsure'

export const CalibrationBatch = z.object({
  orders: z.number().int().describe('dispatched in the period'),
  cases: z.number().int().describe('of these settled, so that they say something'),
  byVolume: z.array(BatchScene),
  byReturns: z.array(BatchScene),
  ruled: z.array(BatchOrder),
  overridden: z.array(BatchOrder),
  newWords: z.array(
    z.object({
      word: z.string(),
      now: z.number().int(),
      before: z.number().int(),
      scenes: z.array(z.object({ scene: z.string(), name: z.string(), times: z.number().int() })),
    }),
  ),
  corrections: z.array(z.object({ from: z.string(), to: z.string(), times: z.number().int() })),
  /** the machine was not sure of the class: how many, and those of which it knew least; rounds of old have none */
  unsure: z
    .object({ count: z.number().int(), orders: z.array(BatchOrder.omit({ reason: true }).extend(Guess.shape)) })
    .default({ count: 0, orders: [] }),
})
export type CalibrationBatch = z.infer<typeof CalibrationBatch>

export const SceneSample = z.object({
  scene: z.string(),
  name: z.string(),
  drawn: z.number().int(),
  marked: z.number().int(),
  classWrong: z.number().int(),
  unitWrong: z.number().int(),
  slaWrong: z.number().int(),
})

export const CalibrationReplay = z.object({
  from: Day,
  to: Day,
  cases: z.number().int(),
  rightBefore: z.number().int(),
  rightAfter: z.number().int(),
  moved: z.number().int(),
  gains: z.number().int(),
  losses: z.number().int(),
  astray: z.number().int(),
  grassRootsBefore: z.number().int(),
  grassRootsAfter: z.number().int(),
  load: z.array(NamedUnit.extend({ before: z.number().int(), after: z.number().int() })),
  examples: z.array(OrderRef.extend({ from: z.string(), to: z.string(), final: z.string() })),
  proposals: z.array(z.number().int()),
  /** what keeps the set from being published */
  issues: z.array(BothWords),
  seconds: z.number(),
})
export type CalibrationReplay = z.infer<typeof CalibrationReplay>

const Span = z.object({ dispatched: z.number().int(), wrong: z.number().int(), unclear: z.number().int() })

export const RoundView = RoundSummary.extend({
  batch: CalibrationBatch,
  proposals: z.array(CalibrationProposal),
  samples: z.array(SceneSample),
  replay: CalibrationReplay.nullable(),
  /** the thirty days before publication and those since, up to thirty */
  watch: z.object({ before: Span, since: Span, days: z.number().int(), over: z.boolean() }).nullable(),
  acts: z.array(RoundAct).describe('open in this state'),
  mayEndConsultation: z.boolean(),
})
export type RoundView = z.infer<typeof RoundView>
