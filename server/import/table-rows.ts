import type { Cells, Field } from './fields.ts'
import { matchColumns } from './match-columns.ts'
import { ImportRefused } from './refused.ts'
import type { Reading, SourceRow, TableLine } from './source.ts'

const isBlank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '')

function cellsOf(fields: readonly (Field | null)[], values: readonly string[]): Cells {
  const cells: Cells = {}
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]
    const value = values[i]?.trim()
    if (field != null && value !== undefined && value !== '') cells[field] = value
  }
  return cells
}

/**
 * A line with fewer or more cells than the header is no row: a file cut in the middle, or a text whose commas nobody
 * quoted, would otherwise be taken for a request that nobody made.
 */
function rowOf(row: number, values: readonly string[], fields: readonly (Field | null)[]): SourceRow {
  const tooMany = values.length > fields.length && !isBlank(values.slice(fields.length))
  if (values.length >= fields.length && !tooMany) return { row, cells: cellsOf(fields, values) }
  const broken = `${fields.length} cells, as the header has: a line cut off, or separators not in quotes? 单元格数应与表头一致`
  return { row, broken, found: `${values.length} cells` }
}

/** The first line that is not blank is the header. */
export async function* tableRows(lines: AsyncIterable<TableLine>, reading: Reading): AsyncGenerator<SourceRow> {
  let fields: readonly (Field | null)[] | null = null
  for await (const line of lines) {
    if ('broken' in line) {
      if (fields === null) throw new ImportRefused(`The header cannot be read 表头无法读取: ${line.broken}`)
      yield line
      continue
    }
    if (isBlank(line.values)) continue
    if (fields !== null) {
      yield rowOf(line.row, line.values, fields)
      continue
    }
    const matched = matchColumns(line.values, reading.map)
    fields = matched.fields
    reading.ignored(matched.ignored)
  }
  if (fields === null) throw new ImportRefused('The file has no header row. 文件中没有表头。')
}
