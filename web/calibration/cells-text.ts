import type { PartRow } from '#domain/city/part.ts'

/** A row as lines a person can edit: `lead=parks`; empty cells are left out. */
export const textOfCells = (cells: PartRow): string =>
  Object.entries(cells)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `${column}=${value}`)
    .join('\n')

/** Lines without an equals sign say nothing. */
export const cellsOfText = (text: string): PartRow =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf('=')
      return at <= 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]]
    }),
  )
