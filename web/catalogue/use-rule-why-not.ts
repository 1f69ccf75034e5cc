import { type PartRow, partShape } from '#domain/city/part.ts'
import { columnName } from '../admin/part-words.ts'
import { useSay, useWords } from '../language.ts'
import { panelWords } from './panel-words.ts'
import { isBadSpan, NEEDED } from './rule-cells.ts'

/** Why these cells are no rule yet, or no change of `row`; null: they are. */
export function useRuleWhyNot(row: PartRow | null, cells: PartRow): string | null {
  const words = useWords(panelWords)
  const say = useSay()
  const name = (column: string) => say(columnName(column, 'rules'))
  const missing = NEEDED.find((column) => (cells[column] ?? '').trim() === '')
  const bad = (['timeOfDay', 'season'] as const).find((column) => isBadSpan(cells, column))
  const [from, to] = [cells.from ?? '', cells.to ?? '']
  if (missing !== undefined) return words.needed(name(missing))
  if (bad !== undefined) return words.badSpan[bad]
  if (from !== '' && to !== '' && to < from) return words.backwards
  if (!/^-?\d*$/.test((cells.priority ?? '').trim())) return words.notNumber
  const same = row !== null && partShape.rules.columns.every((column) => (row[column] ?? '') === (cells[column] ?? ''))
  return same ? words.same : null
}
