import { useEffect } from 'react'
import { toast } from '../ui/Toasts.tsx'
import { nextOf } from './standing.ts'
import { useTakeNext } from './use-claim.ts'
import type { Pool } from './use-pool.ts'

/**
 * One order after the other: the first opens by itself, J and K walk the rows, and what is dealt with gives way to the
 * next. `go` must keep its identity between renders.
 */
export function useDeskWalk(pool: Pool, open: string | null, go: (id: string | null, replace?: boolean) => void) {
  const takeNext = useTakeNext()
  const { first, rows } = pool
  useEffect(() => {
    if (open === null && first !== undefined) go(first, true)
  }, [open, first, go])
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ row }) => row.id === open)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next !== undefined) go(next.row.id)
  }
  const done = (id: string, said: string, held: boolean) => {
    const next = nextOf(rows, id)
    toast(said)
    takeNext(next, held)
    pool.drop([id])
    pool.refresh()
    go(next?.id ?? null)
  }
  return { step, done }
}
