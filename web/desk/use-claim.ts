import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listCallbacks } from '#contract/callback.ts'
import { type ClaimView, claimOrder, deskPool, getClaim, type PoolOrder, releaseOrder } from '#contract/desk.ts'
import { CLAIM_MINUTES } from '#domain/dispatch/desk.ts'
import { type No, send } from '../send.ts'
import { useApi } from '../use-api.ts'

/** Twice within a lease, so that one lost call does not lose it. */
const RENEW_MS = (CLAIM_MINUTES * 60_000) / 2.5
const ASK_AGAIN_MS = 20_000

const PATHS = [getClaim.path, deskPool.path, listCallbacks.path]
const tell = (cache: QueryClient) => Promise.all(PATHS.map((path) => cache.invalidateQueries({ queryKey: [path] })))

/**
 * Goes on with a claim: whoever works with claims has the next order too; whoever only looks takes nothing from others.
 */
export function useTakeNext(): (next: Pick<PoolOrder, 'id' | 'claim'> | null, held: boolean) => void {
  const cache = useQueryClient()
  return (next, held) => {
    if (held && next !== null && next.claim === null)
      void send(claimOrder, { params: { orderId: next.id } }).then(() => tell(cache))
  }
}

export type Claim = {
  held: ClaimView | null
  /** taken by somebody else: nothing should be done here now */
  theirs: ClaimView | null
  no: No | null
  take: () => Promise<boolean>
  release: () => Promise<void>
}

/** Who has the open order; while it is mine, the page says again and again that it still is. */
export function useClaim(orderId: string | null): Claim {
  const cache = useQueryClient()
  const params = { orderId: orderId ?? '' }
  const { data } = useApi(getClaim, { params }, { enabled: orderId !== null, refetchInterval: ASK_AGAIN_MS })
  const [no, setNo] = useState<No | null>(null)
  const held = orderId === null ? null : (data?.claim ?? null)
  const mine = held?.mine === true
  useEffect(() => {
    if (!mine || orderId === null) return
    const renew = () => void send(claimOrder, { params: { orderId } })
    const timer = setInterval(renew, RENEW_MS)
    return () => clearInterval(timer)
  }, [mine, orderId])
  return {
    held,
    theirs: held !== null && !held.mine ? held : null,
    no,
    take: async () => {
      const sent = await send(claimOrder, { params })
      setNo(sent.ok ? null : sent.no)
      await tell(cache)
      return sent.ok && sent.reply.mine
    },
    release: async () => {
      const sent = await send(releaseOrder, { params })
      setNo(sent.ok ? null : sent.no)
      await tell(cache)
    },
  }
}
