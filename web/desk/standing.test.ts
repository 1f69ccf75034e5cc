import { expect, test } from 'vitest'
import { nextOf, standing } from './standing.ts'

const row = (id: string, title = id) => ({ id, title })

test('rows keep their place, take what is new about them, and newcomers wait', () => {
  const kept = [row('a'), row('b'), row('c')]
  const seen = standing(kept, [row('x'), row('c', 'changed'), row('a')])
  expect(seen.rows).toEqual([
    { row: row('a'), gone: false },
    { row: row('b'), gone: true },
    { row: row('c', 'changed'), gone: false },
  ])
  expect(seen.arrived).toBe(1)
})

test.each([
  ['the one below', 'a', 'c'],
  ['the one above where none is below', 'c', 'a'],
  ['the first where the order is not in the list', 'z', 'a'],
])('goes on with %s, past what is gone', (_, from, expected) => {
  const { rows } = standing([row('a'), row('b'), row('c')], [row('a'), row('c')])
  expect(nextOf(rows, from)?.id).toBe(expected)
})

test('an empty pool leads nowhere', () => {
  expect(nextOf(standing([row('a')], [row('a')]).rows, 'a')).toBeNull()
})
