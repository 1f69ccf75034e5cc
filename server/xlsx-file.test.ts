import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Cell } from './export-columns.ts'
import { xlsxFile } from './xlsx-file.ts'

const HEAD = [
  { title: 'n', width: 8 },
  { title: 'text', width: 20 },
]

/** Batches of three, and what became of their source. */
function batches(rows: number) {
  const seen = { asked: 0, ended: false }
  async function* source(): AsyncGenerator<Cell[][]> {
    try {
      for (let at = 0; at < rows; at += 3) {
        seen.asked += 1
        yield Array.from({ length: Math.min(3, rows - at) }, (_, i) => [at + i, `第 ${at + i} 行`])
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, source: source() }
}

async function read(rows: number, most: number) {
  const book = new ExcelJS.Workbook()
  const bytes = await buffer(xlsxFile('清单', HEAD, batches(rows).source, most))
  await book.xlsx.read(Readable.from([bytes]))
  return book.worksheets.map((sheet) => [sheet.name, sheet.rowCount - 1, sheet.getCell(2, 1).value])
}

test.each([
  [0, 5, [['清单', 0, null]]],
  [4, 5, [['清单', 4, 0]]],
  [
    11,
    5,
    [
      ['清单 1', 5, 0],
      ['清单 2', 5, 5],
      ['清单 3', 1, 10],
    ],
  ],
])('%i rows, %i a sheet', async (rows, most, sheets) => {
  expect(await read(rows, most)).toEqual(sheets)
})

test('what XML cannot carry is left out, what means something to it is written as text', async () => {
  const text = 'a\u0000\u0008<b attr="x">&amp; 😀 =1+1'
  async function* one(): AsyncGenerator<Cell[][]> {
    yield [[1, text]]
  }
  const book = new ExcelJS.Workbook()
  await book.xlsx.read(Readable.from([await buffer(xlsxFile('清单', HEAD, one()))]))
  expect(book.worksheets[0]?.getCell(2, 2).value).toBe('a<b attr="x">&amp; 😀 =1+1')
})

test('whoever leaves stops the reading', async () => {
  const { seen, source } = batches(3_000_000)
  for await (const _ of xlsxFile('清单', HEAD, source)) if (seen.asked > 100) break
  await expect.poll(() => seen.ended).toBe(true)
  expect(seen.asked).toBeLessThan(5_000)
})
