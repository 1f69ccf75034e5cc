import type { SearchFinds } from '#contract/search.ts'
import type { OrderRow } from '#contract/views.ts'
import type { ListSearch } from '../list/list-search.ts'
import { hasPhone } from './has-phone.ts'
import type { Page } from './rail.ts'

type Group = 'recent' | 'all' | 'pages' | 'orders' | 'units' | 'places' | 'categories'
/** Where a hit leads. */
export type Target =
  | { kind: 'order'; id: string }
  | { kind: 'list'; search: ListSearch }
  | { kind: 'search'; q: string }
  | { kind: 'page'; to: string }
  | { kind: 'again'; text: string }
export type Hit = {
  key: string
  group: Group
  label: string
  note: string
  order?: OrderRow
  reason?: SearchFinds['orders'][number]['reason']
  target: Target
}

const isNumber = (q: string): boolean => /^[A-Za-z]{1,6}[-\d]{4,}$/.test(q)

/** Everything that says it, ranked; a number leads to the list. Not for a phone, which may stand in no address. */
function allHit(q: string): Hit[] {
  if (hasPhone(q) || /^\d{1,5}$/.test(q)) return []
  const target: Target = isNumber(q) ? { kind: 'list', search: { no: q } } : { kind: 'search', q }
  return [{ key: 'all', group: 'all', label: q, note: '', target }]
}

const orderHit = ({ reason, order }: SearchFinds['orders'][number]): Hit => ({
  key: `order-${reason}-${order.id}`,
  group: 'orders',
  label: order.title,
  note: order.no,
  order,
  reason,
  target: { kind: 'order', id: order.id },
})

const listHit = (key: string, group: Group, label: string, note: string, search: ListSearch): Hit => ({
  key,
  group,
  label,
  note,
  target: { kind: 'list', search },
})

/**
 * All hits in the order they are shown: an order that was named by its number first, so that Enter opens it; else
 * all that says it, then pages, orders, and what has a name.
 */
export function hitsOf(q: string, finds: SearchFinds | undefined, pages: readonly (Page & { said: string })[]): Hit[] {
  const orders = (finds?.orders ?? []).map(orderHit)
  const named = orders.filter(({ reason }) => reason !== 'words')
  const byWords = orders.filter(({ reason }) => reason === 'words')
  const lower = q.toLowerCase()
  return [
    ...named,
    ...allHit(q),
    ...pages
      .filter(({ said }) => said.toLowerCase().includes(lower))
      .map(
        ({ to, said }): Hit => ({
          key: `page-${to}`,
          group: 'pages',
          label: said,
          note: '',
          target: { kind: 'page', to },
        }),
      ),
    ...byWords,
    ...(finds?.units ?? []).map(({ id, name }) => listHit(`unit-${id}`, 'units', name, '', { unit: id })),
    ...(finds?.places ?? []).map(({ name, region, path }) =>
      listHit(`place-${region}-${name}`, 'places', name, path.map((step) => step.name).join(' '), { region }),
    ),
    ...(finds?.categories ?? []).map(({ code, name, path }) =>
      listHit(`category-${code}`, 'categories', name, `${code} · ${path}`, { category: code }),
    ),
  ]
}

export const recentHits = (recent: readonly string[]): Hit[] =>
  recent.map((text) => ({
    key: `recent-${text}`,
    group: 'recent',
    label: text,
    note: '',
    target: { kind: 'again', text },
  }))

/** Neighbours of one group under one heading; a group that is parted (orders by number, orders by words) shows twice. */
export function grouped(hits: readonly Hit[]): { group: Group; hits: Hit[] }[] {
  const groups: { group: Group; hits: Hit[] }[] = []
  for (const hit of hits) {
    const last = groups.at(-1)
    if (last?.group === hit.group) last.hits.push(hit)
    else groups.push({ group: hit.group, hits: [hit] })
  }
  return groups
}
