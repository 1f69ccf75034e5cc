import { z } from 'zod'
import { LinkRepeat } from '#domain/accept/link-repeat.ts'
import { UnmergeOrder } from '#domain/dispatch/unmerge-order.ts'
import { Instant, OrderId } from '#domain/ids.ts'
import { OrderState } from '#domain/order/states.ts'
import { orderParams } from './accept.ts'
import { BulkReply, bulkOrders } from './bulk.ts'
import { mergeRefusals } from './dispatch-refusals.ts'
import type { Endpoint } from './endpoint.ts'
import { MaskedAppellant, OrderView } from './views.ts'

/** 并案 (domain.md §5.6): proposals, several at once, split off again, and what each caller of a master was told and said. */

export const mergeOrders = {
  method: 'POST',
  path: '/orders/merge',
  zh: '批量并案',
  en: 'Merge several orders into one master; one that is refused stops no other and says why',
  body: z.object({ master: OrderId, orders: bulkOrders, reason: z.string().trim().min(1).max(200) }),
  reply: BulkReply,
  refusals: mergeRefusals,
} as const satisfies Endpoint

export const unmergeOrder = {
  method: 'POST',
  path: '/orders/:orderId/unmerge',
  zh: '拆案',
  en: 'Split a merged order off from its master, with the reason; it is dispatched anew, promises run on from receipt',
  params: orderParams,
  body: UnmergeOrder,
  reply: OrderView,
  refusals: ['not-merged', 'master-not-open'],
  version: 'offered',
} as const satisfies Endpoint

export const linkRepeat = {
  method: 'POST',
  path: '/orders/:orderId/repeat',
  zh: '记为重复投诉',
  en: 'Link an order to the same caller’s matter that had ended before; counted in the repeat rate',
  params: orderParams,
  body: LinkRepeat,
  reply: OrderView,
  refusals: ['wrong-state', 'repeat-of-itself', 'not-ended', 'ended-too-long-ago', 'another-caller', 'unknown-order'],
  version: 'offered',
} as const satisfies Endpoint

export const ProposalKind = z.enum(['same-order', 'repeat', 'merge'])

export const judgeProposal = {
  method: 'POST',
  path: '/orders/:orderId/proposals/:otherId',
  zh: '采纳或否定并案建议',
  en: 'What somebody made of a proposal: kept with its test values and probability; refused, it is not proposed again',
  params: z.object({ orderId: OrderId, otherId: OrderId }),
  body: z.object({
    verdict: z.enum(['accepted', 'refused']),
    reason: z.string().trim().max(200).default(''),
  }),
  reply: z.object({
    kind: ProposalKind.nullable().describe('null: the table proposes nothing for the two'),
    probability: z.number().min(0).max(1).nullable(),
  }),
  refusals: ['unknown-order'],
} as const satisfies Endpoint

const Caller = z.object({
  id: OrderId,
  no: z.string(),
  state: OrderState,
  isMaster: z.boolean(),
  receivedAt: Instant,
  /** form of address and masked numbers; all null where the reader may not know who asks */
  appellant: MaskedAppellant,
  /** when this caller was told the answer */
  toldAt: Instant.nullable(),
  callback: z.object({
    standing: z.enum(['not-yet', 'to-call', 'answered', 'unreachable']),
    attempts: z.number().int(),
    nextAt: Instant.nullable(),
    solved: z.enum(['yes', 'partly', 'no']).nullable(),
    satisfaction: z.number().int().nullable(),
  }),
  votes: z.boolean().describe('whether these answers count in the three rates'),
})
export type MasterCaller = z.infer<typeof Caller>

export const orderCallers = {
  method: 'GET',
  path: '/orders/:orderId/callers',
  zh: '主单的诉求人与回访',
  en: 'Who asked for the matter of a master: each caller, masked, what they were told and what they said',
  params: orderParams,
  reply: z.object({
    now: Instant,
    callers: z.array(Caller),
    answered: z.number().int().describe('called back and heard'),
    more: z.number().int().describe('merged orders beyond the 200 that are listed'),
  }),
  refusals: [],
} as const satisfies Endpoint
