import { z } from 'zod'
import { shortText } from '#domain/accept/request.ts'
import { Instant, OrderId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** An hour's call is about 15,000 characters. */
export const TRANSCRIPT_CHARS = 20_000

/** Who answered, and, where a language model is set up but did not, why not. */
const answeredBy = {
  by: z.enum(['built-in', 'language-model']),
  instead: z.enum(['over-budget', 'timed-out', 'failed', 'unreadable']).nullable(),
}
export type Instead = NonNullable<FormFromTranscript['instead']>

export const fillForm = {
  method: 'POST',
  path: '/assistant/form',
  zh: '由通话文字填单',
  en: 'Title, content, demand and more from a call’s words, as a proposal; the words are not stored',
  body: z.object({ transcript: shortText(TRANSCRIPT_CHARS) }),
  reply: z.object({
    ...answeredBy,
    title: z.string().max(50),
    content: z.string().max(2000),
    demand: z.string().max(300).nullable(),
    respondent: z.string().max(100).nullable(),
    occurredAt: z.string().max(100).nullable(),
    address: z.string().max(200).nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint
export type FormFromTranscript = z.infer<typeof fillForm.reply>

export const summariseOrder = {
  method: 'POST',
  path: '/orders/:orderId/summary',
  zh: '工单摘要',
  en: 'What an order is about and how it stands, in a few sentences; of what the asker may read',
  params: z.object({ orderId: OrderId }),
  reply: z.object({ ...answeredBy, request: z.string(), answer: z.string().nullable() }),
  refusals: [],
} as const satisfies Endpoint
export type OrderSummary = z.infer<typeof summariseOrder.reply>

export const assistantState = {
  method: 'GET',
  path: '/assistant',
  zh: '大模型助手状态',
  en: 'Whether a language model is set up, and what it may and did use today',
  reply: z.object({
    model: z
      .object({ name: z.string(), host: z.string(), timeoutMs: z.number().int(), budget: z.number().int() })
      .nullable()
      .describe('null: off, the built-in means answer'),
    today: z.object({ tokens: z.number().int(), prompts: z.number().int() }),
  }),
  refusals: [],
} as const satisfies Endpoint

export const PromptOutcome = z.enum(['asked', 'done', 'timed-out', 'failed', 'unreadable'])
export type PromptOutcome = z.infer<typeof PromptOutcome>
export const PromptPurpose = z.enum(['form', 'summary'])
export type PromptPurpose = z.infer<typeof PromptPurpose>

export const listPrompts = {
  method: 'GET',
  path: '/assistant/prompts',
  zh: '大模型调用记录',
  en: 'What was asked of the language model, masked as it was sent, newest first',
  query: z.object({
    before: z.coerce.number().int().optional().describe('the last id of the page before'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    prompts: z.array(
      z.object({
        id: z.number().int(),
        at: Instant,
        actor: z.string(),
        actorName: z.string().nullable(),
        purpose: PromptPurpose,
        model: z.string(),
        prompt: z.string().nullable().describe('null once forgotten, after thirty days'),
        answer: z.string().nullable(),
        tokens: z.number().int(),
        ms: z.number().int().nullable(),
        outcome: PromptOutcome,
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
