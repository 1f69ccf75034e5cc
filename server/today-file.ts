import { Readable } from 'node:stream'
import ExcelJs from 'exceljs'
import type { Download } from '#contract/files.ts'
import type { Today } from '#contract/today.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import type { Shell } from './shell.ts'
import { type Cell, localTime, sheetRows, todayWords } from './today-rows.ts'

type Wish = { format: 'xlsx' | 'csv'; language: 'zh' | 'en' }

const MIME = {
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
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet(name)
  sheet.addRows(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell))))
  sheet.columns.forEach((column, index) => {
    column.width = index < 2 ? 24 : 14
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The board as a file: figures only, nobody's data; who took them out is in the log of the house. */
export async function todayFile(shell: Shell, board: Today, { format, language }: Wish): Promise<Download> {
  const rows = sheetRows(board, language)
  const words = todayWords[language]
  const content = format === 'csv' ? csv(rows) : await xlsx(rows, words.title)
  const entry = { actor: shell.actor.id, action: 'export-today', target: board.region?.code ?? 'city' }
  await addToAdminLog(
    shell.db,
    { ...entry, detail: { format, compare: board.compare, cutoff: board.cutoff } },
    shell.at,
  )
  const name = `${words.title}-${localTime(board.cutoff).slice(0, 16).replace(/\D/g, '')}.${format}`
  shell.reply.header(
    'content-disposition',
    `attachment; filename="today.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  return { stream: Readable.from([content]), mime: MIME[format], name, bytes: content.byteLength }
}
