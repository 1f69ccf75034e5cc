import type { z } from 'zod'

/**
 * One promise of the API, as data. From it come validation, the typed client, the handler's type and the OpenAPI text;
 * who may call it stands in rights.ts, how each refusal is worded in wording.ts.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: `/${string}`
  zh: string
  en: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  reply: z.ZodType
  refusals: readonly string[]
  /** the body or the reply is not JSON: the handler gets the raw request or writes the stream itself */
  raw?: 'upload' | 'download' | 'stream' | 'text'
  /** the reply's version stands in ETag; `required` endpoints refuse to write without If-Match */
  version?: 'offered' | 'required'
  /** how large its JSON may be, where that is more than the usual 1 MiB */
  bodyBytes?: number
}

type Part<E, K extends string> = E extends { [P in K]: infer S extends z.ZodType } ? { [P in K]: z.infer<S> } : unknown
export type Call<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>
export type Reply<E extends Endpoint> = z.input<E['reply']>
export type Refusal<E extends Endpoint> = E['refusals'][number]

/** Refusals any endpoint may give; the HTTP layer and the order shell know them, so no endpoint lists them. */
export const commonRefusals = [
  'invalid-request',
  'not-found',
  'not-logged-in',
  'not-allowed',
  'password-must-change',
  'second-factor-needed',
  'csrf-token-wrong',
  'stale-version',
  'version-needed',
  'idempotency-key-reused',
  'still-in-progress',
  'too-many-requests',
  'too-large',
  'unsupported-media-type',
  'database-unavailable',
  'storage-full',
  'internal-error',
] as const
export type CommonRefusal = (typeof commonRefusals)[number]

export type Answer<E extends Endpoint> =
  | { ok: true; reply: Reply<E> }
  | { ok: false; refusal: Refusal<E> | CommonRefusal }
