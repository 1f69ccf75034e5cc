import type { z } from 'zod'
import { type Api, api, type EndpointName } from '#contract/api.ts'
import type { Endpoint } from '#contract/endpoint.ts'

type Given<E, K extends string> = E extends { [P in K]: infer S extends z.ZodType } ? { [P in K]: z.input<S> } : unknown
/** What a caller writes: defaults may be left out, brands are plain text. */
export type SimCall<K extends EndpointName> = Given<Api[K], 'params'> &
  Given<Api[K], 'query'> &
  Given<Api[K], 'body'> &
  (Api[K] extends { raw: 'upload' } ? { content: Buffer } : unknown)
export type SimReply<K extends EndpointName> = z.output<Api[K]['reply']>
type SimAnswer<K extends EndpointName> =
  | { ok: true; reply: SimReply<K>; etag: string | null }
  | { ok: false; refusal: string; status: number; detail: string }

/** `seen`: the version the person looked at, for endpoints that ask for it. `at`: epoch ms, for a server that hears moments. */
type Circumstances = { at?: number; seen?: string | undefined }

/** `who`: a log-in, or null for a citizen. */
export type Send = <K extends EndpointName>(
  who: string | null,
  name: K,
  call: SimCall<K>,
  circumstances?: Circumstances,
) => Promise<SimAnswer<K>>

export type RawRequest = {
  method: Endpoint['method']
  url: string
  headers: Record<string, string>
  body: string | Buffer | undefined
}
export type RawAnswer = { status: number; text: string; header(name: string): string | null }
export type Transport = (who: string | null, request: RawRequest) => Promise<RawAnswer>

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; content?: Buffer }

function urlOf(path: string, { params, query }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return `/api${filled}${search === '' ? '' : `?${search}`}`
}

function requestOf(endpoint: Endpoint, parts: Parts, seen: string | undefined): RawRequest {
  const headers: Record<string, string> = { 'user-agent': 'jiesu-sim' }
  if (seen !== undefined) headers['if-match'] = seen
  if (endpoint.body !== undefined) headers['content-type'] = 'application/json'
  if (parts.content !== undefined) {
    headers['content-type'] = 'application/octet-stream'
    return { method: endpoint.method, url: urlOf(endpoint.path, parts), headers, body: parts.content }
  }
  const body = endpoint.body === undefined ? undefined : JSON.stringify(parts.body ?? {})
  return { method: endpoint.method, url: urlOf(endpoint.path, parts), headers, body }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

type Mark = (request: RawRequest, at: number) => RawRequest

/** The contract as a function: method, address, query and body come from the endpoint's own row. */
export const clientOver =
  (transport: Transport, mark: Mark = (request) => request): Send =>
  async <K extends EndpointName>(
    who: string | null,
    name: K,
    call: SimCall<K>,
    { at, seen }: Circumstances = {},
  ): Promise<SimAnswer<K>> => {
    const plain = requestOf(api[name], call as Parts, seen)
    const answer = await transport(who, at === undefined ? plain : mark(plain, at))
    const body = jsonOf(answer.text)
    if (answer.status < 300) return { ok: true, reply: body as SimReply<K>, etag: answer.header('etag') }
    const problem = body as { code?: string; detail?: string; errors?: unknown }
    const detail = problem.errors === undefined ? (problem.detail ?? '') : JSON.stringify(problem.errors)
    return { ok: false, refusal: problem.code ?? `http-${answer.status}`, status: answer.status, detail }
  }
