import { Readable } from 'node:stream'
import type { Download } from '#contract/files.ts'
import type { PartRow } from '#domain/city/part.ts'
import type { Shell } from './shell.ts'

type TableFormat = 'xlsx' | 'csv'

const MIME: Record<TableFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection). */
const guarded = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** With a byte-order mark, which is how spreadsheets know UTF-8. */
const csvOf = (columns: readonly string[], rows: readonly PartRow[]): Buffer =>
  Buffer.from(
    `\ufeff${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.map((cell) => quoted(guarded(cell))).join(','))
      .join('\r\n')}\r\n`,
  )

async function workbookOf(columns: readonly string[], rows: readonly PartRow[]): Promise<Buffer> {
  const { Workbook } = (await import('exceljs')).default
  const sheet = new Workbook().addWorksheet('data', { views: [{ state: 'frozen', ySplit: 1 }] })
  const widest = (column: string) => Math.max(column.length, ...rows.slice(0, 200).map((r) => (r[column] ?? '').length))
  // Text throughout: a region code is no number, and 2026-02-14 shall come back as it was written.
  sheet.columns = columns.map((column) => ({
    header: column,
    key: column,
    width: Math.min(60, Math.max(8, widest(column) * 1.6)),
    style: { numFmt: '@' },
  }))
  sheet.addRows(rows.map((row) => columns.map((column) => row[column] ?? '')))
  sheet.getRow(1).font = { bold: true }
  return Buffer.from(await sheet.workbook.xlsx.writeBuffer())
}

/** The table as a file to save, named and guarded against being shown as a page. */
export async function tableDownload(
  shell: Pick<Shell, 'reply'>,
  name: string,
  format: TableFormat,
  columns: readonly string[],
  rows: readonly PartRow[],
): Promise<Download> {
  const content = format === 'csv' ? csvOf(columns, rows) : await workbookOf(columns, rows)
  const file = `${name}.${format}`
  shell.reply.header('Content-Disposition', `attachment; filename="${file}"`)
  shell.reply.header('Cache-Control', 'private, no-store')
  return { stream: Readable.from(content), mime: MIME[format], name: file, bytes: content.length }
}
