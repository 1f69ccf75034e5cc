import { z } from 'zod'
import { Channel, Light, RequestType, Role } from '#domain/city/vocabulary.ts'
import { CategoryCode, Day, Instant, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import { OrderState } from '#domain/order/states.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { ClockView, OrderRow, OrderView } from './views.ts'

/** A value or several, comma-separated, as they stand in a URL: `state=in-handling,rework`. */
const several = <S extends z.ZodType<string>>(one: S) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(one).min(1).max(20))

/** The filters of the order list; the URL of a page is this query. */
export const OrderQuery = z.object({
  state: several(OrderState).optional(),
  light: several(Light).optional(),
  unit: UnitId.optional().describe('lead, co or sub assignment of this unit'),
  category: CategoryCode.optional().describe('at any level: E, E02 or E0201'),
  region: RegionCode.optional().describe('at any level, from district to grid'),
  channel: several(Channel).optional(),
  type: several(RequestType).optional(),
  from: Day.optional().describe('received on this day or later'),
  to: Day.optional().describe('received on this day or earlier'),
  text: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .optional()
    .describe('any two characters and more of title, text, demand, place'),
  no: z.string().trim().min(4).max(80).optional().describe('order number or a number of another system'),
  cursor: OrderId.optional().describe('the last order of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type OrderQuery = z.infer<typeof OrderQuery>

const OrderPage = z.object({ orders: z.array(OrderRow), next: OrderId.nullable() })

export const listOrders = {
  method: 'GET',
  path: '/orders',
  zh: '工单列表',
  en: 'List orders, newest first',
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
  reply: z.object({
    entries: z.array(
      z.object({
        seq: z.number().int(),
        at: Instant,
        kind: z.string(),
        who: z.string(),
        unitName: z.string().nullable(),
        words: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  }),
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
