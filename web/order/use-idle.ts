import { useEffect, useState } from 'react'

/** True once the browser has nothing more urgent to do: what is heavy and can wait, waits until the page can be used. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    // Safari has no idle callback; a moment later is as good there.
    const asks = typeof window.requestIdleCallback === 'function'
    const id = asks
      ? window.requestIdleCallback(() => setIdle(true), { timeout: 1500 })
      : window.setTimeout(() => setIdle(true), 300)
    return () => (asks ? window.cancelIdleCallback(id) : window.clearTimeout(id))
  }, [])
  return idle
}
