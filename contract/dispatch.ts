import { z } from 'zod'
import { ClockCode } from '#domain/city/vocabulary.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { DispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { MergeOrder } from '#domain/dispatch/merge-order.ts'
import { SendBackOrder } from '#domain/dispatch/send-back-order.ts'
import { Instant, UnitId } from '#domain/ids.ts'
import { DispatchChoice } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import { BulkReply, bulkOrders } from './bulk.ts'
import { dispatchRefusals, mergeRefusals } from './dispatch-refusals.ts'
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
  refusals: dispatchRefusals,
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
  refusals: mergeRefusals,
  version: 'offered',
} as const satisfies Endpoint

export const sendBackOrder = {
  method: 'POST',
  path: '/orders/:orderId/send-back',
  zh: '退回补充',
  en: 'Send an order back to the seat: what is missing is named',
  params: orderParams,
  body: SendBackOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'order-has-merged-orders'],
  version: 'offered',
} as const satisfies Endpoint

/** Each to the unit the rules propose; one that is refused stops no other. */
export const dispatchProposed = {
  method: 'POST',
  path: '/orders/dispatch-proposed',
  zh: '按建议批量派单',
  en: 'Dispatch several orders, each as the rules propose',
  body: z.object({ orders: bulkOrders }),
  reply: BulkReply,
  refusals: ['no-proposal'],
} as const satisfies Endpoint

const units = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(',').filter((id) => id !== '') : text),
  z.array(UnitId).max(8).default([]),
)

export const dispatchPreview = {
  method: 'GET',
  path: '/orders/:orderId/dispatch-preview',
  zh: '派出后的时限',
  en: 'Which limits would run if the order were dispatched to these units now',
  params: orderParams,
  query: z.object({ lead: UnitId, co: units }),
  reply: z.object({
    now: Instant,
    profile: z.string(),
    profileName: z.string(),
    clocks: z.array(
      z.object({
        code: ClockCode,
        /** null: promised to the citizen, running since acceptance */
        unit: UnitId.nullable(),
        unitName: z.string().nullable(),
        limit: Limit,
        from: Instant,
        due: Instant,
        provisional: z.boolean(),
      }),
    ),
  }),
  refusals: ['wrong-state', 'unknown-unit', 'not-a-handling-unit', 'unit-closed', 'unit-already-returned-it'],
} as const satisfies Endpoint
