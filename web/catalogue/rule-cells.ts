import type { z } from 'zod'
import { SeasonSpan, TimeSpan } from '#domain/city/city.ts'
import type { PartRow } from '#domain/city/part.ts'

/** How a span is written in a cell of rules.csv: `22:00~06:00`, `11-15~03-15`. */
export const SPAN_SIGN = '~'
export type SpanColumn = 'timeOfDay' | 'season'

/** Required in every rule; the id is given by the page. */
export const NEEDED = ['lead', 'basis'] as const

const SPAN: Record<SpanColumn, z.ZodType> = { timeOfDay: TimeSpan, season: SeasonSpan }

/** Half a span, or an edge that is no time or day, is no condition: it is named beside the button before it is sent. */
export function isBadSpan(row: PartRow, column: SpanColumn): boolean {
  const cell = row[column] ?? ''
  if (cell === '') return false
  const [from, to] = cell.split(SPAN_SIGN)
  return !SPAN[column].safeParse({ from, to }).success || (column === 'timeOfDay' && from === to)
}
