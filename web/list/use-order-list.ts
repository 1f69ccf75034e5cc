import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { OrderFilters } from '#contract/order-query.ts'
import { listOrders } from '#contract/orders.ts'
import type { OrderRow } from '#contract/views.ts'
import { useChanges, useLine } from '../live.ts'
import { addressOf } from '../send.ts'
import { type Refused, replyOf } from '../use-api.ts'
import { useStayed } from './use-stayed.ts'

/** Two screens of rows: the first paint waits for no more. Whoever scrolls gets more at a time. */
const PAGE = 60
const LATER_PAGE = 150
/** Newcomers are looked for at most so often; in between the feed only says that there is something to look for. */
const LOOK_EVERY_MS = 4000
const AT_MOST_NEW = 100

/** As many are fetched anew when the line was down; whoever has scrolled further sees what changed by going back up. */
const FEW_PAGES = 5

type Sort = 'newest' | 'due'
type Page = { orders: OrderRow[]; next: string | null }
type Pages = { pages: Page[]; pageParams: unknown[] }

const asked = (filters: OrderFilters, sort: Sort, limit: number, cursor?: string) => ({
  query: { ...filters, sort, limit, ...(cursor === undefined ? {} : { cursor }) },
})

/** The rows of a list as far as one has scrolled, kept true by the feed, and how many newer ones wait to be shown. */
export function useOrderList(filters: OrderFilters, sort: Sort) {
  const queries = useQueryClient()
  const key = useMemo(
    () => [listOrders.path, 'pages', addressOf(listOrders, asked(filters, sort, PAGE))] as const,
    [filters, sort],
  )
  const list = useInfiniteQuery<Page, Refused, Pages, typeof key, string | undefined>({
    queryKey: key,
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      replyOf(listOrders, asked(filters, sort, pageParam === undefined ? PAGE : LATER_PAGE, pageParam), signal),
    getNextPageParam: (last) => last.next ?? undefined,
    // The feed keeps it true; fetching forty pages again because somebody came back to the window would help nobody.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.orders) ?? [], [list.data])
  const stayed = useStayed(list.isSuccess ? key[2] : null)
  const fresh = useFresh(filters, sort, rows[0]?.id, list.isSuccess)

  // State and light change in place: no row moves, none is fetched for it.
  useChanges(({ order, state, light, seq }) => {
    queries.setQueryData<Pages>(key, (pages) => {
      const known = pages?.pages.some((page) => page.orders.some((row) => row.id === order))
      if (pages === undefined || !known) return pages
      const changed = (row: OrderRow): OrderRow =>
        row.id === order && row.version < seq
          ? { ...row, version: seq, state: state as OrderRow['state'], light: light as OrderRow['light'] }
          : row
      return { ...pages, pages: pages.pages.map((page) => ({ ...page, orders: page.orders.map(changed) })) }
    })
  })

  useMissed(() => {
    const pages = queries.getQueryData<Pages>(key)?.pages.length ?? 0
    if (pages > 0 && pages <= FEW_PAGES) void queries.invalidateQueries({ queryKey: key })
  })

  return { ...list, address: key[2], rows, stayed, fresh, showFresh: () => queries.resetQueries({ queryKey: key }) }
}

/** Calls back when the line stands again after it was down: what changed meanwhile was not heard. */
function useMissed(catchUp: () => void): void {
  const { up } = useLine()
  const was = useRef(up)
  const latest = useRef(catchUp)
  latest.current = catchUp
  useEffect(() => {
    if (up && !was.current) latest.current()
    was.current = up
  }, [up])
}

/** How many orders of this very list came in above its first row. The feed says when to look, the list itself what counts. */
function useFresh(filters: OrderFilters, sort: Sort, first: string | undefined, ready: boolean): number {
  const [fresh, setFresh] = useState(0)
  const look = useRef<ReturnType<typeof setTimeout> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first row is another question
  useEffect(() => {
    setFresh(0)
    return () => {
      if (look.current !== null) clearTimeout(look.current)
      look.current = null
    }
  }, [first, filters, sort])
  useChanges(() => {
    if (sort !== 'newest' || !ready || look.current !== null) return
    look.current = setTimeout(async () => {
      look.current = null
      const newest = await replyOf(listOrders, asked(filters, sort, AT_MOST_NEW)).catch(() => null)
      if (newest === null) return
      const at = first === undefined ? newest.orders.length : newest.orders.findIndex((row) => row.id <= first)
      setFresh(at < 0 ? AT_MOST_NEW : at)
    }, LOOK_EVERY_MS)
  })
  return fresh
}
