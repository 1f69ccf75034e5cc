/** What a pool shows while it changes: rows keep their place, what has gone stays as a shadow, what is new waits. */
export type Row<T> = { row: T; gone: boolean }
export type Standing<T> = { rows: readonly Row<T>[]; arrived: number }

export function standing<T extends { id: string }>(kept: readonly T[], fresh: readonly T[]): Standing<T> {
  const now = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(kept.map((row) => row.id))
  return {
    rows: kept.map((row) => ({ row: now.get(row.id) ?? row, gone: !now.has(row.id) })),
    arrived: fresh.filter((row) => !known.has(row.id)).length,
  }
}

/** The row after this one, else the one before: where the desk goes on once this one is dealt with. */
export function nextOf<T extends { id: string }>(rows: readonly Row<T>[], id: string): T | null {
  const at = rows.findIndex(({ row }) => row.id === id)
  const waiting = (one: Row<T>) => !one.gone && one.row.id !== id
  return (rows.slice(at + 1).find(waiting) ?? rows.slice(0, Math.max(0, at)).findLast(waiting))?.row ?? null
}
