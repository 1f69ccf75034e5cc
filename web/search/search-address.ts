import { SearchKind } from '#contract/search-all.ts'
import { hasPhone } from '../frame/has-phone.ts'
import { filtersOf, type ListSearch, readSearch } from '../list/list-search.ts'

/** The page's address: what was typed, which kind is shown, and the filters of the order list. */
export type SearchAddress = Omit<ListSearch, 'text' | 'sort' | 'view'> & {
  q?: string | undefined
  tab?: SearchKind | undefined
  /** yes: nothing beside what was typed */
  plain?: 'yes' | undefined
  /** yes: what was typed may stand in no address; it is kept by this page as long as it is open */
  kept?: 'yes' | undefined
}

/** Bank cards and identity numbers are longer than any number of ours without letters. */
const LONG_NUMBER = /\d(?:[\s-]?\d){10,}[\dXx]?/

/** A number that is somebody's may stand in no address. */
export const isPersonal = (text: string): boolean => hasPhone(text) || LONG_NUMBER.test(text)

const QUESTION_AT_MOST = 200

export function readAddress(raw: Record<string, unknown>): SearchAddress {
  const { text: _text, sort: _sort, view: _view, ...filters } = readSearch(raw)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, QUESTION_AT_MOST) : ''
  const tab = SearchKind.safeParse(raw.tab)
  return {
    ...filters,
    q: q === '' || isPersonal(q) ? undefined : q,
    tab: tab.success ? tab.data : undefined,
    plain: raw.plain === 'yes' ? 'yes' : undefined,
    kept: raw.kept === 'yes' ? 'yes' : undefined,
  }
}

/** Its filters alone, as the list has them. */
export const listPart = ({ q: _q, tab: _tab, plain: _plain, kept: _kept, ...filters }: SearchAddress): ListSearch =>
  filters

export const filtersIn = (address: SearchAddress) => filtersOf(listPart(address))

let keptQuestion = ''

/** The address of a question; one that holds somebody's number stays in this page's memory instead. */
export function addressFor(q: string, rest: SearchAddress): SearchAddress {
  const typed = q.trim().slice(0, QUESTION_AT_MOST)
  const { q: _q, kept: _kept, plain: _plain, ...others } = rest
  if (typed === '') return others
  if (!isPersonal(typed)) return { ...others, q: typed }
  keptQuestion = typed
  return { ...others, kept: 'yes' }
}

/** What was asked; null: it was kept by a page that is closed. */
export const questionIn = ({ q, kept }: SearchAddress): string | null =>
  kept === 'yes' ? keptQuestion || null : (q ?? '')
