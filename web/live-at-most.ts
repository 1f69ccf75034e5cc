import { useEffect, useRef } from 'react'
import { type Change, useChanges } from './live.ts'

/** Calls back after changes that matter, the first at once and then no more often than given: a busy minute has hundreds. */
export function useChangesAtMost(everyMs: number, hear: () => void, matters: (change: Change) => boolean = () => true) {
  const last = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(hear)
  latest.current = hear
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  useChanges((change) => {
    if (!matters(change) || timer.current !== null) return
    timer.current = setTimeout(
      () => {
        timer.current = null
        last.current = Date.now()
        latest.current()
      },
      Math.max(0, last.current + everyMs - Date.now()),
    )
  })
}
