import type { GridWorkerView } from '#contract/grid.ts'
import type { ActiveHours } from '#domain/city/grid-policy.ts'
import { isWithin } from '#domain/grid/grid-worker.ts'
import type { Instant } from '#domain/ids.ts'

export const spanWords = ({ from, to }: ActiveHours): string => `${from}–${to}`

/** Whether a new matter could go to this worker now, and if not why, as the guards of the straight way have it. */
export function standingOf(
  { away, today, hours }: GridWorkerView,
  { cap, now, hours: citywide }: { cap: number; now: Instant; hours: ActiveHours },
): 'away' | 'full' | 'off' | 'on' {
  if (away) return 'away'
  if (today >= cap) return 'full'
  return isWithin(hours ?? citywide, now) ? 'on' : 'off'
}
