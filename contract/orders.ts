import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Instant, UnitId } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderQuery } from './order-query.ts'
import { StoryEntry } from './story.ts'
import { ClockView, OrderRow, OrderView } from './views.ts'

const OrderPage = z.object({ orders: z.array(OrderRow), next: z.string().nullable() })

export const listOrders = {
  method: 'GET',
  path: '/orders',
  zh: '工单列表',
  en: 'List orders, newest first or the first due first',
  query: OrderQuery,
  reply: OrderPage,
  refusals: [],
} as const satisfies Endpoint

/** A POST, because a phone number may not stand in a URL. */
export const findByPhone = {
  method: 'POST',
  path: '/orders/find-by-phone',
  zh: '按来电号码查询历史诉求',
  en: 'Find the orders of a phone number',
  body: z.object({ phone: z.string().min(5).max(30), limit: z.number().int().min(1).max(200).default(50) }),
  reply: OrderPage,
  refusals: [],
} as const satisfies Endpoint

export const getOrder = {
  method: 'GET',
  path: '/orders/:orderId',
  zh: '工单详情',
  en: 'Read an order',
  params: orderParams,
  reply: OrderView,
  refusals: [],
  version: 'offered',
} as const satisfies Endpoint

export const orderTimeline = {
  method: 'GET',
  path: '/orders/:orderId/timeline',
  zh: '过程记录',
  en: 'What happened to an order, as a story',
  params: orderParams,
  reply: z.object({ now: Instant, entries: z.array(StoryEntry) }),
  refusals: [],
} as const satisfies Endpoint

export const orderClocks = {
  method: 'GET',
  path: '/orders/:orderId/clocks',
  zh: '时限与计算说明',
  en: 'The clocks of an order, each explained',
  params: orderParams,
  reply: z.object({ now: Instant, clocks: z.array(ClockView) }),
  refusals: [],
} as const satisfies Endpoint

export const orderEvents = {
  method: 'GET',
  path: '/orders/:orderId/events',
  zh: '原始事件与哈希链',
  en: 'The raw log of an order with its hash chain',
  params: orderParams,
  reply: z.object({
    events: z.array(
      z.object({ seq: z.number().int(), kind: z.string(), at: z.string(), hash: z.string(), event: z.unknown() }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint

export const unmaskAppellant = {
  method: 'POST',
  path: '/orders/:orderId/unmask',
  zh: '查看诉求人信息（留痕）',
  en: 'See the citizen’s name or contact, with a reason, logged',
  params: orderParams,
  body: z.object({
    fields: z.array(z.enum(['name', 'contact', 'id-number'])).min(1),
    reason: z.string().trim().min(2).max(200),
  }),
  reply: z.object({
    name: z.string().nullable(),
    contactPhone: z.string().nullable(),
    callerPhone: z.string().nullable(),
    email: z.string().nullable(),
    idNumber: z.string().nullable(),
  }),
  refusals: ['kept-confidential'],
} as const satisfies Endpoint

export const orderViews = {
  method: 'GET',
  path: '/orders/:orderId/views',
  zh: '谁看过这件工单',
  en: 'Who saw this order between two moments',
  params: orderParams,
  query: z.object({ from: Instant.optional(), to: Instant.optional() }),
  reply: z.object({
    views: z.array(
      z.object({
        at: Instant,
        actor: z.string(),
        name: z.string().nullable(),
        role: Role.nullable(),
        unit: UnitId.nullable(),
        what: z.string(),
        fields: z.array(z.string()),
        reason: z.string().nullable(),
        ip: z.string(),
        agent: z.string(),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
