import { expect, test } from 'vitest'
import { bulkEdit, duplicated, freshKey } from './rule-bulk.ts'

const rows = [
  { id: 'r-E0202', category: 'E0202', lead: 'housing' },
  { id: 'r-E0202-2', category: 'E0202', lead: 'police' },
  { id: 'r-A01', category: 'A01', lead: 'housing' },
]

test('one column of the chosen rows is set; what had it already is counted', () => {
  const { rows: next, changes, same } = bulkEdit(rows, new Set(['r-E0202', 'r-E0202-2']), 'lead', 'police')
  expect(changes).toEqual([{ key: 'r-E0202', from: 'housing', to: 'police' }])
  expect(same).toBe(1)
  expect(next.map(({ lead }) => lead)).toEqual(['police', 'police', 'housing'])
})

test('a column that the row never had counts as empty', () => {
  expect(bulkEdit(rows, new Set(['r-A01']), 'owner', '').same).toBe(1)
  expect(bulkEdit(rows, new Set(['r-A01']), 'owner', 'housing').changes).toEqual([
    { key: 'r-A01', from: '', to: 'housing' },
  ])
})

test('a copy stands after its original under an id of its own', () => {
  const { rows: next, keys } = duplicated(rows, new Set(['r-E0202', 'r-A01']))
  expect(keys).toEqual(['r-E0202-3', 'r-A01-2'])
  expect(next.map(({ id }) => id)).toEqual(['r-E0202', 'r-E0202-3', 'r-E0202-2', 'r-A01', 'r-A01-2'])
})

test('a new rule is named by its scene', () => {
  expect(freshKey(rows, 'B0101')).toBe('r-B0101')
  expect(freshKey(rows, '')).toBe('r-all')
})
