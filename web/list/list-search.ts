import { OrderFilters, OrderSort } from '#contract/order-query.ts'

export type FilterKey = keyof OrderFilters
/** The list's address: filters as plain text, several values with commas, the order, and the view it came from. */
export type ListSearch = { [Key in FilterKey | 'sort' | 'view']?: string | undefined }

const filterKeys = Object.keys(OrderFilters.shape) as FilterKey[]

/** The router reads `990101` and `["a"]` as JSON; in a list's address everything is text again. */
const textOf = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return value.map(String).join(',')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/**
 * What an address says and the list understands; the rest of it is left out, so that an old link still opens. Left out is
 * written as undefined: the router lays this over the raw address, where a key that is merely missing would stay.
 */
export function readSearch(raw: Record<string, unknown>): ListSearch {
  const search: ListSearch = {}
  for (const key of filterKeys) {
    const text = textOf(raw[key])
    const understood = text !== undefined && text !== '' && OrderFilters.shape[key].safeParse(text).success
    if (understood) search[key] = text
    else if (key in raw) search[key] = undefined
  }
  if ('sort' in raw) search.sort = raw.sort === OrderSort.enum.due ? 'due' : undefined
  const view = textOf(raw.view)
  return view === undefined ? search : { ...search, view }
}

/** The filters as the API takes them. */
export function filtersOf(search: ListSearch): OrderFilters {
  const { sort: _sort, view: _view, ...filters } = search
  return OrderFilters.parse(filters)
}

/** The same list, whichever view it came from: keys in one order, values as they stand. */
export function sameList(a: ListSearch, b: ListSearch): boolean {
  const plain = (search: ListSearch) =>
    [...filterKeys, 'sort' as const].map((key) => `${key}=${search[key] ?? ''}`).join('&')
  return plain(a) === plain(b)
}

/** Filters that are set, in the order the contract lists them. */
export const setFilters = (search: ListSearch): FilterKey[] => filterKeys.filter((key) => search[key] !== undefined)
