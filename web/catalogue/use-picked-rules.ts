import { useState } from 'react'
import type { RuleLine } from './rule-line.ts'

/** Rules chosen for a bulk edit; a range goes from the last one touched. What is filtered away stays chosen. */
export function usePickedRules(lines: readonly RuleLine[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const toggle = (key: string): void => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    setPicked(next)
    setAnchor(key)
  }
  const toggleRange = (key: string): void => {
    const place = (one: string | null) => lines.findIndex((line) => line.key === one)
    const [from, to] = [place(anchor), place(key)]
    if (from < 0 || to < 0) {
      toggle(key)
      return
    }
    const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1).map((line) => line.key)
    setPicked(new Set([...picked, ...between]))
    setAnchor(key)
  }
  return {
    picked,
    toggle,
    toggleRange,
    set: (keys: readonly string[]) => setPicked(new Set(keys)),
    clear: () => setPicked(new Set()),
  }
}
export type PickedRules = ReturnType<typeof usePickedRules>
