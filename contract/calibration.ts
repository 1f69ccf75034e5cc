import { z } from 'zod'
import { ProposalState, RoundAct, RoundState } from '#domain/calibration/round-state.ts'
import { PartRow } from '#domain/city/part.ts'
import { Day, Instant, OrderId, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { BothWords } from './facts.ts'
import { RowNumber } from './row-number.ts'

/** 动态校准 (domain.md §5.5): a month's round over the dispatch catalogue, from the batch to what its publication did. */

const NamedUnit = z.object({ unit: UnitId, name: z.string() })
const OrderRef = z.object({ id: OrderId, no: z.string() })
const roundParams = z.object({ round: RowNumber })
const proposalParams = z.object({ proposal: RowNumber })
const words = (max: number) => z.string().trim().min(2).max(max)

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
const Guess = z.object({ suggestedName: z.string().nullable(), probability: z.number().nullable() })

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

const SceneSample = z.object({
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

const RoundView = RoundSummary.extend({
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

const acting = ['calibration-state'] as const

export const listCalibrationRounds = {
  method: 'GET',
  path: '/calibration/rounds',
  zh: '校准轮次',
  en: 'Rounds of calibration, newest first',
  reply: z.object({ rounds: z.array(RoundSummary) }),
  refusals: [],
} as const satisfies Endpoint

export const getCalibrationRound = {
  method: 'GET',
  path: '/calibration/rounds/:round',
  zh: '一轮校准',
  en: 'One round: batch, samples, proposals with opinions, replay, and what came of it',
  params: roundParams,
  reply: RoundView,
  refusals: [],
} as const satisfies Endpoint

export const startCalibrationRound = {
  method: 'POST',
  path: '/calibration/rounds',
  zh: '开始一轮校准',
  en: 'Build a batch of the days named, draw samples, and let the machine look for faults of the catalogue',
  body: z.object({ from: Day, to: Day }).refine(({ from, to }) => from <= to, 'from before to'),
  reply: RoundSummary,
  refusals: ['calibration-under-way', 'calibration-span', 'calibration-nothing'],
} as const satisfies Endpoint

export const calibrationSamples = {
  method: 'GET',
  path: '/calibration/rounds/:round/samples',
  zh: '一个场景的复核样本，或分类不确定的样本',
  en: 'The orders drawn of one scene, or those of an uncertain class, with what was found of them',
  params: roundParams,
  query: z.object({ scene: z.string().min(1).max(10) }),
  reply: z.object({
    samples: z.array(
      OrderRef.extend({
        title: z.string(),
        content: z.string(),
        categoryName: z.string(),
        regionName: z.string(),
        leadName: z.string(),
        profileName: z.string(),
        classRight: z.boolean().nullable(),
        unitRight: z.boolean().nullable(),
        slaRight: z.boolean().nullable(),
        note: z.string(),
        marked: z.boolean(),
        unsure: Guess.nullable().describe('why it should be looked at: the machine was not sure of its class'),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
export type CalibrationSample = z.infer<(typeof calibrationSamples)['reply']>['samples'][number]

export const markCalibrationSample = {
  method: 'PUT',
  path: '/calibration/rounds/:round/samples/:orderId',
  zh: '复核一件样本',
  en: 'Say of a drawn order whether class, unit and limit were right',
  params: roundParams.extend({ orderId: OrderId }),
  body: z.object({
    classRight: z.boolean().nullable(),
    unitRight: z.boolean().nullable(),
    slaRight: z.boolean().nullable(),
    note: z.string().trim().max(300).default(''),
  }),
  reply: z.object({ done: z.literal(true) }),
  refusals: acting,
} as const satisfies Endpoint

export const addCalibrationProposal = {
  method: 'POST',
  path: '/calibration/rounds/:round/proposals',
  zh: '提出校准建议',
  en: 'A person’s own proposal: a rule as it should stand, a boundary of classes in words, a split or merge, a new word',
  params: roundParams,
  body: z.object({
    kind: ProposalKind.exclude(['narrow']),
    /** the row as it should stand, for a rule */
    cells: PartRow.nullable().default(null),
    category: z.string().max(10).default(''),
    title: words(80),
    text: z.string().trim().max(1000).default(''),
    basis: words(300),
    orders: z.array(OrderId).max(20).default([]),
  }),
  reply: z.object({ proposal: z.number().int() }),
  refusals: [...acting, 'calibration-rule-needed', 'calibration-rule-unreadable', 'unknown-rule'],
} as const satisfies Endpoint

export const decideCalibrationProposal = {
  method: 'POST',
  path: '/calibration/proposals/:proposal/decision',
  zh: '采纳、修改或否决校准建议',
  en: 'Accept a proposal, as it is or edited, or refuse it with a reason',
  params: proposalParams,
  body: z.discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('accept'), cells: PartRow.optional(), basis: words(300).optional() }),
    z.object({ verdict: z.literal('refuse'), reason: words(300) }),
  ]),
  reply: z.object({ done: z.literal(true) }),
  refusals: [...acting, 'calibration-rule-needed', 'calibration-rule-unreadable'],
} as const satisfies Endpoint

export const consultCalibration = {
  method: 'POST',
  path: '/calibration/rounds/:round/consultation',
  zh: '征求承办单位意见（五个工作日）',
  en: 'Ask the units that accepted proposals concern; five working days, silence is consent',
  params: roundParams,
  reply: z.object({ until: Instant }),
  refusals: [...acting, 'calibration-undecided', 'calibration-empty'],
} as const satisfies Endpoint

export const listConsultations = {
  method: 'GET',
  path: '/calibration/consultations',
  zh: '征求本单位意见的规则修改',
  en: 'Changes of the catalogue that the caller’s unit is asked about',
  reply: z.object({
    now: Instant,
    until: Instant.nullable(),
    proposals: z.array(CalibrationProposal.omit({ opinions: true, silent: true, disputed: true, real: true })),
    mine: z.array(z.object({ proposal: z.number().int(), agrees: z.boolean(), opinion: z.string(), at: Instant })),
  }),
  refusals: [],
} as const satisfies Endpoint

export const giveCalibrationOpinion = {
  method: 'POST',
  path: '/calibration/proposals/:proposal/opinion',
  zh: '对规则修改提意见',
  en: 'A unit’s word on a change that concerns it: agree, or object with a reason; the last counts',
  params: proposalParams,
  body: z
    .object({ agrees: z.boolean(), opinion: z.string().trim().max(500).default('') })
    .refine(({ agrees, opinion }) => agrees || opinion.length >= 2, 'an objection needs its reason'),
  reply: z.object({ done: z.literal(true) }),
  refusals: [...acting, 'not-consulted'],
} as const satisfies Endpoint

export const endCalibrationConsultation = {
  method: 'POST',
  path: '/calibration/rounds/:round/consultation/end',
  zh: '结束征求意见',
  en: 'Close the consultation once its day has come, or everybody has spoken',
  params: roundParams,
  reply: z.object({ done: z.literal(true) }),
  refusals: [...acting, 'consultation-open'],
} as const satisfies Endpoint

export const settleCalibrationProposal = {
  method: 'POST',
  path: '/calibration/proposals/:proposal/settlement',
  zh: '会商处理有异议的建议',
  en: 'What those who sat together agreed on a proposal that a unit objected to: kept or withdrawn, with the note',
  params: proposalParams,
  body: z.object({ keep: z.boolean(), note: words(1000) }),
  reply: z.object({ done: z.literal(true) }),
  refusals: [...acting, 'not-disputed'],
} as const satisfies Endpoint

export const replayCalibration = {
  method: 'POST',
  path: '/calibration/rounds/:round/replay',
  zh: '回放近期工单',
  en: 'Run the orders of the last days through the catalogue with all accepted changes, beside the one in force',
  params: roundParams,
  body: z.object({ days: z.number().int().min(7).max(90).default(90) }),
  reply: CalibrationReplay,
  refusals: [...acting, 'calibration-empty'],
} as const satisfies Endpoint

export const publishCalibration = {
  method: 'POST',
  path: '/calibration/rounds/:round/publish',
  zh: '批准并发布校准结果',
  en: 'Approve the round and put its changes in force as a version of the dispatch catalogue',
  params: roundParams,
  body: z.object({ reason: words(200) }),
  reply: z.object({ number: z.number().int().describe('of the version of the rules') }),
  refusals: [
    ...acting,
    'calibration-empty',
    'calibration-disputed',
    'replay-needed',
    'another-version-adopted',
    'city-version-faulty',
    'rules-disagree',
    'nothing-changed',
  ],
} as const satisfies Endpoint

export const endCalibrationRound = {
  method: 'POST',
  path: '/calibration/rounds/:round/end',
  zh: '结束一轮校准（放弃或办结）',
  en: 'Abandon a round that is not published, or conclude one that is',
  params: roundParams,
  body: z.object({ act: z.enum(['abandon', 'conclude']), reason: words(200) }),
  reply: z.object({ done: z.literal(true) }),
  refusals: acting,
} as const satisfies Endpoint

export const rollBackCalibration = {
  method: 'POST',
  path: '/calibration/rounds/:round/roll-back',
  zh: '撤回校准结果',
  en: 'Put the catalogue from before the round in force again, as a version of its own',
  params: roundParams,
  body: z.object({ reason: words(200) }),
  reply: z.object({ number: z.number().int() }),
  refusals: [...acting, 'another-version-adopted', 'city-version-faulty', 'rules-disagree', 'nothing-changed'],
} as const satisfies Endpoint
