import { z } from 'zod'
import { ClockCode, Light } from '#domain/city/vocabulary.ts'
import { ReportUpGround } from '#domain/grid/grid-part.ts'
import { Instant, OrderId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** Counting stops here: a rail that says 999+ says enough. */
export const WAITING_LIMIT = 1000

const waits = z
  .number()
  .int()
  .max(WAITING_LIMIT)
  .nullable()
  .describe('null: nothing of this kind waits for this caller')

export const Waiting = z.object({
  now: Instant,
  dispatch: waits.describe('orders waiting for dispatch'),
  returns: waits.describe('returns that wait for a decision'),
  problems: waits.describe('orders that wait for a ruling'),
  review: waits.describe('requests and replies waiting for review'),
  handle: waits.describe('assignments of the caller’s unit that are due today or over'),
  supervise: waits.describe('red orders'),
  callback: waits.describe('callbacks that are due now'),
  consultations: waits.describe('changes of the catalogue that the caller’s unit has not spoken on'),
  consultUntil: Instant.nullable().describe('until when it may; silence is consent'),
  drafts: waits.describe('drafts of the catalogue that others handed in for approval'),
})
export type Waiting = z.infer<typeof Waiting>

export const getWaiting = {
  method: 'GET',
  path: '/waiting',
  zh: '等我处理的件数',
  en: 'How much waits for the caller, by step of the chain',
  reply: Waiting,
  refusals: [],
} as const satisfies Endpoint

export const NoticeKind = z.enum([
  'dispatched',
  'sub-dispatched',
  'urged',
  'supplemented',
  'reply-rejected',
  'rework-ordered',
  'reopened',
  'clock-missed',
  'intake-sent-back',
  'sent-back-to-seat',
  'return-requested',
  'return-approved',
  'return-rejected',
  'sent-to-adjudication',
  'recalled',
  'adjudicated',
  'alert-raised',
  'opinion-filed',
  'handed-over',
  'reported-up',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const Notice = z.object({
  orderId: OrderId,
  seq: z.number().int(),
  no: z.string(),
  title: z.string(),
  kind: NoticeKind,
  at: Instant,
  /** the light the event brought, and the order's light now */
  brought: Light.nullable(),
  light: Light,
  clock: ClockCode.nullable(),
  /** a grid worker has or had it and the reader's unit is told; nothing is to be done */
  forInformation: z.boolean(),
  /** why it left the grid */
  ground: ReportUpGround.nullable(),
  from: z.enum(['citizen', 'supervisor', 'hotline', 'unit', 'system']),
  isNew: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** A round of calibration: changes the caller’s unit is asked about, or that were published. */
const RoundNotice = z.object({
  kind: z.enum(['consultation', 'rules-published']),
  round: z.number().int(),
  changes: z.number().int(),
  at: Instant,
  /** until when the unit may speak */
  until: Instant.nullable(),
  isNew: z.boolean(),
})
/** A draft of the catalogue: waiting for the caller’s approval; or the caller’s own, sent back or adopted. */
const DraftNotice = z.object({
  kind: z.enum(['rules-handed-in', 'rules-sent-back', 'rules-adopted']),
  draft: z.number().int(),
  by: z.string(),
  note: z.string().describe('why it should be published, or why it was sent back'),
  at: Instant,
  isNew: z.boolean(),
})
/** What concerns a person beyond single orders. */
export const OtherNotice = z.discriminatedUnion('kind', [RoundNotice, DraftNotice])
export type OtherNotice = z.infer<typeof OtherNotice>

export const listNotices = {
  method: 'GET',
  path: '/notices',
  zh: '通知',
  en: 'What happened to the caller’s orders that they should know, newest first, of the last seven days',
  reply: z.object({
    now: Instant,
    seenAt: Instant.nullable(),
    unread: z.number().int(),
    more: z.boolean().describe('there are older ones within the seven days'),
    notices: z.array(Notice),
    others: z.array(OtherNotice),
  }),
  refusals: [],
} as const satisfies Endpoint

export const seeNotices = {
  method: 'POST',
  path: '/notices/seen',
  zh: '通知标为已看',
  en: 'Say up to when the notices were seen: `now` of the list that was shown',
  body: z.object({ until: Instant }),
  reply: z.object({ seenAt: Instant }),
  refusals: [],
} as const satisfies Endpoint
