import { z } from 'zod'
import { PartRow } from '#domain/city/part.ts'
import { Adjudicate } from '#domain/dispatch/adjudicate.ts'
import { DecideReturn } from '#domain/dispatch/decide-return.ts'
import { FileOpinion } from '#domain/dispatch/file-opinion.ts'
import { RequestReturn } from '#domain/dispatch/request-return.ts'
import { ReturnReason } from '#domain/dispatch/return-reasons.ts'
import { RulingGround, RulingReach } from '#domain/dispatch/rule-from-ruling.ts'
import { FileHash, Instant, OrderId, UnitId } from '#domain/ids.ts'
import { AssignmentRole } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import { AssignmentNumber } from './assignments.ts'
import { unitRefusals } from './dispatch-refusals.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow, OrderView } from './views.ts'

/** 退单与裁定 (domain.md T11–T15): a unit gives an order back, a lead decides, a ruling ends what two units refuse. */

const assignmentParams = z.object({ orderId: OrderId, n: AssignmentNumber })
const NamedUnit = z.object({ unit: UnitId, name: z.string() })

/** One request to give an order back; people's words are masked for whoever may not know the citizen. */
export const ReturnView = z.object({
  n: z.number().int(),
  unit: UnitId,
  unitName: z.string(),
  role: AssignmentRole,
  at: Instant,
  reason: ReturnReason,
  explanation: z.string(),
  basis: z.string().nullable(),
  document: z.string().nullable(),
  evidence: z.array(FileHash),
  suggested: NamedUnit.nullable(),
  signer: z.string(),
  /** by when the hotline owes the decision; null where the city sets no limit */
  due: Instant.nullable(),
  late: z.boolean(),
  mustAdjudicate: z.boolean().describe('a second return, or units enough without a lead: only a ruling ends it'),
  outcome: z
    .object({ verdict: z.enum(['approved', 'rejected', 'adjudication']), at: Instant, finding: z.string() })
    .nullable(),
})
export type ReturnView = z.infer<typeof ReturnView>

export const RulingView = z.object({
  at: Instant,
  lead: NamedUnit,
  co: z.array(NamedUnit),
  ruling: z.string(),
  opinions: z.array(z.object({ unit: UnitId, unitName: z.string(), opinion: z.string() })),
  minutes: z.string(),
  minutesNo: z.string().nullable(),
  evidence: z.array(FileHash),
})
export type RulingView = z.infer<typeof RulingView>

export const AdjudicationView = z.object({
  since: Instant,
  question: z.string(),
  /** 裁定前负责: the first receiver */
  interimLead: NamedUnit,
  due: Instant.nullable(),
  late: z.boolean(),
  /** whose opinion the ruling needs, in the order in which they gave it back */
  toHear: z.array(NamedUnit),
  /** what units said by themselves, of each the last */
  filed: z.array(
    z.object({ unit: UnitId, unitName: z.string(), opinion: z.string(), signer: z.string(), at: Instant }),
  ),
  ruling: RulingView.nullable(),
})
export type AdjudicationView = z.infer<typeof AdjudicationView>

export const requestReturn = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/return',
  zh: '申请退单',
  en: 'Ask to give an assignment back: reason, basis, evidence, suggested unit, a leader’s signature; once a unit',
  params: assignmentParams,
  body: RequestReturn,
  reply: OrderView,
  refusals: [
    'not-your-assignment',
    'wrong-state',
    'handed-down-not-returnable',
    'ruling-is-final',
    'return-asked-before',
    'return-window-closed',
    'return-basis-needed',
    'return-evidence-needed',
    'unknown-file',
    'unknown-unit',
    'not-a-handling-unit',
    'unit-closed',
    'suggests-itself',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const decideReturn = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/return-decision',
  zh: '审核退单（同意、驳回、转裁定）',
  en: 'Decide a return: approve, reject, or send it to adjudication',
  params: assignmentParams,
  body: DecideReturn,
  reply: OrderView,
  refusals: ['unknown-assignment', 'no-return-open', 'needs-adjudication', 'co-unit-not-adjudicated'],
  version: 'offered',
} as const satisfies Endpoint

export const fileOpinion = {
  method: 'POST',
  path: '/orders/:orderId/opinion',
  zh: '提交裁定意见（听取意见）',
  en: 'A unit’s own word on a dispute that is being ruled on, signed; of one unit the last counts',
  params: orderParams,
  body: FileOpinion,
  reply: OrderView,
  refusals: ['wrong-state', 'not-heard-here', 'unknown-file'],
  version: 'offered',
} as const satisfies Endpoint

export const adjudicate = {
  method: 'POST',
  path: '/orders/:orderId/adjudication',
  zh: '派单争议裁定',
  en: 'Rule whose the matter is: opinions, minutes, lead and co-units; it binds',
  params: orderParams,
  body: Adjudicate,
  reply: OrderView,
  refusals: ['wrong-state', ...unitRefusals, 'unit-not-heard', 'unknown-file'],
  version: 'offered',
} as const satisfies Endpoint

const Why = z.object({ code: z.string(), zh: z.string(), en: z.string() })

export const orderReturns = {
  method: 'GET',
  path: '/orders/:orderId/returns',
  zh: '工单的退单与裁定',
  en: 'Who gave the order back and why, what was ruled, and whether the caller’s unit may still give it back',
  params: orderParams,
  reply: z.object({
    now: Instant,
    /** 首接负责: whose the matter is now */
    responsible: NamedUnit.nullable(),
    returns: z.array(ReturnView),
    adjudication: AdjudicationView.nullable(),
    /** the caller's unit's own assignment; `no`: why it may not be given back now */
    own: z.object({ n: z.number().int(), until: Instant, no: Why.nullable() }).nullable(),
    /** whether the caller’s unit may say its word before the ruling */
    mayFile: z.boolean(),
  }),
  refusals: [],
} as const satisfies Endpoint
export type OrderReturns = z.infer<(typeof orderReturns)['reply']>

export const ReturnInQueue = z.object({ order: OrderRow, request: ReturnView })
export type ReturnInQueue = z.infer<typeof ReturnInQueue>

export const listReturns = {
  method: 'GET',
  path: '/returns',
  zh: '待审退单',
  en: 'Returns that wait for a decision, by when it is owed',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    now: Instant,
    waiting: z.number().int(),
    late: z.number().int(),
    returns: z.array(ReturnInQueue),
  }),
  refusals: [],
} as const satisfies Endpoint

export const ProblemTab = z.enum(['open', 'ruled'])
export type ProblemTab = z.infer<typeof ProblemTab>

export const ProblemOrder = z.object({
  order: OrderRow,
  adjudication: AdjudicationView,
  returns: z.array(ReturnView),
  /** 流转次数: units that have led it */
  units: z.array(NamedUnit),
})
export type ProblemOrder = z.infer<typeof ProblemOrder>

export const listProblemOrders = {
  method: 'GET',
  path: '/problem-orders',
  zh: '问题工单',
  en: 'Orders that no unit keeps: those waiting for a ruling, by when it is owed; those ruled, newest first',
  query: z.object({
    tab: ProblemTab.default('open'),
    cursor: OrderId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    now: Instant,
    open: z.number().int(),
    late: z.number().int(),
    orders: z.array(ProblemOrder),
    next: OrderId.nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint

export const draftRuleFromRuling = {
  method: 'POST',
  path: '/orders/:orderId/rule-draft',
  zh: '把裁定拟成派单规则草稿',
  en: 'Put a ruling as a row into one’s own draft of the dispatch catalogue',
  params: orderParams,
  body: z.object({
    reach: RulingReach.default('city'),
    grounds: z.array(RulingGround).max(3).default([]).describe('what of the order the rule shall ask too'),
  }),
  reply: z.object({
    draft: z.number().int().describe('the draft’s id among the versions of the catalogue'),
    rule: PartRow,
    replaced: z.boolean().describe('a rule of the same matter and place was changed, and none added'),
  }),
  refusals: ['nothing-ruled'],
} as const satisfies Endpoint
