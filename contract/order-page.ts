import { z } from 'zod'
import { Light } from '#domain/city/vocabulary.ts'
import { Day, Instant, OrderId } from '#domain/ids.ts'
import { OrderState } from '#domain/order/states.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** What can be done with one order, by the names of the endpoints that do it. */
export const OrderAct = z.enum([
  'amendOrder',
  'submitOrder',
  'reviewIntake',
  'supplementOrder',
  'urgeOrder',
  'dispatchOrder',
  'mergeOrder',
  'unmergeOrder',
  'signAssignment',
  'recordContact',
  'handDown',
  'reportResult',
  'reviewReply',
  'recordCallback',
  'withdrawOrder',
  'reopenOrder',
  'attachFile',
])
export type OrderAct = z.infer<typeof OrderAct>

/** An act that one of the caller's roles may do, and the refusal it would meet now; null: it would be done. */
export const PossibleAct = z.object({ act: OrderAct, refusal: z.string().nullable(), why: Words.nullable() })
export type PossibleAct = z.infer<typeof PossibleAct>

/** Why the light shines: the row of the city's table, when it spoke, and whether its cause still stands. */
export const LightReasonView = z.object({
  light: Light,
  at: Instant,
  standing: z.boolean(),
  rule: z.number().int().nullable(),
  words: Words,
})
export type LightReasonView = z.infer<typeof LightReasonView>

export const RelatedOrder = z.object({
  id: OrderId,
  no: z.string(),
  title: z.string(),
  state: OrderState,
  light: Light,
  receivedAt: Instant,
})
export type RelatedOrder = z.infer<typeof RelatedOrder>

export const orderContext = {
  method: 'GET',
  path: '/orders/:orderId/context',
  zh: '工单页周边：可办事项、亮灯原因、并案与同类工单',
  en: 'Around an order: what the caller may do now, why the light shines, merged and similar orders',
  params: orderParams,
  reply: z.object({
    may: z.array(PossibleAct),
    lights: z.array(LightReasonView),
    /** what would turn the light worse */
    next: z.object({ light: Light, words: Words }).nullable(),
    master: RelatedOrder.nullable(),
    /** the master it was part of until it was split off */
    splitFrom: RelatedOrder.nullable(),
    merged: z.array(RelatedOrder),
    /** orders of the same scene in the same place since `from`, this one left out; `count` stops at 50 */
    similar: z.object({ count: z.number().int(), from: Day, category: z.string(), region: z.string() }).nullable(),
    /** the same caller's earlier and later orders; null where the caller of the API may not look by number */
    sameCaller: z.array(RelatedOrder).nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint

export const orderTaskSheet = {
  method: 'GET',
  path: '/orders/:orderId/task-sheet',
  zh: '导出工单（DOCX，留痕）',
  en: 'The order as a document (DOCX) for print and file, logged; masked by the caller’s right',
  params: orderParams,
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: [],
  raw: 'download',
} as const satisfies Endpoint
