import { RecordCallback } from '#domain/callback/record-callback.ts'
import { ReopenOrder } from '#domain/callback/reopen-order.ts'
import { WithdrawOrder } from '#domain/callback/withdraw-order.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

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
  refusals: ['wrong-state'],
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
  refusals: ['wrong-state', 'too-long-closed', 'nothing-to-redo'],
  version: 'offered',
} as const satisfies Endpoint
