import type { PartRow } from '#domain/city/part.ts'
import { keyOf, type RowChanges } from '#domain/city/row-changes.ts'
import { RuleCondition } from '#domain/city/vocabulary.ts'

/** What narrows a rule besides its category. */
export const CONDITIONS = RuleCondition.exclude(['category']).options
export type Condition = (typeof CONDITIONS)[number]

export type Standing = 'in-force' | 'future' | 'expired' | 'closed'
type Touch = 'added' | 'changed'

/** A rule as the table shows it: its cells, where it stands in the draft, what is wrong with it. */
export type RuleLine = {
  key: string
  row: PartRow
  /** its place among the rows, the first being 0 */
  at: number
  standing: Standing
  touch: Touch | null
  conditions: readonly Condition[]
  faults: number
}

export const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Whether a rule would speak on that day; a closed one never does. Days are `YYYY-MM-DD` in the city's own time. */
function standingOf(row: PartRow, today: string): Standing {
  if (row.active === '0') return 'closed'
  if ((row.from ?? '') > today) return 'future'
  const to = row.to ?? ''
  return to !== '' && to < today ? 'expired' : 'in-force'
}

export function linesOf(
  rows: readonly PartRow[],
  changes: RowChanges,
  faults: ReadonlyMap<string, number>,
  today: string,
): RuleLine[] {
  const changed = new Set(changes.changed.map(({ key }) => key))
  const added = new Set(changes.added.map((row) => keyOf('rules', row)))
  return rows.map((row, at) => {
    const key = keyOf('rules', row)
    return {
      key,
      row,
      at,
      standing: standingOf(row, today),
      touch: added.has(key) ? 'added' : changed.has(key) ? 'changed' : null,
      conditions: CONDITIONS.filter((column) => (row[column] ?? '') !== ''),
      faults: faults.get(key) ?? 0,
    }
  })
}
