import { z } from 'zod'
import { RequestWish } from '#domain/accept/open-order.ts'
import { Appellant, shortText } from '#domain/accept/request.ts'
import { NotAcceptedReason } from '#domain/city/city.ts'
import { Channel, RequestType } from '#domain/city/vocabulary.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { Instant, RegionCode } from '#domain/ids.ts'
import { CallbackAnswers } from '#domain/order/event.ts'
import type { Endpoint } from './endpoint.ts'

/** Number and code stand in the body: a code in a URL would stay in logs and histories. */
const Ticket = z.object({ no: shortText(30), code: shortText(12) })

export const CitizenView = z.object({
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
  told: z.string().nullable().describe('not accepted: the proper way, as it was told'),
  files: z.number().int().describe('photos and documents the citizen has added'),
  filesLeft: z.number().int(),
  rated: CallbackAnswers.pick({ solved: true, satisfaction: true })
    .nullable()
    .describe('the citizen’s own rating of the last answer; null: not rated yet'),
  steps: z.array(z.object({ at: Instant, words: z.object({ zh: z.string(), en: z.string() }) })),
  may: z.array(z.enum(['supplement', 'urge', 'withdraw', 'rate'])),
})

/** What the citizen's pages need to know of the city; nothing in it is anybody's. */
export const citizenCity = {
  method: 'GET',
  path: '/citizen/city',
  zh: '市民页面所需的城市数据',
  en: 'What the citizen’s pages need: the city’s name, request types, towns, limits in words, what is not accepted',
  reply: z.object({
    name: z.string(),
    requestTypes: z.array(RequestType),
    confidentialTypes: z.array(RequestType),
    towns: z.array(z.object({ code: RegionCode, name: z.string(), district: z.string() })),
    /** how long an ordinary matter may take to be answered; null where the city's last profile names no limit */
    answerWithin: Limit.nullable(),
    notAccepted: z.array(NotAcceptedReason),
    notices: z.boolean().describe('whether text messages tell of the progress'),
    filesMax: z.number().int(),
  }),
  refusals: [],
} as const satisfies Endpoint

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

export const citizenWithdraw = {
  method: 'POST',
  path: '/citizen/withdraw',
  zh: '市民撤回诉求',
  en: 'Take one’s own request back; kept on record with the reason',
  body: Ticket.extend({ reason: shortText(300) }),
  reply: CitizenView,
  refusals: ['ticket-unknown', 'wrong-state', 'others-share-it'],
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
