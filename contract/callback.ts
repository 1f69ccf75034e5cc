import { z } from 'zod'
import { RecordCallback } from '#domain/callback/record-callback.ts'
import { ReopenOrder } from '#domain/callback/reopen-order.ts'
import { WithdrawOrder } from '#domain/callback/withdraw-order.ts'
import { Instant } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import { ClaimView, PoolCursor } from './desk.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow, OrderView } from './views.ts'

export const CallbackRow = OrderRow.extend({
  /** calls of this round that reached nobody, and by when the hotline owes the call-back */
  attempts: z.number().int(),
  deskDue: Instant.nullable(),
  /** the citizen has rated online already and was not content: the call is about that */
  ratedDown: z.boolean(),
  claim: ClaimView.nullable(),
})
export type CallbackRow = z.infer<typeof CallbackRow>

/** 待回访, 我领取的 */
export const CallbackTab = z.enum(['due', 'later', 'mine'])
export type CallbackTab = z.infer<typeof CallbackTab>

export const listCallbacks = {
  method: 'GET',
  path: '/callbacks',
  zh: '待回访',
  en: 'Who is to be called back, next attempt first',
  query: z.object({
    tab: CallbackTab.default('due'),
    cursor: PoolCursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    now: Instant,
    orders: z.array(CallbackRow),
    next: z.string().nullable(),
    tabs: z.record(CallbackTab, z.number().int()),
    done: z.number().int().describe('orders the caller settled here today'),
    policy: z.object({
      attempts: z.number().int().describe('calls after which an order is closed as unreachable'),
      reworkLimit: z.number().int(),
      windowHours: z.number().int().describe('over which the attempts are spread'),
    }),
  }),
  refusals: [],
} as const satisfies Endpoint

export const recordCallback = {
  method: 'POST',
  path: '/orders/:orderId/callback',
  zh: '登记回访',
  en: 'Record a callback: close, or have it done again',
  params: orderParams,
  body: RecordCallback,
  reply: OrderView,
  refusals: [
    'wrong-state',
    'not-merged',
    'split-needs-ground',
    'master-not-redone',
    'dissatisfied-needs-rework-or-note',
    'rework-needs-ground',
    'rework-limit-reached',
    'next-attempt-not-ahead',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const withdrawOrder = {
  method: 'POST',
  path: '/orders/:orderId/withdraw',
  zh: '撤单（群众申请）',
  en: 'Withdraw at the citizen’s wish',
  params: orderParams,
  body: WithdrawOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'others-share-it'],
  version: 'offered',
} as const satisfies Endpoint

export const reopenOrder = {
  method: 'POST',
  path: '/orders/:orderId/reopen',
  zh: '回头看重开',
  en: 'Reopen after closing',
  params: orderParams,
  body: ReopenOrder,
  reply: OrderView,
  refusals: [
    'wrong-state',
    'too-long-closed',
    'nothing-to-redo',
    'not-merged',
    'master-not-redone',
    'rework-limit-reached',
  ],
  version: 'offered',
} as const satisfies Endpoint
