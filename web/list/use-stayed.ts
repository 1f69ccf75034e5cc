import { useEffect, useState } from 'react'

/** Filters are changed several at a time; who has looked at one list for so long reads it. */
const READS_MS = 300

/**
 * Whether one stays with a list. Its number and its next rows are asked for only then: asked for at once, they were still
 * being answered when the next filter was set, and of a million orders that cost every second change 100–200 ms.
 */
export function useStayed(address: string | null): boolean {
  const [stayed, setStayed] = useState<string | null>(null)
  useEffect(() => {
    if (address === null) return
    const timer = setTimeout(() => setStayed(address), READS_MS)
    return () => clearTimeout(timer)
  }, [address])
  return address !== null && stayed === address
}
