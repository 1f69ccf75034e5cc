import { useInfiniteQuery } from '@tanstack/react-query'
import type { OrderFilters } from '#contract/order-query.ts'
import { type SearchKind, SearchKind as SearchKinds, type SearchReply, searchAll } from '#contract/search-all.ts'
import { type Refused, replyOf } from '../use-api.ts'

type Asked = { q: string; kind: SearchKind | undefined; filters: OrderFilters; asTyped: boolean }
type Pages = { pages: SearchReply[]; pageParams: number[] }

const PAGE = 20

/** The finds as far as one has read. The cache is this page's memory; nothing of it is kept by the browser. */
export function useHits({ q, kind, filters, asTyped }: Asked) {
  const kinds = kind === undefined ? [...SearchKinds.options] : [kind]
  const found = useInfiniteQuery<SearchReply, Refused, Pages, readonly unknown[], number>({
    queryKey: [searchAll.path, q, kinds, filters, asTyped],
    initialPageParam: 0,
    enabled: q.length > 0,
    staleTime: 30_000,
    queryFn: ({ pageParam, signal }) =>
      replyOf(searchAll, { body: { q, kinds, filters, asTyped, offset: pageParam, limit: PAGE } } as never, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const [first] = found.data?.pages ?? []
  return { ...found, hits: found.data?.pages.flatMap((page) => page.hits) ?? [], first }
}
