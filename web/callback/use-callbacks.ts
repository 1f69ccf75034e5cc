import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CallbackTab, listCallbacks } from '#contract/callback.ts'
import { desks } from '#domain/dispatch/desk.ts'
import { useStandingList } from '../desk/use-standing-list.ts'
import { useChanges } from '../live.ts'
import { useApi } from '../use-api.ts'

const PAGE = 50
const MOST = 200
const ASK_AGAIN_MS = 20_000
const GATHER_MS = 800

/** Who is to be called, as the list stands under the hand; claims are no events, so it is asked again now and then. */
export function useCallbacks(tab: CallbackTab) {
  const cache = useQueryClient()
  const [limit, setLimit] = useState(PAGE)
  const { data, error, refetch, isPlaceholderData } = useApi(
    listCallbacks,
    { query: { tab, limit } },
    { keep: true, refetchInterval: ASK_AGAIN_MS },
  )
  const refresh = () => void cache.invalidateQueries({ queryKey: [listCallbacks.path] })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(({ state, kind }) => {
    const { acts, state: waiting } = desks.callback
    if (state !== waiting && !acts.some((act) => act === kind)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, GATHER_MS)
  })
  const seen = useStandingList(`${tab} ${limit}`, isPlaceholderData ? undefined : data?.orders)
  return {
    ...seen,
    data,
    error,
    again: () => void refetch(),
    refresh,
    more: limit < MOST && data?.next != null ? () => setLimit(Math.min(MOST, limit + PAGE)) : null,
    hidden: Math.max(0, (data?.tabs[tab] ?? 0) - seen.rows.length),
  }
}
export type Callbacks = ReturnType<typeof useCallbacks>
