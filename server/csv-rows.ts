import { SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import type { Cell } from './export-columns.ts'

/** Excel takes a file for UTF-8 only with this in front. */
const BOM = '\uFEFF'

/** A cell that begins so is a formula to a spreadsheet, whoever wrote it (OWASP, CSV injection): an apostrophe disarms it. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const QUOTED = /[",\r\n]/

const minutes = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return minutes(cell.at)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with its CRLF. */
const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

export async function* csvFile(head: readonly string[], batches: AsyncIterable<readonly (readonly Cell[])[]>) {
  yield Buffer.from(BOM + csvLine(head))
  for await (const rows of batches) yield Buffer.from(rows.map(csvLine).join(''))
}
