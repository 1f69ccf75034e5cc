import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type SupervisedOrder, supervisedOrders } from '#contract/supervision.ts'
import { useChanges } from '../live.ts'
import type { ReplyOf } from '../send.ts'
import { keyOf, type Refused, replyOf } from '../use-api.ts'
import type { SupervisionSearch } from './search.ts'

type Page = ReplyOf<typeof supervisedOrders>

/** The list page by page. What changes meanwhile is announced; nothing moves under the hand until it is asked for. */
export function useSupervised(search: SupervisionSearch) {
  const query = { light: search.light ?? ('red' as const), unit: search.unit, region: search.region, limit: 30 }
  const [fresh, setFresh] = useState(false)
  const list = useInfiniteQuery<Page, Refused, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: keyOf(supervisedOrders, { query }),
    queryFn: ({ pageParam, signal }) => replyOf(supervisedOrders, { query: { ...query, cursor: pageParam } }, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
  })
  const pages = list.data?.pages ?? []
  const rows: SupervisedOrder[] = pages.flatMap((page) => page.orders)
  const known = new Set(rows.map((row) => row.id as string))
  const light = query.light
  useChanges((change) => {
    if (list.isSuccess && (change.light === light) !== known.has(change.order)) setFresh(true)
  })
  return {
    ...{ rows, first: pages[0], error: list.error, isPending: list.isPending, fresh },
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
    loadingMore: list.isFetchingNextPage,
    refresh: async () => {
      await list.refetch()
      setFresh(false)
    },
  }
}
