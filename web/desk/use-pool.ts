import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { deskPool, type PoolOrder, type PoolTab } from '#contract/desk.ts'
import { type Desk, desks } from '#domain/dispatch/desk.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import { useApi } from '../use-api.ts'
import { standing } from './standing.ts'

const PAGE = 50
const MOST = 200
/** Claims are no events of the order, so the feed does not tell of them: the pool is asked again. */
const ASK_AGAIN_MS = 20_000
const EVERY_MS = 2000

/** Asks again after something changed at this desk, in a busy minute every two seconds. */
function useRefresh(desk: Desk): () => void {
  const cache = useQueryClient()
  const refresh = () => void cache.invalidateQueries({ queryKey: [deskPool.path] })
  const { state: waits, acts } = desks[desk]
  useChangesAtMost(EVERY_MS, refresh, ({ state, kind }) => state === waits || acts.some((act) => act === kind))
  return refresh
}

/**
 * The pool as it stands under the hand: what arrives waits behind "3 new", what others took away stays as a shadow until
 * the list is shown anew. The other two tabs only change by what one does oneself, so they follow at once.
 */
export function usePool(desk: Desk, tab: PoolTab) {
  const [limit, setLimit] = useState(PAGE)
  const call = { params: { desk }, query: { tab, limit } } as const
  const { data, error, refetch, isPlaceholderData } = useApi(deskPool, call, {
    keep: true,
    refetchInterval: ASK_AGAIN_MS,
  })
  const refresh = useRefresh(desk)
  const [kept, keep] = useState<{ key: string; rows: readonly PoolOrder[] }>({ key: '', rows: [] })
  const key = `${desk} ${tab} ${limit}`
  const fresh = isPlaceholderData ? undefined : data?.orders
  const follows = tab !== 'pool' || kept.key !== key || kept.rows.length === 0
  useEffect(() => {
    if (fresh !== undefined && follows) keep({ key, rows: fresh })
  }, [fresh, follows, key])
  const seen = useMemo(
    () => standing(follows ? (fresh ?? kept.rows) : kept.rows, fresh ?? kept.rows),
    [follows, fresh, kept],
  )
  return {
    ...seen,
    /** what to open by itself: never a row of the list that was left */
    first: isPlaceholderData ? undefined : seen.rows.find(({ gone }) => !gone)?.row.id,
    data,
    error,
    again: () => void refetch(),
    refresh,
    /** brings in what has arrived */
    show: () => fresh !== undefined && keep({ key, rows: fresh }),
    /** takes away what one has just dealt with */
    drop: (ids: readonly string[]) => keep({ key, rows: kept.rows.filter((row) => !ids.includes(row.id)) }),
    more: limit < MOST && data?.next != null ? () => setLimit(Math.min(MOST, limit + PAGE)) : null,
    hidden: Math.max(0, (data?.counts[tab] ?? 0) - seen.rows.length),
  }
}
export type Pool = ReturnType<typeof usePool>
