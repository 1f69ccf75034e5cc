import type { z } from 'zod'
import type { Api } from '#contract/api.ts'
import { language } from '../language.ts'

type Name =
  | 'citizenCity'
  | 'citizenPlaces'
  | 'citizenPlaceAt'
  | 'citizenSubmit'
  | 'citizenFollow'
  | 'citizenSupplement'
  | 'citizenUrge'
  | 'citizenWithdraw'
  | 'citizenRate'

/**
 * The contract's own addresses, held to it by their types alone: the schemas behind them, and the library that reads them,
 * would weigh more than the rest of these pages.
 */
const PATHS: { [K in Name]: Api[K]['path'] } = {
  citizenCity: '/citizen/city',
  citizenPlaces: '/citizen/places',
  citizenPlaceAt: '/citizen/place-at',
  citizenSubmit: '/citizen/orders',
  citizenFollow: '/citizen/follow',
  citizenSupplement: '/citizen/supplement',
  citizenUrge: '/citizen/urge',
  citizenWithdraw: '/citizen/withdraw',
  citizenRate: '/citizen/rate',
}
const UPLOAD: Api['citizenUpload']['path'] = '/citizen/files'

export type Reply<K extends keyof Api> = z.output<Api[K]['reply']>
/** Ids are plain text here; the server checks them. */
type Loose<T> = T extends string & z.core.$brand<string>
  ? string
  : T extends readonly (infer I)[]
    ? readonly Loose<I>[]
    : T extends object
      ? { [K in keyof T]: Loose<T[K]> }
      : T
export type Body<K extends Name> = Api[K] extends { body: infer S extends z.ZodType } ? Loose<z.input<S>> : undefined

export type No = { code: string; words: string }
export type Sent<R> = { ok: true; reply: R } | { ok: false; no: No }

const UNREACHABLE: No = { code: 'unreachable', words: '' }
/** No answer, or one that may be another in a minute: what was to be sent is kept and sent again. */
export const mayComeYet = ({ code }: No): boolean =>
  ['unreachable', 'database-unavailable', 'internal-error', 'still-in-progress'].includes(code)

let ahead = 0
/** The server's time, as its last answer told it: the clock of a phone may be wrong. */
export const serverNow = (): number => Date.now() + ahead

function hear(response: Response): void {
  const told = Date.parse(response.headers.get('date') ?? '')
  if (!Number.isNaN(told)) ahead = told - Date.now()
}

async function sent<R>(asking: Promise<Response>): Promise<Sent<R>> {
  try {
    const response = await asking
    hear(response)
    const told: unknown = await response.json()
    if (response.ok) return { ok: true, reply: told as R }
    const { code, title } = told as { code?: string; title?: string }
    return { ok: false, no: { code: code ?? 'unreachable', words: title ?? '' } }
  } catch {
    // No line, or something between that answers in a language of its own.
    return { ok: false, no: UNREACHABLE }
  }
}

const spoken = (): string => (language.get() === 'en' ? 'en' : 'zh-CN')

export function ask<K extends Name>(name: K, body?: Body<K>, key?: string): Promise<Sent<Reply<K>>> {
  const get = body === undefined
  return sent(
    fetch(`/api${PATHS[name]}`, {
      method: get ? 'GET' : 'POST',
      headers: {
        'accept-language': spoken(),
        ...(get ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(get ? {} : { body: JSON.stringify(body) }),
    }),
  )
}

export type Ticket = { no: string; code: string }

export const upload = (ticket: Ticket, name: string, photo: Blob): Promise<Sent<Reply<'citizenUpload'>>> =>
  sent(
    fetch(`/api${UPLOAD}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'accept-language': spoken(),
        'content-type': photo.type,
        'x-order-no': ticket.no,
        'x-query-code': ticket.code,
      },
      body: photo,
    }),
  )
