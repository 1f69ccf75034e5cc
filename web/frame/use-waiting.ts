import { useQueryClient } from '@tanstack/react-query'
import { type Waiting as Counts, getWaiting } from '#contract/waiting.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import { useApi } from '../use-api.ts'

/** What waits for this person, by rail entry, as it is shown: `23`, `99+`. */
export type Waiting = Readonly<Record<string, string | undefined>>

const MINUTE_MS = 60_000

const shown = (...parts: readonly (number | null)[]): string | undefined => {
  const n = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
  if (n === 0) return undefined
  return n > 99 ? '99+' : String(n)
}

/** Review stands in the same part of the chain as supervision. */
const byEntry = ({ dispatch, returns, problems, handle, review, supervise, callback }: Counts): Waiting => ({
  dispatch: shown(dispatch, returns),
  handle: shown(handle),
  supervise: shown(review, supervise, problems),
  rate: shown(callback),
})

const NOTHING: Waiting = {}

/** Counted anew when something changes within reach, every five seconds at most, and every minute, since time brings work too. */
export function useWaiting(): Waiting {
  const queries = useQueryClient()
  const { data } = useApi(getWaiting, {}, { refetchInterval: MINUTE_MS, keep: true })
  useChangesAtMost(5000, () => void queries.invalidateQueries({ queryKey: [getWaiting.path] }))
  return data === undefined ? NOTHING : byEntry(data)
}
