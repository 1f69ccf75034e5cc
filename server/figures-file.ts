import { Readable } from 'node:stream'
import type { Download } from '#contract/files.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import type { Shell } from './shell.ts'

export type Cell = string | number | null
export type FigureFormat = 'xlsx' | 'csv'

const MIME: Record<FigureFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A cell that begins like a formula is kept a text: a spreadsheet would calculate it (CWE-1236). */
const plain = (cell: Cell): string => {
  const text = String(cell ?? '')
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The mark at the beginning makes Excel read UTF-8. */
const csv = (rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((row) => row.map((cell) => quoted(plain(cell))).join(',')).join('\r\n')}\r\n`)

async function xlsx(rows: readonly (readonly Cell[])[], name: string): Promise<Buffer> {
  // At its first use: a server that starts does without its hundred modules.
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  const sheet = book.addWorksheet(name)
  sheet.addRows(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell))))
  sheet.columns.forEach((column, index) => {
    column.width = index < 2 ? 24 : 14
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

type Wish = {
  /** of the sheet and, with the moment, of the file; `plainName` for programs that read no Chinese */
  title: string
  stamp: string
  plainName: string
  format: FigureFormat
  entry: { action: string; target: string; detail: Readonly<Record<string, unknown>> }
}

/** Figures as a file: nobody's data; who took them out is in the log of the house. */
export async function figuresFile(shell: Shell, rows: readonly (readonly Cell[])[], wish: Wish): Promise<Download> {
  const { title, format, entry } = wish
  const content = format === 'csv' ? csv(rows) : await xlsx(rows, title)
  await addToAdminLog(shell.db, { ...entry, actor: shell.actor.id, detail: { format, ...entry.detail } }, shell.at)
  const name = `${title}-${wish.stamp}.${format}`
  shell.reply.header(
    'content-disposition',
    `attachment; filename="${wish.plainName}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  return { stream: Readable.from([content]), mime: MIME[format], name, bytes: content.byteLength }
}
