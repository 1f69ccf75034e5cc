import type { FastifyRequest } from 'fastify'
import { type Instant, instantOf } from '#domain/ids.ts'
import type { RawRequest } from './api-client.ts'

export const MOMENT = 'x-sim-moment'

/** The request with the moment of the story (epoch ms) it is made at. */
export const withMoment = (request: RawRequest, at: number): RawRequest => ({
  ...request,
  headers: { ...request.headers, [MOMENT]: String(at) },
})

/**
 * When the request is made in its story. Only a server that the simulator alone asks may believe it. Carried by the
 * request, since an AsyncLocalStorage costs a fifth of all processor time.
 */
export const momentOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Instant => instantOf(Number(headers[MOMENT]))
