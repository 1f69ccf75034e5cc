import type { Readable } from 'node:stream'
import exceljs, { type CellValue } from 'exceljs'
import { ImportRefused } from './refused.ts'
import type { TableLine } from './source.ts'
import { keepCharactersWhole } from './whole-characters.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** A sheet's time has no zone; the reader gives it as if it were UTC, a fraction of a second off at times. */
function timeText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE'
  const at = new Date(Math.round(date.getTime() / 1000) * 1000)
  const day = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
}

/** Of a longer number a sheet has kept only fifteen digits: written as it would show it, so that nobody takes it whole. */
const numberText = (value: number): string => (Math.abs(value) < 1e15 ? String(value) : value.toExponential())

/** What a person sees in the cell: a formula's result, a rich text's text, a link's label. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return timeText(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text ?? '').join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value) return cellText(value.text as CellValue)
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result as CellValue)
  return ''
}

const rowsOf = (values: unknown): CellValue[] => (Array.isArray(values) ? values.slice(1) : [])

/**
 * The first sheet of a workbook, row by row. What stays in memory is the workbook's table of distinct texts, which
 * the format keeps apart from its rows.
 */
export async function* sheetLines(input: Readable): AsyncGenerator<TableLine> {
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  } as const
  const book = new exceljs.stream.xlsx.WorkbookReader(input, options)
  keepCharactersWhole(book)
  let width = 0
  try {
    for await (const sheet of book) {
      for await (const row of sheet) {
        const values = Array.from(rowsOf(row.values), cellText)
        width = Math.max(width, values.length)
        // Empty cells at the end of a row are not written in the file.
        while (values.length < width) values.push('')
        yield { row: row.number, values }
      }
      return
    }
  } catch (error) {
    throw new ImportRefused(
      `The workbook is damaged or cut off: ${error instanceof Error ? error.message : error}. 工作簿已损坏或不完整。`,
    )
  }
}
