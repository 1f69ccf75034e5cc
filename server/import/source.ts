import type { Cells } from './fields.ts'
import type { ColumnMap } from './match-columns.ts'

/** A row as read, or why it could not be: `row` counts as a spreadsheet does (header 1), in JSON lines the line. */
export type SourceRow = { row: number; cells: Cells } | { row: number; broken: string; found: string }

export type Reading = {
  map: ColumnMap
  /** told once, when the header has been read */
  ignored: (columns: readonly string[]) => void
}

/** One line of a table: its cells in the order of the header, or why it could not be read. */
export type TableLine = { row: number; values: readonly string[] } | { row: number; broken: string; found: string }
