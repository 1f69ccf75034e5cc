import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { listAssignments } from '#contract/assignments.ts'
import { getOrder, orderClocks, orderTimeline } from '#contract/orders.ts'
import { orderReturns } from '#contract/returns.ts'
import type { OrderView } from '#contract/views.ts'
import { useChanges } from '../live.ts'
import { keyOf, useApi } from '../use-api.ts'

/** The open order with its clocks and its story; `put` takes in what an act has answered, so that the page shows it at once. */
export function useUnitOrder(orderId: string) {
  const cache = useQueryClient()
  const call = { params: { orderId } }
  const order = useApi(getOrder, call)
  const clocks = useApi(orderClocks, call, { refetchInterval: 60_000 })
  const story = useApi(orderTimeline, call)
  const returns = useApi(orderReturns, call)
  const around = useCallback(() => {
    for (const path of [orderClocks.path, orderTimeline.path, listAssignments.path, orderReturns.path])
      void cache.invalidateQueries({ queryKey: [path] })
  }, [cache])
  const put = useCallback(
    (view: OrderView) => {
      cache.setQueryData(keyOf(getOrder, { params: { orderId: view.id } }), view)
      around()
    },
    [cache, around],
  )
  const again = useCallback(() => {
    void cache.invalidateQueries({ queryKey: [getOrder.path] })
    around()
  }, [cache, around])
  useChanges((change) => {
    if (change.order === orderId && change.seq > (order.data?.version ?? 0)) again()
  })
  return {
    order: order.data,
    error: order.error,
    clocks: clocks.data?.clocks,
    story: story.data?.entries,
    returns: returns.data,
    put,
    again,
  }
}
export type UnitOrder = ReturnType<typeof useUnitOrder>
