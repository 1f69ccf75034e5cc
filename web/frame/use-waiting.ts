import { useQueryClient } from '@tanstack/react-query'
import { type Waiting as Counts, getWaiting } from '#contract/waiting.ts'
import type { Instant } from '#domain/ids.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import { useApi } from '../use-api.ts'

type Shown = Readonly<Record<string, string | undefined>>
/** What waits for this person, as it is shown, `23` or `99+`: by rail entry, and by page of one. */
type Waiting = { entries: Shown; pages: Shown; consultUntil: Instant | null }

const MINUTE_MS = 60_000

const shown = (...parts: readonly (number | null)[]): string | undefined => {
  const n = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
  if (n === 0) return undefined
  return n > 99 ? '99+' : String(n)
}

const waitingOf = (counts: Counts): Waiting => {
  const { dispatch, returns, drafts, problems, handle, consultations, review, supervise, callback } = counts
  return {
    // Review stands in the same part of the chain as supervision.
    entries: {
      dispatch: shown(dispatch, returns, drafts),
      handle: shown(handle, consultations),
      supervise: shown(review, supervise, problems),
      rate: shown(callback),
    },
    pages: {
      '/dispatch': shown(dispatch),
      '/returns': shown(returns),
      '/catalogue': shown(drafts),
      '/unit': shown(handle),
      '/consultations': shown(consultations),
      '/review': shown(review),
      '/problems': shown(problems),
    },
    consultUntil: counts.consultUntil,
  }
}

const NOTHING: Waiting = { entries: {}, pages: {}, consultUntil: null }

/** Counted anew when something changes within reach, every five seconds at most, and every minute, since time brings work too. */
export function useWaiting(): Waiting {
  const queries = useQueryClient()
  const { data } = useApi(getWaiting, {}, { refetchInterval: MINUTE_MS, keep: true })
  useChangesAtMost(5000, () => void queries.invalidateQueries({ queryKey: [getWaiting.path] }))
  return data === undefined ? NOTHING : waitingOf(data)
}
