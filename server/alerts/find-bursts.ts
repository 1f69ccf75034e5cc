import { encodeTime } from 'ulid'
import { type RecentMember, recentMembers } from '#db/alerts.ts'
import { type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import type { House } from '../shell.ts'
import { type Alarm, countCallers, raiseAlert } from './raise-alert.ts'

/** So far back a sweep looks: matters are grouped within a minute, and a process may have stood still for a night. */
const LOOK_BACK_HOURS = 24
const HOUR = 3_600_000

/** The largest group within any span of so long, by receipt; the rows are in that order. */
export function densest(rows: readonly RecentMember[], hours: number): readonly RecentMember[] {
  let [best, from]: [readonly RecentMember[], number] = [[], 0]
  for (const [to, row] of rows.entries()) {
    while (Date.parse(row.received_at) - Date.parse(rows[from]?.received_at ?? '') > hours * HOUR) from++
    const span = rows.slice(from, to + 1)
    if (countCallers(span) > countCallers(best)) best = span
  }
  return best
}

/** ≥ 3 callers of one matter within an hour (domain.md §5.6), before anybody has merged them. */
export function burstsIn(
  members: readonly RecentMember[],
  { burst, hours }: { burst: number; hours: number },
): Alarm[] {
  const matters = new Map<string, RecentMember[]>()
  for (const row of members) matters.set(row.matter, [...(matters.get(row.matter) ?? []), row])
  return [...matters.values()].flatMap((rows): Alarm[] => {
    if (rows.length < burst) return []
    const span = densest(
      rows.toSorted((a, b) => Date.parse(a.received_at) - Date.parse(b.received_at)),
      hours,
    )
    const callers = countCallers(span)
    if (callers < burst) return []
    return [{ kind: 'burst', subject: null, orders: span.map(({ order_id }) => order_id as OrderId), callers }]
  })
}

/** Reads what was received since yesterday and belongs to a matter of several: some thousand rows of a large city. */
export async function sweepAlerts(house: House, now: Instant): Promise<number> {
  const since = encodeTime(Math.max(0, msOf(instantOf(msOf(now) - LOOK_BACK_HOURS * HOUR))), 10)
  const alarms = burstsIn(await recentMembers(house.db, since), house.city.policy.merging.alert)
  let raised = 0
  for (const alarm of alarms) if (await house.db.tx((tx) => raiseAlert(house, tx, alarm, now))) raised++
  return raised
}
