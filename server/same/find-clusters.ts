import { currentLinks, replaceMembers } from '#db/matter-links.ts'
import type { Instant } from '#domain/ids.ts'
import { clustersOf } from '#language/same/clusters.ts'
import type { House } from '../shell.ts'
import { dayOf, daysBefore } from './ended-day.ts'

/** Works out anew which open and recent orders speak of one matter; returns how many came, went or moved. */
export async function sweepClusters(house: House, now: Instant): Promise<number> {
  const links = await currentLinks(house.db, dayOf(daysBefore(now, house.city.policy.sameMatter.recentDays)))
  const groups = clustersOf(links.map(({ order_id, other_id, score }) => ({ one: order_id, other: other_id, score })))
  const wanted = new Map(groups.flatMap((keys) => keys.map((key) => [key, keys[0] ?? key] as const)))
  return (await replaceMembers(house.db, wanted)) ?? 0
}
