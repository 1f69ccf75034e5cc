import { expect, test } from 'vitest'
import type { PartRow } from '#domain/city/part.ts'
import { changesBetween } from '#domain/city/row-changes.ts'
import { CatalogueSearch } from './catalogue-search.ts'
import { narrowed, sorted, textsOf } from './rule-filter.ts'
import { linesOf } from './rule-line.ts'

const rows: PartRow[] = [
  { id: 'r-E02', category: 'E02', region: '', lead: 'housing', co: '', priority: '0', basis: '目录' },
  { id: 'r-E0202', category: 'E0202', region: '990101', lead: '@town', co: 'housing;water', priority: '10' },
  {
    id: 'r-E0202-2',
    category: 'E0202',
    timeOfDay: '22:00~06:00',
    keywords: '施工+夜间',
    lead: 'police',
    priority: '2',
  },
  { id: 'r-A01', category: 'A01', lead: 'civil-affairs', from: '2026-12-01', priority: '0' },
  { id: 'r-A02', category: 'A02', lead: 'civil-affairs', to: '2026-11-01', priority: '0' },
  { id: 'r-A03', category: 'A03', lead: 'civil-affairs', active: '0', priority: '0' },
]
const before = rows.filter(({ id }) => id !== 'r-A03').map((row) => (row.id === 'r-E02' ? { ...row, lead: 'x' } : row))
const changes = changesBetween('rules', before, rows)
const lines = linesOf(rows, changes, new Map([['r-E0202', 1]]), '2026-11-25')
const say = (row: PartRow, column: string) =>
  column === 'lead' && row.lead === 'police' ? '公安局' : (row[column] ?? '')
const found = (search: object) => narrowed(lines, CatalogueSearch.parse(search), textsOf(say)).map(({ key }) => key)

test('every column narrows, several together', () => {
  expect(found({ category: 'E02' })).toEqual(['r-E02', 'r-E0202', 'r-E0202-2'])
  expect(found({ unit: 'housing' })).toEqual(['r-E02', 'r-E0202'])
  expect(found({ category: 'E0202', unit: 'housing' })).toEqual(['r-E0202'])
  expect(found({ condition: 'timeOfDay' })).toEqual(['r-E0202-2'])
  expect(found({ word: '夜间' })).toEqual(['r-E0202-2'])
  expect(found({ standing: 'future' })).toEqual(['r-A01'])
  expect(found({ standing: 'expired' })).toEqual(['r-A02'])
  expect(found({ standing: 'closed' })).toEqual(['r-A03'])
})

test('a place shows its own rules and those of what lies around it', () => {
  expect(found({ region: '990101001' })).toEqual(['r-E0202'])
  expect(found({ region: '99' })).toEqual(['r-E0202'])
  expect(found({ region: '990102' })).toEqual([])
})

test('words are found as they read, all of them', () => {
  expect(found({ q: '公安局' })).toEqual(['r-E0202-2'])
  expect(found({ q: 'e0202 police' })).toEqual(['r-E0202-2'])
  expect(found({ q: 'e0202 民政' })).toEqual([])
})

test('faults alone, changed alone', () => {
  expect(found({ only: 'faults' })).toEqual(['r-E0202'])
  expect(found({ only: 'touched' })).toEqual(['r-E02', 'r-A03'])
})

test('numbers sort as numbers, and equal ones keep the order of the catalogue', () => {
  expect(sorted(lines, 'priority', true, say).map(({ key }) => key)).toEqual([
    'r-E0202',
    'r-E0202-2',
    'r-E02',
    'r-A01',
    'r-A02',
    'r-A03',
  ])
  expect(sorted(lines, 'conditions', true, say)[0]?.key).toBe('r-E0202-2')
  expect(sorted(lines, undefined, false, say)).toEqual(lines)
})
