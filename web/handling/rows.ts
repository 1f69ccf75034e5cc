import type { AssignmentRow } from '#contract/assignments.ts'
import { type DueGroup, dueGroupOf, dueGroups } from '#domain/deadline/due-group.ts'
import type { Instant } from '#domain/ids.ts'
import type { Row } from '../desk/standing.ts'

/** A line of the list with the key that names it: an order may stand twice among what was handed down. */
export type TodoRow = AssignmentRow & { id: string }
export const todoRow = (row: AssignmentRow): TodoRow => ({ ...row, id: `${row.order.id}/${row.n}` })

/** The assignment of one's own unit that a line leads to: its own, or what it was handed down from. */
export const ownNumber = (row: Pick<AssignmentRow, 'n' | 'parent'>, tab: string): number =>
  tab === 'handed-down' && row.parent !== null ? row.parent : row.n

export const toSign = (row: Pick<AssignmentRow, 'state'>): boolean => row.state === 'pending-sign'

type Grouped = { group: DueGroup; rows: readonly Row<TodoRow>[] }

/** In the order in which they are to be done; empty groups are left out. */
export function grouped(rows: readonly Row<TodoRow>[], now: number): readonly Grouped[] {
  const at = new Date(now).toISOString() as Instant
  return dueGroups
    .map((group) => ({ group, rows: rows.filter(({ row }) => dueGroupOf(row.due, at) === group) }))
    .filter(({ rows }) => rows.length > 0)
}
