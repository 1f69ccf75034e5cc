import { z } from 'zod'
import { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { StraightCondition } from '#domain/dispatch/straight-through.ts'
import { UndoDispatch } from '#domain/dispatch/undo-dispatch.ts'
import { Instant, OrderId, UnitId } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import { dispatchRefusals } from './dispatch-refusals.ts'
import type { Endpoint } from './endpoint.ts'
import { BothWords } from './facts.ts'
import { OrderView } from './views.ts'

export const undoDispatch = {
  method: 'POST',
  path: '/orders/:orderId/undo-dispatch',
  zh: '撤回派单或改派（主办签收前）',
  en: 'Take a dispatch back, or send it to another unit, before the lead has signed',
  params: orderParams,
  body: UndoDispatch,
  reply: OrderView,
  refusals: ['lead-has-signed', 'same-unit-again', ...dispatchRefusals],
  version: 'offered',
} as const satisfies Endpoint

const Condition = z.object({ condition: StraightCondition, held: z.boolean(), words: BothWords })

/** One decision of the platform on an order that came to the dispatch desk. */
export const StraightDecision = z.object({
  version: z.number().int().describe('the version of the order that was decided on'),
  at: Instant,
  went: z.boolean(),
  unit: UnitId.nullable(),
  unitName: z.string().nullable(),
  score: z.number().nullable(),
  rule: z.string().nullable(),
  ruleVersion: z.string(),
  conditions: z.array(Condition),
})
export type StraightDecision = z.infer<typeof StraightDecision>

export const straightDecisions = {
  method: 'GET',
  path: '/orders/:orderId/straight-through',
  zh: '为什么直派、为什么没有直派',
  en: 'Why the platform dispatched an order by itself, or why it did not',
  params: orderParams,
  reply: z.object({
    decisions: z.array(StraightDecision),
    /** why the present dispatch cannot be taken back; null: it can */
    undo: z.object({ may: z.boolean(), words: BothWords.nullable() }),
  }),
  refusals: [],
} as const satisfies Endpoint

const Failing = z.object({
  condition: StraightCondition,
  name: BothWords,
  orders: z.number().int(),
  alone: z.number().int().describe('of these, orders that nothing else kept'),
})

export const straightThrough = {
  method: 'GET',
  path: '/straight-through',
  zh: '直派配置与成效',
  en: 'The settings of straight-through dispatch and what came of it',
  query: z.object({ days: z.coerce.number().int().min(1).max(365).default(30) }),
  reply: z.object({
    now: Instant,
    days: z.number().int(),
    policy: StraightThroughPolicy,
    effect: z.object({
      decided: z.number().int(),
      went: z.number().int(),
      wrong: z.number().int().describe('returned, or taken back by the desk for another unit'),
      asked: z.number().int().describe('asked back, not decided yet'),
    }),
    failing: z.array(Failing),
  }),
  refusals: [],
} as const satisfies Endpoint

/** What would have gone by itself, had these settings been in force: each order judged by what was known before it. */
export const replayStraightThrough = {
  method: 'GET',
  path: '/straight-through/replay',
  zh: '直派试算：按历史工单回放',
  en: 'Straight-through dispatch tried on the past: how many would have gone, how many of these went wrong',
  query: z.object({
    days: z.coerce.number().int().min(1).max(180).default(30),
    minScore: z.coerce.number().min(0).max(1).optional(),
    maxReturnRate: z.coerce.number().min(0).max(1).optional(),
    minCases: z.coerce.number().int().min(1).max(1000).optional(),
    minConfidence: z.coerce.number().min(0).max(1).optional(),
  }),
  reply: z.object({
    now: Instant,
    days: z.number().int(),
    policy: StraightThroughPolicy,
    /** settled orders of the days that were judged; at most 5,000, the newest */
    judged: z.number().int(),
    went: z.number().int(),
    /** of those that would have gone, whose first dispatch went elsewhere in the end */
    wrong: z.number().int(),
    /** among all judged, whose first dispatch by people was wrong */
    wrongByPeople: z.number().int(),
    failing: z.array(Failing),
    /** some that would have gone wrong, for looking at */
    examples: z.array(z.object({ id: OrderId, no: z.string(), unitName: z.string(), finalName: z.string() })).max(10),
  }),
  refusals: [],
} as const satisfies Endpoint
