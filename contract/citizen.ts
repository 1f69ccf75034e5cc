import { z } from 'zod'
import { RequestWish } from '#domain/accept/open-order.ts'
import { Appellant, shortText } from '#domain/accept/request.ts'
import { Channel } from '#domain/city/vocabulary.ts'
import { Instant } from '#domain/ids.ts'
import { CallbackAnswers } from '#domain/order/event.ts'
import type { Endpoint } from './endpoint.ts'

/** Number and code stand in the body: a code in a URL would stay in logs and histories. */
const Ticket = z.object({ no: shortText(30), code: shortText(12) })

const CitizenView = z.object({
  no: z.string(),
  title: z.string(),
  receivedAt: Instant,
  stage: z
    .string()
    .describe('the only words a citizen is shown: 已受理, 已派单至…, 已联系, 办理中, 已答复, 已办结, 重办中 …'),
  stageEn: z.string(),
  expectedBy: Instant.nullable(),
  units: z.array(z.string()),
  reply: z.string().nullable(),
  steps: z.array(z.object({ at: Instant, words: z.object({ zh: z.string(), en: z.string() }) })),
  may: z.array(z.enum(['supplement', 'urge', 'rate'])),
})

export const citizenSubmit = {
  method: 'POST',
  path: '/citizen/orders',
  zh: '市民提交诉求',
  en: 'Submit a request as a citizen, no log-in',
  body: z.object({
    channel: Channel.extract(['web', 'wechat', 'mini-program', 'app']).default('web'),
    request: RequestWish.pick({
      requestType: true,
      title: true,
      content: true,
      demand: true,
      region: true,
      address: true,
      lng: true,
      lat: true,
      occurredAt: true,
      confidential: true,
      anonymous: true,
      replyWanted: true,
      contactWindow: true,
      respondentName: true,
    }),
    appellant: Appellant.prefault({}),
  }),
  reply: z.object({ no: z.string(), code: z.string(), stage: z.string() }),
  refusals: [
    'unknown-region',
    'unknown-category',
    'category-closed',
    'place-too-coarse',
    'contact-needed',
    'category-needed',
    'wrong-state',
    'received-in-future',
  ],
} as const satisfies Endpoint

export const citizenFollow = {
  method: 'POST',
  path: '/citizen/follow',
  zh: '市民查询进度',
  en: 'Follow a request by number and code',
  body: Ticket,
  reply: CitizenView,
  refusals: ['ticket-unknown'],
} as const satisfies Endpoint

export const citizenSupplement = {
  method: 'POST',
  path: '/citizen/supplement',
  zh: '市民补充',
  en: 'Add to a request',
  body: Ticket.extend({ text: shortText(1000) }),
  reply: CitizenView,
  refusals: ['ticket-unknown', 'wrong-state', 'unknown-file'],
} as const satisfies Endpoint

export const citizenUrge = {
  method: 'POST',
  path: '/citizen/urge',
  zh: '市民催办',
  en: 'Urge a request',
  body: Ticket.extend({ text: z.string().trim().max(300).nullable().default(null) }),
  reply: CitizenView,
  refusals: ['ticket-unknown', 'wrong-state', 'urged-just-now'],
} as const satisfies Endpoint

export const citizenRate = {
  method: 'POST',
  path: '/citizen/rate',
  zh: '市民评价',
  en: 'Rate the handling (好差评); a bad rating goes to a callback agent',
  body: Ticket.extend({ answers: CallbackAnswers }),
  reply: CitizenView,
  refusals: ['ticket-unknown', 'wrong-state'],
} as const satisfies Endpoint
