import { z } from 'zod'
import { PartRow } from '#domain/city/part.ts'
import { Day, Instant, OrderId } from '#domain/ids.ts'
import {
  CalibrationProposal,
  CalibrationReplay,
  Guess,
  OrderRef,
  ProposalKind,
  RoundSummary,
  RoundView,
} from './calibration-shapes.ts'
import type { Endpoint } from './endpoint.ts'
import { RowNumber } from './row-number.ts'

/** 动态校准 (domain.md §5.5): a month's round over the dispatch catalogue, from the batch to what its publication did. */

const roundParams = z.object({ round: RowNumber })
const proposalParams = z.object({ proposal: RowNumber })
const words = (max: number) => z.string().trim().min(2).max(max)
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
