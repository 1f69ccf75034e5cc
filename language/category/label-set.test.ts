import { describe, expect, test } from 'vitest'
import { labels } from './category.fixture.ts'
import { labelSetHash, parentsOf, scenesOf, wayTo } from './label-set.ts'

describe('the hash of a label set', () => {
  test('is that of its codes alone: order, names, keywords and closing do not change it', () => {
    const changed = labels.map((label) => ({ ...label, name: `新${label.name}`, keywords: [], offered: false }))
    expect(labelSetHash(changed.reverse())).toBe(labelSetHash(labels))
    expect(labelSetHash(labels)).toMatch(/^[0-9a-f]{16}$/)
  })

  test('tells apart what has one code more, less or other', () => {
    const sets = [labels, labels.slice(1), [...labels, { code: 'W0103' }], [...labels.slice(1), { code: 'S' }]]
    expect(new Set(sets.map(labelSetHash)).size).toBe(4)
  })
})

test('scenes are what is nobody’s parent, and know their way down', () => {
  expect(scenesOf(labels).map(({ code }) => code)).toEqual(['R0101', 'R0102', 'W0101', 'W0102'])
  expect(wayTo('R0102', parentsOf(labels))).toEqual(['R', 'R01', 'R0102'])
  expect(wayTo('Z0101', parentsOf(labels))).toEqual(['Z0101'])
  const circle = new Map([
    ['A', 'B'],
    ['B', 'A'],
  ])
  expect(wayTo('A', circle)).toEqual(['B', 'A'])
})
