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
 * The first line that is not blank is the header. A line with fewer or more cells than it is no row: a file cut in the
 * middle, or a text whose commas nobody quoted, would otherwise be taken for a request that nobody made.
 */
export async function* tableRows(lines: AsyncIterable<TableLine>, reading: Reading): AsyncGenerator<SourceRow> {
  let fields: readonly (Field | null)[] | null = null
  for await (const line of lines) {
    if ('broken' in line) {
      if (fields === null) throw new ImportRefused(`The header cannot be read 表头无法读取: ${line.broken}`)
      yield line
    } else if (isBlank(line.values)) continue
    else if (fields === null) {
      const matched = matchColumns(line.values, reading.map)
      fields = matched.fields
      reading.ignored(matched.ignored)
    } else {
      const { row, values } = line
      const tooMany = values.length > fields.length && !isBlank(values.slice(fields.length))
      if (values.length < fields.length || tooMany)
        yield { row, broken: cellCount(fields.length), found: `${values.length} cells` }
      else yield { row, cells: cellsOf(fields, values) }
    }
  }
  if (fields === null) throw new ImportRefused('The file has no header row. 文件中没有表头。')
}

const cellCount = (cells: number): string =>
  `${cells} cells, as the header has; is the line cut off, or a text with separators not quoted? 单元格数应与表头一致`
