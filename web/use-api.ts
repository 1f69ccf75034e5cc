import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Endpoint } from '#contract/endpoint.ts'
import { addressOf, type No, type ReplyOf, type Sendable, send } from './send.ts'

/** A refusal on its way through the query cache; `no` is the same value that `send` gives. */
export class Refused extends Error {
  readonly no: No
  constructor(no: No) {
    super(no.code)
    this.no = no
  }
}

export const keyOf = <E extends Endpoint>(endpoint: E, call: Sendable<E>): readonly unknown[] => [
  endpoint.path,
  endpoint.method,
  addressOf(endpoint, call as { params?: unknown; query?: unknown }),
  (call as { body?: unknown }).body ?? null,
]

export async function replyOf<const E extends Endpoint>(
  endpoint: E,
  call: Sendable<E>,
  signal?: AbortSignal,
): Promise<ReplyOf<E>> {
  const sent = await send(endpoint, call, signal === undefined ? {} : { signal })
  if (sent.ok) return sent.reply
  throw new Refused(sent.no)
}

type More = {
  enabled?: boolean
  staleTime?: number
  refetchInterval?: number | false
  /** keep showing the last answer while the next one is on its way */
  keep?: boolean
}

/** Reads an endpoint and keeps the answer; invalidate by `[endpoint.path]`. Errors are always `Refused`. */
export function useApi<const E extends Endpoint>(
  endpoint: E,
  call: Sendable<E>,
  { keep, ...more }: More = {},
): UseQueryResult<ReplyOf<E>, Refused> {
  return useQuery<ReplyOf<E>, Refused, ReplyOf<E>, readonly unknown[]>({
    queryKey: keyOf(endpoint, call),
    queryFn: ({ signal }: { signal: AbortSignal }) => replyOf(endpoint, call, signal),
    ...more,
    ...(keep === true ? { placeholderData: keepPreviousData as never } : {}),
  })
}
