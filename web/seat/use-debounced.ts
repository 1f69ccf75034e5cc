import { useEffect, useState } from 'react'

/** The value once it has stood still for so long: what the server is asked while somebody types. */
export function useDebounced<T>(value: T, ms: number): T {
  const [still, setStill] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(JSON.parse(text) as T), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return still
}
