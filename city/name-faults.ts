import type { Fault } from './city-fault.ts'
import type { Line } from './read-files.ts'

/** A cell that names something no table has; an empty cell names nothing. */
export const missing =
  (file: string, known: ReadonlySet<string>, what: string) =>
  (row: number, column: string, name: string | null): Fault[] =>
    name === null || known.has(name) ? [] : [{ file, row, column, found: `"${name}"`, expected: what }]

/** Every row whose key an earlier row has. */
export function repeats<Row>(
  file: string,
  column: string,
  lines: readonly Line<Row>[],
  keyOf: (row: Row) => string,
): Fault[] {
  const first = new Map<string, number>()
  return lines.flatMap(({ row, value }) => {
    const key = keyOf(value)
    const earlier = first.get(key)
    if (earlier !== undefined)
      return [{ file, row, column, found: `"${key}" again`, expected: `it once; row ${earlier} has it` }]
    first.set(key, row)
    return []
  })
}
