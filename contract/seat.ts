import { z } from 'zod'
import { RequestWish } from '#domain/accept/open-order.ts'
import { optionalText, shortText } from '#domain/accept/request.ts'
import { AppellantType, Light } from '#domain/city/vocabulary.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { CategoryCode, Instant, OrderId, RegionCode, RuleId, UnitId } from '#domain/ids.ts'
import { DispatchChoice } from '#domain/order/event.ts'
import { AssignmentState, OrderState } from '#domain/order/states.ts'
import type { Endpoint } from './endpoint.ts'

/** An order as a seat sees it beside the call: a list's row with what came of it; no personal data. */
const SeatRow = z.object({
  id: OrderId,
  no: z.string(),
  title: z.string(),
  state: OrderState,
  light: Light,
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  receivedAt: Instant,
  endedAt: Instant.nullable(),
  citizenDue: Instant.nullable(),
  leadUnitName: z.string().nullable(),
})
export type SeatRow = z.infer<typeof SeatRow>

/** What came of it, where the citizen has said so. */
const CallerOrder = SeatRow.extend({
  satisfaction: z.number().int().nullable(),
  solved: z.enum(['yes', 'partly', 'no']).nullable(),
})
export type CallerOrder = z.infer<typeof CallerOrder>

export const caller = {
  method: 'POST',
  path: '/caller',
  zh: '来电人名片',
  en: 'Who is calling: form of address, earlier requests, what is open',
  body: z.object({ phone: z.string().min(5).max(30) }),
  reply: z.object({
    phone: z.string().describe('masked'),
    address: z.string().nullable().describe('form of address, as last given'),
    calls: z.number().int().describe('requests of this number, 200 at most'),
    contactWindow: z.string().nullable(),
    appellantType: AppellantType.nullable(),
    appellantTags: z.array(z.string()),
    enterpriseName: z.string().nullable(),
    last: z.array(CallerOrder).describe('the newest six and every open one'),
    /** within 30 days, by category: the second of a kind is a repeat */
    recent: z.array(z.object({ category: CategoryCode, categoryName: z.string(), n: z.number().int() })),
  }),
  refusals: [],
} as const satisfies Endpoint
export type CallerCard = z.infer<typeof caller.reply>

const Words = z.object({ zh: z.string(), en: z.string() })

export const SimilarOrder = SeatRow.extend({
  score: z.number().min(0).max(1),
  reasons: z.array(Words),
  metres: z.number().int().nullable(),
  merged: z.number().int().describe('orders already merged into it'),
  leadState: AssignmentState.nullable(),
  leadSince: Instant.nullable().describe('when the lead unit came to that state'),
  /** what the city's table of merging proposes, with each test and the value it was made on; null: nothing */
  proposal: z
    .object({ kind: z.enum(['same-order', 'repeat', 'merge']), words: Words, tests: z.array(Words) })
    .nullable(),
})
export type SimilarOrder = z.infer<typeof SimilarOrder>

export const NearbyOrder = SeatRow.extend({ lng: z.number(), lat: z.number(), metres: z.number().int() })
export type NearbyOrder = z.infer<typeof NearbyOrder>

/** Said before: whoever asks again for the same, at the same place, or for what a neighbour has asked already. */
export const similarOrders = {
  method: 'POST',
  path: '/orders/similar',
  zh: '相似诉求',
  en: 'Open or recently ended orders that may be the same matter, most alike first; open ones within 200 m',
  body: z.object({
    phone: z.string().min(5).max(30).optional(),
    region: RegionCode.nullable().default(null),
    lng: z.number().min(-180).max(180).nullable().default(null),
    lat: z.number().min(-90).max(90).nullable().default(null),
    category: CategoryCode.nullable().default(null),
    title: optionalText(50),
    content: optionalText(2000),
  }),
  reply: z.object({
    /** false: the index is still being loaded after a start; like words elsewhere in the city may be missing */
    ready: z.boolean(),
    orders: z.array(SimilarOrder),
    nearby: z.array(NearbyOrder),
  }),
  refusals: [],
} as const satisfies Endpoint

const PreviewClock = z.object({
  code: z.string(),
  party: z.enum(['citizen', 'hotline']),
  limit: Limit,
  from: Instant,
  due: Instant,
  provisional: z.boolean(),
  words: Words,
})
export type PreviewClock = z.infer<typeof PreviewClock>

const Named = z.object({ id: UnitId, name: z.string() })

export const previewOrder = {
  method: 'POST',
  path: '/orders/preview',
  zh: '提交前预览',
  en: 'What submitting would bring: the unit that the rules propose, and the promises with their due moments',
  body: RequestWish.pick({
    requestType: true,
    category: true,
    urgency: true,
    hazard: true,
    kind: true,
    region: true,
    tags: true,
  }).extend({ content: shortText(2000).optional() }),
  reply: z.object({
    now: Instant,
    choice: DispatchChoice,
    lead: Named.nullable(),
    co: z.array(Named),
    rule: z.object({ id: RuleId, basis: z.string() }).nullable(),
    profile: z.object({ code: z.string(), name: z.string(), basis: z.string() }),
    clocks: z.array(PreviewClock),
  }),
  refusals: ['unknown-category', 'unknown-region', 'category-closed'],
} as const satisfies Endpoint
export type Preview = z.infer<typeof previewOrder.reply>
