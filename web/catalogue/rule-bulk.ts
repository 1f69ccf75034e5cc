import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'

/** What a bulk edit may set: one column, the same value in every chosen row. */
export const bulkColumns = [
  'lead',
  'co',
  'handling',
  'profile',
  'basis',
  'owner',
  'priority',
  'from',
  'to',
  'active',
] as const
export type BulkColumn = (typeof bulkColumns)[number]

type BulkChange = { key: string; from: string; to: string }
type Bulk = { rows: PartRow[]; changes: readonly BulkChange[]; same: number }

/** The rows with one column set in the chosen ones; what had the value already is counted and left as it is. */
export function bulkEdit(
  rows: readonly PartRow[],
  chosen: ReadonlySet<string>,
  column: BulkColumn,
  value: string,
): Bulk {
  const changes: BulkChange[] = []
  let same = 0
  const next = rows.map((row) => {
    const key = keyOf('rules', row)
    if (!chosen.has(key)) return row
    const from = row[column] ?? ''
    if (from === value) {
      same += 1
      return row
    }
    changes.push({ key, from, to: value })
    return { ...row, [column]: value }
  })
  return { rows: next, changes, same }
}

/** `r-E0202-2`: the scene's code, and a number where it is taken. */
export function freshKey(rows: readonly PartRow[], category: string | undefined): string {
  const known = new Set(rows.map((row) => keyOf('rules', row)))
  const base = `r-${category === undefined || category === '' ? 'all' : category}`
  if (!known.has(base)) return base
  let n = 2
  while (known.has(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}

/** Copies stand right after what they were copied from, with ids of their own. */
export function duplicated(rows: readonly PartRow[], chosen: ReadonlySet<string>): { rows: PartRow[]; keys: string[] } {
  const keys: string[] = []
  const next: PartRow[] = [...rows]
  for (const row of rows) {
    if (!chosen.has(keyOf('rules', row))) continue
    const id = freshKey(next, row.category)
    keys.push(id)
    next.splice(next.indexOf(row) + 1, 0, { ...row, id })
  }
  return { rows: next, keys }
}
