import { useState } from 'react'
import type { OrderRow } from '#contract/views.ts'

/** What is chosen for a bulk act, in the order of choosing; a range goes from the last one touched. */
export function usePicked(rows: readonly OrderRow[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const toggle = (id: string): void => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
    setAnchor(id)
  }
  const toggleRange = (id: string): void => {
    const [from, to] = [rows.findIndex((row) => row.id === anchor), rows.findIndex((row) => row.id === id)]
    if (from < 0 || to < 0) {
      toggle(id)
      return
    }
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id)
    setPicked(new Set([...picked, ...between]))
    setAnchor(id)
  }
  return {
    picked,
    toggle,
    toggleRange,
    set: (ids: readonly string[]) => setPicked(new Set(ids)),
    clear: () => setPicked(new Set()),
  }
}
export type Picked = ReturnType<typeof usePicked>
