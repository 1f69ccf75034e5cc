import { z } from 'zod'
import { OrderId } from '#domain/ids.ts'

/** As many as a person picks by hand; more is a job for a rule, not for a list. */
export const BULK_LIMIT = 200

export const bulkOrders = z
  .array(OrderId)
  .min(1)
  .max(BULK_LIMIT)
  .refine((ids) => new Set(ids).size === ids.length, 'each order once')

const Words = z.object({ zh: z.string(), en: z.string() })

/** What became of one of many: each stands for itself, and a "no" carries the words its own call would have given. */
export const BulkResult = z.discriminatedUnion('ok', [
  z.object({ id: OrderId, no: z.string(), ok: z.literal(true) }),
  z.object({
    id: OrderId,
    no: z.string().nullable().describe('null: not found, or not within reach'),
    ok: z.literal(false),
    refusal: z.string(),
    words: Words,
  }),
])
export type BulkResult = z.infer<typeof BulkResult>

export const BulkReply = z.object({ results: z.array(BulkResult) })
export type BulkReply = z.infer<typeof BulkReply>
