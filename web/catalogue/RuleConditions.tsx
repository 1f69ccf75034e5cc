import type { PartRow } from '#domain/city/part.ts'
import { columnName } from '../admin/part-words.ts'
import { useSay } from '../language.ts'
import type { SayCell } from './rule-filter.ts'
import type { Condition } from './rule-line.ts'

type Props = { row: PartRow; conditions: readonly Condition[]; sayCell: SayCell }

/** `地区 城关街道 · 时段 22:00–06:00`: each condition with its name, for cells and titles. */
export function useConditionText(): (props: Props) => string {
  const say = useSay()
  return ({ row, conditions, sayCell }) =>
    conditions.map((column) => `${say(columnName(column, 'rules'))} ${sayCell(row, column)}`).join(' · ')
}

/** The conditions as small tags, their names in grey: what must hold besides the category. */
export function RuleConditions({ row, conditions, sayCell }: Props) {
  const say = useSay()
  return conditions.map((column) => (
    <span key={column} className="cond">
      <span className="m3">{say(columnName(column, 'rules'))}</span> {sayCell(row, column)}
    </span>
  ))
}
