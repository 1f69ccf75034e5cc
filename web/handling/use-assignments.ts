import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type AssignmentTab, listAssignments } from '#contract/assignments.ts'
import { useStandingList } from '../desk/use-standing-list.ts'
import { useChanges } from '../live.ts'
import { useApi } from '../use-api.ts'
import { todoRow } from './rows.ts'

const PAGE = 50
const MOST = 200
const GATHER_MS = 800

/** Asks again soon after anything within reach has changed, once for a whole burst. */
function useAgainOnChange(paths: readonly string[]): () => void {
  const cache = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const again = () => {
    for (const path of paths) void cache.invalidateQueries({ queryKey: [path] })
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(again, GATHER_MS)
  })
  return again
}

/**
 * What the unit owes, as it stands under the hand: what arrives waits behind "3 new", what is done stays as a shadow until
 * the list is shown anew. Rows never jump.
 */
export function useAssignments(tab: AssignmentTab) {
  const [limit, setLimit] = useState(PAGE)
  const { data, error, refetch, isPlaceholderData } = useApi(
    listAssignments,
    { query: { tab, limit } },
    { keep: true, refetchInterval: 60_000 },
  )
  const refresh = useAgainOnChange([listAssignments.path])
  const fresh = useMemo(
    () => (isPlaceholderData ? undefined : data?.assignments.map(todoRow)),
    [data, isPlaceholderData],
  )
  const seen = useStandingList(`${tab} ${limit}`, fresh)
  return {
    ...seen,
    data: isPlaceholderData ? undefined : data,
    tabs: data?.tabs,
    error,
    again: () => void refetch(),
    refresh,
    more: limit < MOST && data?.next != null ? () => setLimit(Math.min(MOST, limit + PAGE)) : null,
    hidden: Math.max(0, (data?.tabs[tab] ?? 0) - seen.rows.length),
  }
}
export type Assignments = ReturnType<typeof useAssignments>
