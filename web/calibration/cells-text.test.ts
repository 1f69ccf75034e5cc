import { expect, test } from 'vitest'
import { cellsOfText, textOfCells } from './cells-text.ts'

test('a row reads back from its lines, also where a cell has an equals sign', () => {
  const cells = { id: 'c-B02', priority: '0', category: 'B02', basis: '依据 a=b', lead: '@town' }
  expect(cellsOfText(textOfCells(cells))).toEqual(cells)
})

test('empty cells leave no line, and a line without an equals sign says nothing', () => {
  expect(textOfCells({ id: 'x', region: '' })).toBe('id=x')
  expect(cellsOfText('id=x\n随便写的\n=空')).toEqual({ id: 'x' })
})
