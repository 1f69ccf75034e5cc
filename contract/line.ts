import { z } from 'zod'
import { Phone } from '#domain/accept/request.ts'
import { Instant, StaffId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

/** The telephone system's own id of a call; it stands in a URL, so what looks like a phone number is none. */
const CallId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{5,63}$/)
  .refine((id) => /[A-Za-z]/.test(id) || id.length > 20, 'an id of a call, with a letter in it, and no phone number')

export const RingState = z.enum(['ringing', 'answered', 'ended'])
export type RingState = z.infer<typeof RingState>

export const ring = {
  method: 'POST',
  path: '/ring',
  zh: '来电振铃',
  en: 'A call rings at a seat',
  body: z
    .object({
      callId: CallId,
      phone: Phone,
      login: z.string().min(1).max(64).optional().describe('the seat’s person by log-in'),
      staff: StaffId.optional().describe('or by id'),
    })
    .refine(({ login, staff }) => (login === undefined) !== (staff === undefined), {
      path: ['login'],
      error: 'either the log-in or the id of the seat’s person',
    }),
  reply: z.object({ callId: z.string(), state: RingState }),
  refusals: ['unknown-seat', 'call-known'],
} as const satisfies Endpoint

export const Ring = z.object({
  callId: z.string(),
  state: RingState,
  /** in full: whoever sits there speaks with the caller */
  phone: z.string(),
  /** what other pages and pictures of the screen may show */
  masked: z.string(),
  rungAt: Instant,
  answeredAt: Instant.nullable(),
})
export type Ring = z.infer<typeof Ring>

export const currentRing = {
  method: 'GET',
  path: '/ring',
  zh: '本席当前来电',
  en: 'The call at one’s own seat',
  reply: z.object({ now: Instant, ring: Ring.nullable() }),
  refusals: [],
} as const satisfies Endpoint

const callParams = z.object({ callId: CallId })

export const answerRing = {
  method: 'POST',
  path: '/ring/:callId/answer',
  zh: '接听',
  en: 'The call is answered',
  params: callParams,
  reply: z.object({ callId: z.string(), state: RingState }),
  refusals: ['call-ended'],
} as const satisfies Endpoint

export const endRing = {
  method: 'POST',
  path: '/ring/:callId/end',
  zh: '挂断',
  en: 'The call has ended; its number is forgotten',
  params: callParams,
  reply: z.object({ callId: z.string(), state: RingState }),
  refusals: [],
} as const satisfies Endpoint

/** The page has the number already; what is kept is that somebody chose to see it, before there is an order to say so. */
export const seeRing = {
  method: 'POST',
  path: '/ring/:callId/sight',
  zh: '来电查看全号',
  en: 'Somebody at the seat shows the caller’s whole number: a line in the log, the number not in it',
  params: callParams,
  reply: z.object({ callId: z.string(), state: RingState }),
  refusals: ['call-ended'],
} as const satisfies Endpoint
