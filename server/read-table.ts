import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { TABLE_BYTES } from '#contract/city-versions.ts'
import { ImportRefused } from './import/refused.ts'
import type { Shell } from './shell.ts'
import { uploadBytes } from './upload-bytes.ts'

/** A row as it was typed, with the line a spreadsheet shows beside it. */
type TableRow = { row: number; cells: Record<string, string> }
export type TableFault = { row: number | null; column: string | null; found: string; expected: string }
export type Table = { columns: readonly string[]; rows: readonly TableRow[]; faults: readonly TableFault[] }

/** A workbook is packed: what it unpacks to is asked of its own directory before it is unpacked. */
const UNPACKED_BYTES = 80 * 1024 * 1024
const MAX_ROWS = 20_000

/** Tables are small, and are judged whole. */
export const tableBytes = (shell: Shell) => uploadBytes(shell, TABLE_BYTES)

const isWorkbook = (bytes: Buffer): boolean => bytes.readUInt32BE(0) === 0x504b0304

/** XLSX by its first bytes, else comma-separated text; null: neither. */
export async function readTable(bytes: Buffer): Promise<Table | null> {
  if (bytes.length < 4) return null
  const lines = isWorkbook(bytes) ? await workbookLines(bytes) : csvLines(bytes)
  return lines === null || 'faults' in lines ? lines : asTable(lines)
}

const CsvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

type Line = { row: number; cells: readonly string[] }

function asTable([header, ...lines]: readonly Line[]): Table | null {
  if (header === undefined || lines.length > MAX_ROWS) return null
  const columns = header.cells.map((cell) => cell.trim())
  return {
    columns: columns.filter((column) => column !== ''),
    rows: lines
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ row, cells }) => ({
        row,
        cells: Object.fromEntries(
          columns.flatMap((column, i) => (column === '' ? [] : [[column, unguarded((cells[i] ?? '').trim())]])),
        ),
      })),
    faults: [],
  }
}

/** The export puts an apostrophe before what a spreadsheet would take for a formula; it is not part of the value. */
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/** Chinese Excel writes CSV in GB18030 unless told otherwise; text that is not UTF-8 is read as that. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function csvLines(bytes: Buffer): Line[] | Table | null {
  const text = textOf(bytes)
  if (text.includes('\u0000')) return null
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const
    return CsvRecords.parse(parse(text, options)).map(({ record, info }) => ({ row: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error.lines === 'number' ? error.lines : null
    const fault = { row, column: null, found: error.message, expected: 'a comma-separated table with a header' }
    return { columns: [], rows: [], faults: [fault] }
  }
}

/** Sum of the sizes that the packed parts name for themselves (PKWARE APPNOTE 4.3.12). */
function unpackedBytes(bytes: Buffer): number {
  let [sum, at] = [0, bytes.indexOf('PK\u0001\u0002', 0, 'latin1')]
  while (at >= 0 && at + 46 <= bytes.length) {
    sum += bytes.readUInt32LE(at + 24)
    at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  }
  return sum
}

async function workbookLines(bytes: Buffer): Promise<Line[] | null> {
  if (unpackedBytes(bytes) > UNPACKED_BYTES) return null
  const lines: Line[] = []
  try {
    for await (const line of sheetRows(bytes)) {
      if (lines.length > MAX_ROWS || !('values' in line)) return null
      lines.push({ row: line.row, cells: line.values.map(withoutMidnight) })
    }
  } catch (error) {
    if (error instanceof ImportRefused) return null
    throw error
  }
  return lines
}

async function* sheetRows(bytes: Buffer) {
  const { sheetLines } = await import('./import/read-sheet.ts')
  yield* sheetLines(Readable.from([bytes]))
}

/** A date typed into a sheet is a moment to the sheet and a day to the person. */
const withoutMidnight = (cell: string): string => cell.replace(/^(\d{4}-\d\d-\d\d) 00:00:00$/, '$1')
