import { useEffect, useMemo, useState } from 'react'
import { standing } from './standing.ts'

const NONE: readonly never[] = []

/**
 * Rows that keep their place: what is new waits until it is shown, what has gone stays as a shadow. `key` names the list;
 * another list follows at once, and so does an empty one. `fresh` is undefined while the answer is not there.
 */
export function useStandingList<T extends { id: string }>(key: string, fresh: readonly T[] | undefined) {
  const [kept, keep] = useState<{ key: string; rows: readonly T[] }>({ key: '', rows: NONE })
  const follows = kept.key !== key || kept.rows.length === 0
  useEffect(() => {
    if (fresh !== undefined && follows) keep({ key, rows: fresh })
  }, [fresh, follows, key])
  const seen = useMemo(
    () => standing(follows ? (fresh ?? NONE) : kept.rows, fresh ?? (follows ? NONE : kept.rows)),
    [follows, fresh, kept],
  )
  return {
    ...seen,
    /** takes away what one has just dealt with oneself */
    drop: (id: string) => keep({ key, rows: (follows ? (fresh ?? NONE) : kept.rows).filter((row) => row.id !== id) }),
    show: () => fresh !== undefined && keep({ key, rows: fresh }),
  }
}
