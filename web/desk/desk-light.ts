import type { Light } from '#domain/city/vocabulary.ts'
import type { PoolOrder } from '#contract/desk.ts'

/** The shape before a row: the order's own light, or how little is left of this desk's limit, whichever is worse. */
export function deskLight(row: Pick<PoolOrder, 'light' | 'deskSince' | 'deskDue'>, now: number): Light {
  if (row.deskSince === null || row.deskDue === null || row.light === 'red') return row.light
  const [since, due] = [Date.parse(row.deskSince), Date.parse(row.deskDue)]
  if (now >= due) return 'red'
  // Three quarters of the limit are gone: the second mark of every meter.
  return (now - since) / Math.max(1, due - since) >= 0.75 ? 'yellow' : row.light
}
