import { DispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { MergeOrder } from '#domain/dispatch/merge-order.ts'
import { DispatchChoice } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

export const proposeDispatch = {
  method: 'GET',
  path: '/orders/:orderId/proposal',
  zh: '派单建议',
  en: 'Which unit the rules propose, and why',
  params: orderParams,
  reply: DispatchChoice,
  refusals: [],
} as const satisfies Endpoint

export const dispatchOrder = {
  method: 'POST',
  path: '/orders/:orderId/dispatch',
  zh: '派单',
  en: 'Dispatch to a lead unit and co-units',
  params: orderParams,
  body: DispatchOrder,
  reply: OrderView,
  refusals: [
    'wrong-state',
    'unknown-unit',
    'not-a-handling-unit',
    'unit-named-twice',
    'override-needs-reason',
    'unit-already-returned-it',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const mergeOrder = {
  method: 'POST',
  path: '/orders/:orderId/merge',
  zh: '并案',
  en: 'Merge into a master order',
  params: orderParams,
  body: MergeOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'master-not-open', 'master-is-itself', 'order-has-merged-orders', 'unknown-master'],
  version: 'offered',
} as const satisfies Endpoint
