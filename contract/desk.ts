import { z } from 'zod'
import { Desk } from '#domain/dispatch/desk.ts'
import { Instant } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderRow } from './views.ts'

/** Who has taken an order up, until when if they do not say again that they hold it. */
export const ClaimView = z.object({ name: z.string(), mine: z.boolean(), since: Instant, until: Instant })
export type ClaimView = z.infer<typeof ClaimView>

export const PoolOrder = OrderRow.extend({
  /** since when it waits at this desk and by when the hotline owes the step */
  deskSince: Instant.nullable(),
  deskDue: Instant.nullable(),
  claim: ClaimView.nullable(),
})
export type PoolOrder = z.infer<typeof PoolOrder>

export const DeskTab = z.enum(['pool', 'mine', 'done'])
export type DeskTab = z.infer<typeof DeskTab>

/** `straight`: what the platform dispatched by itself in the last day; the dispatch desk alone has some. */
export const PoolTab = z.enum([...DeskTab.options, 'straight'])
export type PoolTab = z.infer<typeof PoolTab>

const cursorShape = /^(infinity|\d{4}-\d\d-\d\d[\d :.+-]*)\|(\w{1,64})$/
const YEAR_3000 = Date.UTC(3000, 0)

/** As every database reads it: 30 February and an offset of 99 hours are moments to JavaScript alone. */
function momentOf(text: string): string | null {
  if (text === 'infinity') return text
  const ms = Date.parse(text)
  return ms >= 0 && ms < YEAR_3000 ? new Date(ms).toISOString() : null
}

/** Where a pool was left: the moment it is sorted by and the order that stood there. */
export const PoolCursor = z
  .string()
  .max(120)
  .transform((text, context) => {
    const [, at = '', id = ''] = cursorShape.exec(text) ?? []
    const moment = momentOf(at)
    if (id === '' || moment === null) context.addIssue('a cursor that the page before gave')
    return { moment: moment ?? '', id }
  })

export const deskPool = {
  method: 'GET',
  path: '/desk/:desk/pool',
  zh: '待办池（待派、待审、待回访）',
  en: 'What waits at a desk of the hotline, most pressing first, and what the caller did there today',
  params: z.object({ desk: Desk }),
  query: z.object({
    tab: PoolTab.default('pool'),
    cursor: PoolCursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    now: Instant,
    orders: z.array(PoolOrder),
    next: z.string().nullable(),
    counts: z.object({
      pool: z.number().int(),
      mine: z.number().int(),
      done: z.number().int().describe('orders the caller dealt with here today'),
      returned: z.number().int().describe('of these, given back by a unit since'),
      straight: z.number().int().describe('dispatched by the platform in the last day'),
      late: z.number().int().describe('in the pool and past the limit of this desk'),
    }),
    /** since when the one that waits longest has waited */
    oldest: Instant.nullable(),
  }),
  refusals: [],
} as const satisfies Endpoint

const claimRefusals = ['wrong-state'] as const

/**
 * Not an act on the order: nothing stands in its log, no version changes. Somebody else's claim is an answer, not an
 * error: it says who and until when.
 */
export const claimOrder = {
  method: 'POST',
  path: '/orders/:orderId/claim',
  zh: '领取（或续期）',
  en: 'Take an order up, or say again that one holds it',
  params: orderParams,
  reply: ClaimView,
  refusals: claimRefusals,
} as const satisfies Endpoint

export const getClaim = {
  method: 'GET',
  path: '/orders/:orderId/claim',
  zh: '谁在处理',
  en: 'Who has taken an order up',
  params: orderParams,
  reply: z.object({ claim: ClaimView.nullable() }),
  refusals: [],
} as const satisfies Endpoint

export const releaseOrder = {
  method: 'DELETE',
  path: '/orders/:orderId/claim',
  zh: '放回待办池',
  en: 'Give an order back to the pool',
  params: orderParams,
  reply: z.object({ claim: ClaimView.nullable() }),
  refusals: [],
} as const satisfies Endpoint
