import { expect, test } from 'vitest'
import type { SearchFinds } from '#contract/search.ts'
import { grouped, hitsOf } from './search-hits.ts'

const order = (id: string) => ({ id, no: `HL261125000${id}`, title: '路灯' }) as SearchFinds['orders'][number]['order']
const finds = (more: Partial<SearchFinds>): SearchFinds => ({
  orders: [],
  units: [],
  places: [],
  categories: [],
  withheld: [],
  ...more,
})
const PAGES = [{ to: '/board', said: '今日', name: { zh: '今日', en: 'Today' }, needs: 'getFigures' as const }]

test('an order named by its number comes first, so that Enter opens it', () => {
  const hits = hitsOf('32552', finds({ orders: [{ reason: 'last-digits', order: order('32552') }] }), PAGES)
  expect(hits.map(({ group, target }) => [group, target.kind])).toEqual([['orders', 'order']])
})

test('words lead to all that says them first, then to pages and what was found', () => {
  const hits = hitsOf('今日', finds({ orders: [{ reason: 'words', order: order('1') }] }), PAGES)
  expect(hits.map(({ group }) => group)).toEqual(['all', 'pages', 'orders'])
  expect(hits[0]?.target).toEqual({ kind: 'search', q: '今日' })
})

test('a phone leads to no address', () => {
  const hits = hitsOf('13800001234', finds({ orders: [{ reason: 'phone', order: order('1') }] }), PAGES)
  expect(JSON.stringify(hits.map(({ target }) => target))).not.toContain('13800001234')
})

test('groups are parted where another kind stands between', () => {
  const hits = hitsOf(
    '路灯',
    finds({
      orders: [
        { reason: 'number', order: order('1') },
        { reason: 'words', order: order('2') },
      ],
    }),
    PAGES,
  )
  expect(grouped(hits).map(({ group }) => group)).toEqual(['orders', 'all', 'orders'])
})
