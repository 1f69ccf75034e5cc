import { encodeTime } from 'ulid'
import { type RecentMember, recentMembers } from '#db/alerts.ts'
import { type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import type { House } from '../shell.ts'
import { type Alarm, countCallers, raiseAlert } from './raise-alert.ts'

/** So far back a sweep looks: matters are grouped within a minute, and a process may have stood still for a night. */
const LOOK_BACK_HOURS = 24
const HOUR = 3_600_000

/** The span of so long with the most callers, by receipt; the rows are in that order. Each row is looked at twice. */
function densest(rows: readonly RecentMember[], hours: number): readonly RecentMember[] {
  const calls = new Map<string, number>()
  const count = ({ caller, order_id }: RecentMember, n: 1 | -1) => {
    const left = (calls.get(caller ?? order_id) ?? 0) + n
    if (left === 0) calls.delete(caller ?? order_id)
    else calls.set(caller ?? order_id, left)
  }
  const best = { callers: 0, from: 0, to: 0 }
  let from = 0
  for (const [to, row] of rows.entries()) {
    count(row, 1)
    for (let first = rows[from]; first !== undefined && isBefore(first, row, hours); first = rows[from]) {
      count(first, -1)
      from++
    }
    if (calls.size > best.callers) Object.assign(best, { callers: calls.size, from, to: to + 1 })
  }
  return rows.slice(best.from, best.to)
}

const isBefore = (first: RecentMember, row: RecentMember, hours: number): boolean =>
  Date.parse(row.received_at) - Date.parse(first.received_at) > hours * HOUR

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
