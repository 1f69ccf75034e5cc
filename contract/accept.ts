import { z } from 'zod'
import { AmendRequest } from '#domain/accept/amend-request.ts'
import { RequestWish } from '#domain/accept/open-order.ts'
import { Appellant, shortText } from '#domain/accept/request.ts'
import { ReviewIntake } from '#domain/accept/review-intake.ts'
import { AnswerOrder, DeclineOrder, TransferOrder } from '#domain/accept/settle-at-intake.ts'
import { SubmitOrder } from '#domain/accept/submit-order.ts'
import { SupplementOrder, UrgeOrder } from '#domain/accept/supplement-order.ts'
import { Channel } from '#domain/city/vocabulary.ts'
import { Instant, OrderId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

export const orderParams = z.object({ orderId: OrderId })

/** What becomes of the call at once: one of the five outcomes of intake, or a draft to go on with. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  SubmitOrder.extend({ kind: z.literal('submit') }),
  AnswerOrder.extend({ kind: z.literal('answer') }),
  DeclineOrder.extend({ kind: z.literal('decline') }),
  TransferOrder.extend({ kind: z.literal('transfer') }),
])
export type Outcome = z.infer<typeof Outcome>

const requestRefusals = ['unknown-category', 'category-closed', 'unknown-region'] as const
const submitRefusals = [
  'wrong-state',
  'category-needed',
  'place-too-coarse',
  'contact-needed',
  'unknown-master',
] as const

export const acceptOrder = {
  method: 'POST',
  path: '/orders',
  zh: '受理诉求',
  en: 'Accept a request, with its outcome at intake',
  body: z.object({
    channel: Channel,
    receivedAt: Instant.optional(),
    request: RequestWish,
    appellant: Appellant.prefault({}),
    outcome: Outcome.default({ kind: 'submit', review: 'auto' }),
  }),
  reply: OrderView,
  refusals: [
    ...requestRefusals,
    ...submitRefusals,
    'received-in-future',
    'external-number-taken',
    'needs-handling',
    'unknown-reason',
    'knowledge-not-in-force',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const amendOrder = {
  method: 'PUT',
  path: '/orders/:orderId/request',
  zh: '修改诉求内容（派单前）',
  en: 'Correct the request, before dispatch',
  params: orderParams,
  body: AmendRequest,
  reply: OrderView,
  refusals: ['wrong-state', ...requestRefusals],
  version: 'required',
} as const satisfies Endpoint

export const submitOrder = {
  method: 'POST',
  path: '/orders/:orderId/submit',
  zh: '提交工单',
  en: 'Submit a draft for dispatch',
  params: orderParams,
  body: SubmitOrder,
  reply: OrderView,
  refusals: [...submitRefusals],
  version: 'offered',
} as const satisfies Endpoint

export const answerOrder = {
  method: 'POST',
  path: '/orders/:orderId/answer',
  zh: '直接答复',
  en: 'Answer directly',
  params: orderParams,
  body: AnswerOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'needs-handling', 'knowledge-not-in-force'],
  version: 'offered',
} as const satisfies Endpoint

export const declineOrder = {
  method: 'POST',
  path: '/orders/:orderId/decline',
  zh: '不予受理并告知途径',
  en: 'Not accept, telling the proper way',
  params: orderParams,
  body: DeclineOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'unknown-reason'],
  version: 'offered',
} as const satisfies Endpoint

export const transferOrder = {
  method: 'POST',
  path: '/orders/:orderId/transfer',
  zh: '一键转接',
  en: 'Transfer to an emergency or other line',
  params: orderParams,
  body: TransferOrder,
  reply: OrderView,
  refusals: ['wrong-state'],
  version: 'offered',
} as const satisfies Endpoint

export const reviewIntake = {
  method: 'POST',
  path: '/orders/:orderId/intake-review',
  zh: '预审',
  en: 'Review the intake',
  params: orderParams,
  body: ReviewIntake,
  reply: OrderView,
  refusals: ['wrong-state', 'category-needed'],
  version: 'offered',
} as const satisfies Endpoint

export const supplementOrder = {
  method: 'POST',
  path: '/orders/:orderId/supplement',
  zh: '补充诉求',
  en: 'Add to what was said',
  params: orderParams,
  body: SupplementOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'unknown-file'],
  version: 'offered',
} as const satisfies Endpoint

export const urgeOrder = {
  method: 'POST',
  path: '/orders/:orderId/urge',
  zh: '催办',
  en: 'Urge',
  params: orderParams,
  body: UrgeOrder,
  reply: OrderView,
  refusals: ['wrong-state', 'urged-just-now'],
  version: 'offered',
} as const satisfies Endpoint

export const classifyText = {
  method: 'POST',
  path: '/classify',
  zh: '分类建议',
  en: 'Suggest scenes for a text',
  body: z.object({ title: z.string().max(50).default(''), content: shortText(2000) }),
  reply: z.object({
    version: z.string().describe('which model said it'),
    sure: z.boolean().describe('the first is right in 96.5 of 100 such cases; else a person chooses'),
    suggestions: z.array(
      z.object({
        category: z.string(),
        name: z.string(),
        confidence: z.number(),
        reasons: z.array(z.string()).readonly(),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
