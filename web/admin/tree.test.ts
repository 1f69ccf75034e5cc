import { expect, test } from 'vitest'
import type { PartRow } from '#domain/city/part.ts'
import { branches } from './tree.ts'

const rows: PartRow[] = [
  { code: 'A', name: '民生', parent: '' },
  { code: 'A01', name: '救助', parent: 'A' },
  { code: 'A0101', name: '低保', parent: 'A01' },
  { code: 'B', name: '城建', parent: '' },
  { code: 'C01', name: '孤儿', parent: 'C' },
]
const shown = (opened: string[], words = '') =>
  branches('categories', rows, new Set(opened), words).map(({ key, depth }) => `${depth}${key}`)

test('closed branches show their heads; a row without its parent stands at the top', () => {
  expect(shown([])).toEqual(['0A', '0B', '0C01'])
  expect(shown(['A', 'A01'])).toEqual(['0A', '1A01', '2A0101', '0B', '0C01'])
})

test('a search shows hits with what lies above them', () => {
  expect(shown([], '低保')).toEqual(['0A', '1A01', '2A0101'])
  expect(shown([], '无')).toEqual([])
})
