import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { getOrder } from '#contract/orders.ts'
import { listProblemOrders, listReturns, orderReturns, type ProblemTab } from '#contract/returns.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import { useApi } from '../use-api.ts'

const MINUTE_MS = 60_000
const SHOWN = 100

/** Everything about returns is read anew together: one decision changes the queue, the order and the problem list. */
export function useRefreshReturns(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    for (const path of [listReturns.path, listProblemOrders.path, orderReturns.path, getOrder.path])
      void queries.invalidateQueries({ queryKey: [path] })
  }, [queries])
}

export function useReturnQueue() {
  const refresh = useRefreshReturns()
  useChangesAtMost(5000, refresh)
  return useApi(listReturns, { query: { limit: SHOWN } }, { refetchInterval: MINUTE_MS, keep: true })
}

export function useProblems(tab: ProblemTab) {
  const refresh = useRefreshReturns()
  useChangesAtMost(5000, refresh)
  return useApi(listProblemOrders, { query: { tab, limit: SHOWN } }, { refetchInterval: MINUTE_MS, keep: true })
}
