import type { z } from 'zod'
import type { CommonRefusal, Endpoint, Refusal } from '#contract/endpoint.ts'
import { language } from './language.ts'
import { learnTime } from './now.ts'
import { session } from './session/session.ts'

type Fault = { in: string; path: string; expected: string; found: string }

/** A "no" as a page gets it: the contract's code, a sentence in the reader's language, and for bad input where it is. */
export type No<E extends Endpoint = Endpoint> = {
  code: Refusal<E> | CommonRefusal | 'unreachable'
  words: string
  faults: readonly Fault[]
}
export type Sent<E extends Endpoint> =
  | { ok: true; reply: z.output<E['reply']>; version: number | null }
  | { ok: false; no: No<E> }

export type SendOptions = {
  /** the version one has seen; the server refuses if somebody was faster */
  version?: number
  /** Idempotency-Key: a repeat of the same sending changes nothing twice */
  key?: string
  signal?: AbortSignal
}

const UNREACHABLE = {
  zh: '连不上服务器。您写的内容都在，来网后再试。',
  en: 'The server cannot be reached. What you wrote is safe; try again when the line is back.',
}

/** `/orders/:orderId` with its values, and the query as the endpoint's own schema reads it: lists as `a,b`. */
export function addressOf(endpoint: Endpoint, call: { params?: unknown; query?: unknown }): string {
  const params = (call.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((call.query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== null && value !== '')
      query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  const asked = query.toString()
  return `/api${path}${asked === '' ? '' : `?${asked}`}`
}

const unsafe = (method: string) => method !== 'GET'

function headersOf(endpoint: Endpoint, hasBody: boolean, options: SendOptions): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': language.get() === 'en' ? 'en' : 'zh-CN',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(unsafe(endpoint.method) && session.csrf() !== null ? { 'x-csrf-token': session.csrf() ?? '' } : {}),
    ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
    ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
  }
}

async function noOf(response: Response): Promise<No> {
  const text = await response.text()
  try {
    const problem = JSON.parse(text) as { code: No['code']; title: string; errors?: Fault[] }
    return { code: problem.code, words: problem.title, faults: problem.errors ?? [] }
  } catch {
    // A proxy in between answered, not the platform.
    return { code: 'unreachable', words: `${UNREACHABLE[language.get()]} (${response.status})`, faults: [] }
  }
}

const versionOf = (response: Response): number | null => {
  const tag = /"(\d+)"/.exec(response.headers.get('etag') ?? '')?.[1]
  return tag === undefined ? null : Number(tag)
}

/**
 * The only way a page calls the API. Query parameters are given as they stand in the address; defaults of the schemas are
 * the server's. A lost session asks for the password over the page and then sends again: nothing typed is lost.
 */
export async function send<const E extends Endpoint>(
  endpoint: E,
  call: Sendable<E>,
  options: SendOptions = {},
  again = true,
): Promise<Sent<E>> {
  const { body } = call as { body?: unknown }
  try {
    const response = await fetch(addressOf(endpoint, call as { params?: unknown; query?: unknown }), {
      method: endpoint.method,
      headers: headersOf(endpoint, body !== undefined, options),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    learnTime(response.headers.get('date'))
    if (response.ok)
      return { ok: true, reply: (await response.json()) as z.output<E['reply']>, version: versionOf(response) }
    const no = await noOf(response)
    if (again && (await session.mend(no.code))) return send(endpoint, call, options, false)
    return { ok: false, no: no as No<E> }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return { ok: false, no: { code: 'unreachable', words: UNREACHABLE[language.get()], faults: [] } }
  }
}

type In<E, K extends string> = E extends { [P in K]: infer S extends z.ZodType } ? { [P in K]: z.input<S> } : unknown
/** What an endpoint takes, before its schema has filled in defaults; ids may be plain text here, the server checks them. */
export type Sendable<E extends Endpoint> = Loose<In<E, 'params'> & In<E, 'body'>> & { query?: Loose<QueryOf<E>> }
type QueryOf<E> = E extends { query: infer S extends z.ZodType } ? z.output<S> : never
/** Brands are the server's business: a page passes on what it got. */
type Loose<T> = T extends string & z.core.$brand<string>
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? readonly Loose<I>[]
      : T extends object
        ? { [K in keyof T]: Loose<T[K]> }
        : T

export type ReplyOf<E extends Endpoint> = z.output<E['reply']>
