import { z } from 'zod'
import { OrderId } from '#domain/ids.ts'
import { Solved } from '#domain/order/event.ts'
import { AssignmentNumber } from './assignments.ts'
import type { Endpoint } from './endpoint.ts'

export const ReplyFault = z.enum(['empty', 'unanswered', 'no-basis', 'copied', 'personal', 'contradiction', 'no-date'])
export type ReplyFault = z.infer<typeof ReplyFault>

const at = { from: z.number().int(), to: z.number().int().describe('in UTF-16 units, exclusive') }

export const ReplyFinding = z.object({
  code: ReplyFault,
  field: z.enum(['publicReply', 'handling', 'demand', 'content']).describe('the text the stretch lies in'),
  weight: z.enum(['strong', 'hint']),
  ...at,
})
export type ReplyFinding = z.infer<typeof ReplyFinding>

export const ReplyReason = z.enum([
  ...(['points-answered', 'same-words', 'long-enough', 'says-found', 'says-why', 'consistent', 'says-done'] as const),
  ...([
    'concrete',
    'basis',
    'dated',
    'contacted',
    'greets',
    'thanks',
    'regrets',
    'whom-to-ask',
    'empty-phrases',
  ] as const),
])
export type ReplyReason = z.infer<typeof ReplyReason>

const Mark = z.object({
  score: z.number().int().min(0).max(100),
  evidence: z.array(z.object({ reason: ReplyReason, points: z.number(), at: z.object(at).nullable() })),
})
export const ReplyScore = z.object({ relevance: Mark, logic: Mark, solution: Mark, timeliness: Mark, attitude: Mark })
export type ReplyScore = z.infer<typeof ReplyScore>

/** Asked while writing with the draft, and by the reviewer without one: then it is about the report that was submitted. */
export const checkReply = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/check-reply',
  zh: '检查答复',
  en: 'Look through a reply before it is submitted or approved: findings by sentence, five marks; bars nothing',
  params: z.object({ orderId: OrderId, n: AssignmentNumber }),
  body: z.object({
    draft: z
      .object({
        handling: z.string().max(2000),
        publicReply: z.string().max(1000),
        solved: Solved.nullable(),
        solvedReason: z.string().max(300).nullable(),
        policyBasis: z.string().max(300).nullable(),
      })
      .nullable(),
  }),
  reply: z.object({ findings: z.array(ReplyFinding), score: ReplyScore.nullable() }),
  refusals: ['not-your-assignment'],
} as const satisfies Endpoint
