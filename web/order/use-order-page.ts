import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { mayCall } from '#contract/may-call.ts'
import { orderCallers } from '#contract/merge.ts'
import { orderContext } from '#contract/order-page.ts'
import { getOrder, orderClocks, orderEvents, orderTimeline, orderViews } from '#contract/orders.ts'
import { orderReturns } from '#contract/returns.ts'
import type { StoryEntry } from '#contract/story.ts'
import { useChanges } from '../live.ts'
import { send } from '../send.ts'
import { useMe } from '../session/use-me.ts'
import { useApi } from '../use-api.ts'

const PARTS = [getOrder, orderTimeline, orderClocks, orderContext, orderReturns, orderCallers, orderViews, orderEvents]

/** Everything the page shows of an order, read anew. */
export function useRefresh(): () => void {
  const cache = useQueryClient()
  return () => {
    for (const part of PARTS) void cache.invalidateQueries({ queryKey: [part.path] })
  }
}

export function useOrderPage(orderId: string) {
  const { roles } = useMe()
  const params = { orderId }
  const order = useApi(getOrder, { params }, { keep: true, staleTime: 60_000 })
  const there = order.isSuccess
  const seesViews = mayCall('orderViews', roles)
  const seesEvents = mayCall('orderEvents', roles)
  const seesTrace = mayCall('dispatchTrace', roles)
  return {
    order,
    story: useApi(orderTimeline, { params }, { enabled: there, staleTime: 60_000 }),
    clocks: useApi(orderClocks, { params }, { enabled: there, staleTime: 60_000, refetchInterval: 60_000 }),
    returns: useApi(orderReturns, { params }, { enabled: there, staleTime: 60_000 }),
    context: useApi(orderContext, { params }, { enabled: there, staleTime: 60_000 }),
    views: useApi(orderViews, { params, query: {} }, { enabled: there && seesViews, staleTime: 60_000 }),
    events: useApi(orderEvents, { params }, { enabled: there && seesEvents, staleTime: 60_000 }),
    seesViews,
    seesEvents,
    seesTrace,
  }
}
export type OrderPageData = ReturnType<typeof useOrderPage>

export type News = { entry: StoryEntry | null; at: string }

/**
 * What somebody else did to the order while it was open: it waits behind a quiet line instead of changing under the eyes.
 * One's own change, from this window or another, is shown at once.
 */
export function useNews(orderId: string, version: number | undefined): { news: News | null; show: () => void } {
  const me = useMe()
  const refresh = useRefresh()
  const [news, setNews] = useState<News | null>(null)
  useChanges((change) => {
    if (change.order !== orderId || version === undefined || change.seq <= version) return
    void send(orderTimeline, { params: { orderId } }).then((sent) => {
      const entry = sent.ok ? (sent.reply.entries.at(-1) ?? null) : null
      if (entry?.who === me.id) return refresh()
      setNews({ entry, at: entry?.at ?? change.at })
    })
  })
  return {
    news,
    show: () => {
      setNews(null)
      refresh()
    },
  }
}
